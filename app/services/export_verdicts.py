"""Gather a team's verdicts that hold, for the labelled set."""

from sqlalchemy.orm import Session

from app.exchange.verdicts import EditedWords, LabelledCard
from app.store.models import CardVerdict
from app.store.queries.verdicts import standing_verdicts


def labelled_cards(session: Session, team_id: int) -> list[LabelledCard]:
    """Give each card as it was written with what became of it, oldest verdict first."""
    return [
        LabelledCard(
            article=title,
            language=language,
            claim=verdict.claim_text,
            kind=verdict.kind.value,
            pattern=verdict.pattern,
            tier=verdict.tier.value,
            context=verdict.context,
            question=verdict.question,
            answer=verdict.answer,
            features=None if verdict.features is None else tuple(verdict.features),
            written_with=verdict.written_with,
            outcome=verdict.outcome.value,
            edited=_edited(verdict),
            judged_at=verdict.judged_at,
        )
        for verdict, title, language in standing_verdicts(session, team_id)
    ]


def _edited(verdict: CardVerdict) -> EditedWords | None:
    question, answer = verdict.new_question, verdict.new_answer
    if question is None or answer is None:
        return None
    return EditedWords(verdict.new_context, question, answer)
