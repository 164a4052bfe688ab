"""Say in words why a question is only suggested: what weighs most against it."""

from app.domain.writing.candidate import Candidate
from app.domain.writing.weights import pull

_WORDS = {
    "reference": "“{points_at}” is explained only by another claim.",
    "bridge": "“{points_at}” is explained only by another claim.",
    "context": "it needs an earlier claim beside it.",
    "doubted-figure": "the figures of the claim do not add up; its note says why.",
    "relative-date": "it counts time from a day that it does not name.",
    "leaning": "it leans on a sentence that it does not show.",
    "tally": "the figure is not what the claim is about.",
    "plain-count": "the figure is not what the claim is about.",
    "fragment": "the claim is not a full sentence.",
    "titled": "the title or the group tells the answer.",
    "quoted": "the figure belongs to a name.",
    "told": "the rest of the claim tells the answer.",
    "worked-out": "the answer can be worked out from the other figures.",
    "complement": "the answer can be worked out from the other figures.",
    "echoed": "the question says most of the answer.",
    "long-answer": "the answer is too long to be recalled word by word.",
    "unrecallable": "the answer is too long to be recalled word by word.",
    "vague-answer": "the answer tells too little.",
    "long-reason": "the answer is long.",
    "past-undated": "it does not say when.",
    "definite-subject": "it may not say which one it speaks of.",
    "few-cues": "more than one answer would fit.",
    "fronted": "the answer stands before what would prompt it.",
    "very-long-question": "the question is very long.",
    "long-question": "the question is long.",
    "other-figures": "the claim holds several figures.",
    "paired": "the claim holds several figures.",
    "series": "the claim lists several figures.",
    "vague-subject": "it does not say which ones it speaks of.",
    "subordinate": "the answer stands in an aside of the claim.",
    "other-side": "the answer is only what another is compared with.",
    "tail-clause": "the answer stands in an aside of the claim.",
    "aside": "the answer stands in an aside of the claim.",
    "modifier": "the figure is not what the claim is about.",
    "in-subject": "the figure is not what the claim is about.",
    "spent": "the figure is not what the claim is about.",
    "bare-definite": "more than one answer would fit.",
    "in-brackets": "the answer stands in an aside of the claim.",
    "before-subject": "the answer stands in an aside of the claim.",
    "light-verb": "more than one answer would fit.",
    "thin": "more than one answer would fit.",
    "scope": "the figure is not what the claim is about.",
    "bare-number": "it does not say what the figure counts.",
    "small-count": "the figure is not what the claim is about.",
    "bounded": "the figure is only a bound.",
}
#: What a claim's own note says outweighs all that a card does.
_DOUBTED = "doubted-figure"
_OPEN = "more than one answer may fit."


def why_suggested(candidate: Candidate) -> str:
    """Return the reason that weighs most against a candidate, as half a sentence."""
    if _DOUBTED in candidate.features:
        return _WORDS[_DOUBTED]
    against = [f for f in candidate.features if f in _WORDS]
    if not against:
        return _OPEN
    worst = min(against, key=lambda feature: (pull(feature), feature))
    return _WORDS[worst].format(points_at=candidate.points_at)
