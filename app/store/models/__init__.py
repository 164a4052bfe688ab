"""Every table, by its class."""

from app.store.models.articles import Article, Claim, Document, Group
from app.store.models.cards import Card, CardState
from app.store.models.jobs import Job, JobStatus
from app.store.models.people import (
    ApiToken,
    Membership,
    Person,
    Role,
    SettingsEntry,
    Team,
    Theme,
)
from app.store.models.quizzes import Quiz, QuizQuestion
from app.store.models.reviews import DailyCount, ReviewEntry, Withdrawal

__all__ = [
    "ApiToken",
    "Article",
    "Card",
    "CardState",
    "Claim",
    "DailyCount",
    "Document",
    "Group",
    "Job",
    "JobStatus",
    "Membership",
    "Person",
    "Quiz",
    "QuizQuestion",
    "ReviewEntry",
    "Role",
    "SettingsEntry",
    "Team",
    "Theme",
    "Withdrawal",
]
