"""Every table, by its class."""

from app.store.models.articles import (
    Article,
    CardMatch,
    Claim,
    ClaimChange,
    ClaimMatch,
    Document,
    Group,
    Revision,
)
from app.store.models.cards import IS_ACTIVE, Card, CardState
from app.store.models.jobs import OPEN_JOB, Job, JobKind, JobStatus
from app.store.models.people import (
    ApiToken,
    Membership,
    Person,
    Role,
    SettingsEntry,
    Team,
    Theme,
)
from app.store.models.proposals import Proposal
from app.store.models.quizzes import Quiz, QuizQuestion
from app.store.models.reviews import DailyCount, Relearn, ReviewEntry, Withdrawal
from app.store.models.verdicts import CardVerdict

__all__ = [
    "IS_ACTIVE",
    "OPEN_JOB",
    "ApiToken",
    "Article",
    "Card",
    "CardMatch",
    "CardState",
    "CardVerdict",
    "Claim",
    "ClaimChange",
    "ClaimMatch",
    "DailyCount",
    "Document",
    "Group",
    "Job",
    "JobKind",
    "JobStatus",
    "Membership",
    "Person",
    "Proposal",
    "Quiz",
    "QuizQuestion",
    "Relearn",
    "ReviewEntry",
    "Revision",
    "Role",
    "SettingsEntry",
    "Team",
    "Theme",
    "Withdrawal",
]
