"""Judge an answer in a quiz, whatever the format. Pure."""

from collections.abc import Sequence

from app.domain.errors import InputError
from app.domain.quiz.typed import LONGEST, Judgement, Verdict, judge_typed
from app.domain.review import Format

TRUE, FALSE = "true", "false"
#: What a person says of an answer that they recalled.
RECALLED, NOT_RECALLED = "right", "wrong"

#: The formats in which a person can know better than the verdict.
OVERRIDABLE = frozenset({Format.RECALL, Format.TYPED})

_SAID = {
    Format.TRUE_FALSE: ({TRUE, FALSE}, "Say whether the statement is true or false."),
    Format.RECALL: (
        {RECALLED, NOT_RECALLED},
        "Say whether you recalled the answer or not.",
    ),
}


def askable_format(
    chosen: Format,
    *,
    choices: Sequence[str] | None,
    answer: str,
    has_statement: bool,
) -> Format:
    """Return the format a question can be asked in now: recall where its own is gone.

    An edited card loses the options and the statement that were made for its old
    answer.
    """
    if chosen is Format.CHOICE and (choices is None or answer not in choices):
        return Format.RECALL
    if chosen is Format.TRUE_FALSE and not has_statement:
        return Format.RECALL
    return chosen


def options_shown(format: Format, choices: Sequence[str] | None) -> int | None:  # noqa: A002 - the review's own word
    """Return the number of options to choose from; None where nothing is shown."""
    if format is Format.TRUE_FALSE:
        return 2
    return len(choices) if format is Format.CHOICE and choices is not None else None


def read_response(
    given: str,
    *,
    format: Format,  # noqa: A002 - the review's own word
    choices: Sequence[str] | None,
) -> str:
    """Return an answer in the words that are kept: of a choice, the option itself.

    `given` is the option's 0-based position, `true` or `false`, `right` or `wrong` of
    what was recalled, or the text typed. Raises `InputError`: it is none of these.
    """
    # PostgreSQL stores no text with a NUL in it.
    given = given.replace("\0", "").strip()
    if format is Format.CHOICE:
        places = {str(place): option for place, option in enumerate(choices or ())}
        if given not in places:
            raise InputError("Choose one of the options.")
        return places[given]
    if format is Format.TYPED:
        if not given:
            raise InputError("Type an answer, or say that you do not know it.")
        if len(given) > LONGEST:
            raise InputError(f"An answer takes at most {LONGEST:,} characters.")
        return given
    allowed, sentence = _SAID[format]
    if given not in allowed:
        raise InputError(sentence)
    return given


def judge(
    response: str | None,
    *,
    format: Format,  # noqa: A002 - the review's own word
    question: str,
    answer: str,
    statement_true: bool | None,
) -> Judgement:
    """Judge an answer as `read_response` gives it; None, not known, is wrong."""
    if response is None:
        return Judgement(Verdict.WRONG)
    if format is Format.TYPED:
        return judge_typed(response, answer, question)
    right = {
        Format.CHOICE: answer,
        Format.TRUE_FALSE: TRUE if statement_true else FALSE,
        Format.RECALL: RECALLED,
    }[format]
    return Judgement(Verdict.RIGHT if response == right else Verdict.WRONG)
