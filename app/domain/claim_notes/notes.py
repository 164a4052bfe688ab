"""Gather the notes on one claim."""

from app.domain.claim_notes.changes import change_notes, chinese_change_notes
from app.domain.claim_notes.ranges import chinese_range_notes, range_notes
from app.domain.claim_notes.shares import chinese_share_notes, share_notes
from app.domain.claim_notes.sums import chinese_sum_notes, sum_notes
from app.domain.claim_notes.turns import chinese_turn_notes, turn_notes

# Beyond this a text is no single claim, and figures far apart do not belong together.
_LONGEST = 2_000


def notes_for(text: str, language: str) -> tuple[str, ...]:
    """Return an English sentence for each figure in a claim that cannot be right.

    Checked are factors, percent changes and directions against the two figures that
    they join, totals against their parts, shares above 100 %, counts against their
    share, and ranges that run backwards. What
    could be right under any usual reading gets no note: precision comes first. The
    right figure is in the sentence. `language` is `en` or `zh`; others get no notes.
    """
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return ()
    if language == "en":
        found = [
            *change_notes(text),
            *turn_notes(text),
            *share_notes(text),
            *range_notes(text),
            *sum_notes(text),
        ]
    elif language == "zh":
        found = [
            *chinese_change_notes(text),
            *chinese_turn_notes(text),
            *chinese_share_notes(text),
            *chinese_range_notes(text),
            *chinese_sum_notes(text),
        ]
    else:
        found = []
    return tuple(dict.fromkeys(found))
