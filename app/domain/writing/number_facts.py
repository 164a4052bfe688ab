"""Number facts: each quantity of a sentence with its part in it.

What the claim is for scores high (a change, a level reached, a share); what a figure is
only measured against (a base, an estimate, the size of a survey) is never asked.
"""

import re

from app.domain.writing.facts import Fact
from app.domain.writing.parsing import (
    Doc,
    Token,
    clause_head,
    depth,
    root_of,
    subject_of,
)
from app.domain.writing.quantities import Quantity, find_quantities
from app.domain.writing.quantity_grammar import BOUND
from app.domain.writing.vocabulary import PERIOD_UNITS

_CHANGE_VERB = (
    r"(?:rose|risen|rises?|rising|grew|grown|grows?|growing|increas(?:e[sd]?|ing)|"
    r"climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e[sd]?|ing)|soar(?:s|ed|ing)?|"
    r"gain(?:s|ed|ing)?|add(?:s|ed|ing)?|fell|fallen|falls?|falling|dropp(?:ed|ing)|drops?|"
    r"declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|cuts?|cutting|reduc(?:e[sd]?|ing)|"
    r"slid(?:es?)?|plung(?:e[sd]?|ing)|tumbl(?:e[sd]?|ing)|shr[aiu]nk(?:s|ing)?|"
    r"lower(?:s|ed|ing)?|rais(?:e[sd]?|ing)|boost(?:s|ed|ing)?|lift(?:s|ed|ing)?|"
    r"expand(?:s|ed|ing)?|exceed(?:s|ed|ing)?|los(?:t|es?|ing)|improv(?:e[sd]?|ing)|"
    r"slow(?:s|ed|ing)?|sav(?:e[sd]?|ing)|up|down|higher|lower)"
)
_CHANGED_BY = re.compile(
    rf"\b{_CHANGE_VERB}\b[^;.]{{0,100}} by(?: a further| another| an additional)?\s*$|"
    rf"\b{_CHANGE_VERB}(?: by| a further| another)?\s*$",
    re.IGNORECASE,
)
_CHANGE_AFTER = re.compile(
    r"^[ -](?:(?:annual|sharp|yearly|monthly|further|average) )?(?:increase|rise|drop|"
    r"decline|fall|cut|reduction|growth|gain|jump|surge|decrease|discount|premium|higher|"
    r"lower|more|fewer|less|faster|cheaper|slower|larger|smaller|longer|shorter|"
    r"as (?:much|many|\w+) as)\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"\b(?:to(?: a record)?|reach(?:es|ed|ing)?|hit(?:s|ting)?|total(?:s|led|ed|ling)?|"
    r"(?:average|record|total|rate|peak|price|cost|value|level|sum) of|"
    r"stands? at|stood at|averag(?:e[sd]?|ing)|costs?|costing|worth|valued at|"
    r"produc(?:e[sd]?|ing)|needs?|requires?|takes?|holds?|accounts? for|accounted for|"
    r"makes? up|made up|"
    r"covers?|supplies|supplied|contains?|uses?|consumes?|emits?|"
    r"generates?|generated|earns?|earned|attracts?|attracted|raised|spent|spends?|"
    r"invest(?:s|ed)?|employs?|number(?:s|ed)|is|are|was|were|at)"
    r"(?: only| just| still| now| already)?\s*$",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"\b(?:than|from|versus|vs\.?|against|compared (?:with|to)|relative to|"
    r"(?:estimates?|expectations?|forecasts?|consensus|previous|prior|earlier|target|"
    r"threshold|limit|benchmark|reference) of|among|per|every|each|"
    r"for each)"
    r"(?: the| an?| just| only| its)?\s*$",
    re.IGNORECASE,
)
_DENOMINATOR = re.compile(
    r"\b(?:out of|(?:one|two|three|four|most|some|each|many|any|half|all|none|survey|"
    r"halves|third|thirds|quarter|quarters|fifth|fifths|tenth|tenths|"
    r"sample|poll|panel|study|group|list|analysis|review|dataset|cohort|trial|\d+|%)"
    r" of)"
    r"(?: the| all| some| nearly| about| around)*\s*$",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages|people|adults|those|children|women|men|anyone|workers)"
    r"(?: of)?\s*$",
    re.IGNORECASE,
)
_PERIOD_BEFORE = re.compile(
    r"\b(?:in|within|over|for|every|after|before|past|last|next|previous|first|during|since|"
    r"through|under)(?: the)?(?: past| last| next| first| previous| coming)?\s*$",
    re.IGNORECASE,
)
_INTERVAL_AFTER = re.compile(r"^ (?:later|after|before|earlier|ahead)\b")
_JOINED = re.compile(r"[^.;]{0,40}?(?:,|,? and|,? or|,? then)[^.;]{0,24}")
_AND_AFTER = re.compile(r"[^.;,]{0,40},? and [^.;,]{0,30}")
_RANGED = re.compile(
    r"\b(?:rang(?:es|ed|ing)|\w+s range|var(?:y|ies|ied|ying))\b[^,;]{0,40}\bto\s*$"
)
_CLOSED = re.compile(r"\s*(?:[,;.]|$| (?:in|by|since|during|and)\b)")
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|against|versus) (?:[a-z-]+ ){1,4}$", re.IGNORECASE
)
#: Counts below this without a hedge are mostly a circumstance: "after five cables".
_MANY = 100
_SMALL_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
_TRIVIAL = re.compile(
    r"^(?:24 hours|365 days|seven days|12 months|100%|two)$", re.IGNORECASE
)
_NOT_ASKED = frozenset(("base", "denominator", "half-range", "trivial", "listed"))


def _is_measure(before: str, after: str, quantity: Quantity) -> bool:
    """Say whether a figure is what another is measured by: "than 3", "over 65"."""
    aged = quantity.hedge in ("over", "under") or re.search(r"age[sd]?\s*$", before)
    ago = re.match(r" (?:earlier|before)\b", after) and re.search(r"\bas\s*$", before)
    return bool(_BASE.search(before) or ago or (aged and _AGE_BEFORE.search(before)))


def _part(before: str, after: str, quantity: Quantity) -> str:
    """Name the part that a quantity plays, by the words around it."""
    if _is_measure(before, after, quantity):
        return "base"
    if _DENOMINATOR.search(before):
        return "denominator"
    if _CHANGED_BY.search(before) or _CHANGE_AFTER.match(after):
        return "change"
    if quantity.unit == "times":
        return "change"
    if quantity.unit in ("%", "fraction") and re.match(r"\s+of\b", after):
        return "share"
    if quantity.unit in PERIOD_UNITS and _INTERVAL_AFTER.match(after):
        return "interval"
    if quantity.unit in PERIOD_UNITS and _PERIOD_BEFORE.search(before):
        return "period"
    if _LEVEL.search(before):
        return "level"
    if quantity.unit and quantity.unit not in PERIOD_UNITS:
        return "amount"
    return "count" if quantity.noun else "figure"


def _token_at(doc: Doc, quantity: Quantity) -> Token | None:
    """Return the highest token of the quantity in the tree."""
    inside = [t for t in doc if quantity.start <= t.idx < quantity.end]
    ids = {t.i for t in inside}
    return next((t for t in inside if t.head.i not in ids or t.head.i == t.i), None)


def _is_object(token: Token, root: Token | None) -> bool:
    """Say whether a quantity is, or counts, what the main verb acts on."""
    noun = token.head if token.dep_ in ("nummod", "quantmod", "compound") else token
    return noun.dep_ in ("dobj", "attr") and root is not None and noun.head.i == root.i


def _ends_sentence(doc: Doc, token: Token) -> bool:
    """Say whether a token lies in a last clause of its own: ", which removed 2%"."""
    clause = next((t for t in (token, *token.ancestors) if t.dep_ == "relcl"), None)
    if clause is None or clause.tag_ in ("VBG", "VBN"):
        return False
    opened = any(t.i == clause.left_edge.i - 1 and t.text == "," for t in doc)
    return opened and "," not in doc.text[token.idx :]


def _clause_place(doc: Doc, token: Token, text: str, quantity: Quantity) -> set[str]:
    """Say in what kind of clause the quantity stands."""
    found: set[str] = set()
    if any(t.dep_ == "csubj" for t in (token, *token.ancestors)):
        found.add("in-subject")
    if quantity.unit in PERIOD_UNITS and re.match(
        r" [a-z]+ing\b", text[quantity.end :]
    ):
        found.add("spent")
    if depth(token) == 1 and _ends_sentence(doc, token):
        found.add("tail-clause")
    elif depth(token):
        found.add("subordinate")
    return found


def _place(doc: Doc, token: Token, text: str, quantity: Quantity) -> set[str]:
    """Say where in the sentence the quantity stands."""
    found: set[str] = set()
    root = root_of(doc)
    subject = subject_of(root) if root is not None else None
    if _is_object(token, root):
        found.add("root-object")
    found |= _clause_place(doc, token, text, quantity)
    if not depth(token) and token.i > (root.i if root is not None else 0):
        found.add("root-clause")
    if subject is not None and token.i < subject.left_edge.i:
        found.add("before-subject")
    before = text[: quantity.start]
    if re.search(r",\s*$", before) and "before-subject" not in found:
        found.add("aside")
    if re.search(r", (?:whereas|while) ", before):
        found.add("other-side")
    opened = before.count('"') % 2 or before.count("“") > before.count("”")
    if opened and (quantity.is_worded or not re.search(r"[\"“]$", before)):
        found.add("quoted")
    if before.count("(") > before.count(")"):
        found.add("in-brackets")
    return found


def _are_joined(text: str, one: Quantity, other: Quantity) -> bool:
    """Say whether only a comma or "and" with a few words parts two quantities."""
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return bool(_JOINED.fullmatch(between))


def _is_base(text: str, quantity: Quantity, all_found: list[Quantity]) -> bool:
    """Say whether a figure is one that others are measured against: "than 3 and 4"."""
    if _COMPARED.search(text[: quantity.start]):
        return True
    if _BASE.search(text[: quantity.start]):
        return not re.search(r"\bfrom\s*$", text[: quantity.start])
    before = [
        q for q in all_found if q.end <= quantity.start and q.unit == quantity.unit
    ]
    if not before or not _AND_AFTER.fullmatch(text[before[-1].end : quantity.start]):
        return False
    return _BASE.search(text[: before[-1].start]) is not None


def _neighbours(text: str, quantity: Quantity, all_found: list[Quantity]) -> set[str]:
    """Say how the quantity stands among others of its unit: alone, in a pair, a list.

    The first of a list may be what the sentence is for; the others never are.
    """
    chain = [quantity]
    alike = [
        q
        for q in all_found
        if q.unit == quantity.unit and not _is_base(text, q, all_found)
    ]
    for _ in alike:
        for other in alike:
            if other not in chain and any(_are_joined(text, other, c) for c in chain):
                chain.append(other)
    first = min(chain, key=lambda other: other.start)
    if len(chain) > 2:
        return {"listed"} if quantity is not first else {"series"}
    return {"paired"} if len(chain) > 1 else set()


def _is_half(before: str, after: str, quantity: Quantity) -> bool:
    """Say whether the quantity is one side of a score ("57 votes to 49")."""
    if re.search(r"\bby [\d.]+%? to\s*$", before) or (
        re.search(r"\bby\s*$", before)
        and quantity.unit == "%"
        and re.match(r" to [\d.]+%", after)
    ):
        return True
    if re.search(rf"\b{_SMALL_NUMBER} (?:and|or)\s*$", before) or (
        not quantity.unit and re.match(rf" (?:and|or) {_SMALL_NUMBER}\b", after)
    ):
        return True
    if quantity.unit:
        return False
    second = re.search(r"\d(?: votes?)? to\s*$", before)
    return bool(second or re.match(r"(?: votes?)? to \d+\b(?!%|\.\d)", after))


def _made_of(quantity: Quantity, part: str, after: str) -> set[str]:
    """Name what the quantity's own form speaks for or against."""
    found: set[str] = set()
    if BOUND.search(quantity.hedge) and part not in ("change", "level", "from-to"):
        found.add("bounded")
    if "-" in quantity.text and quantity.unit in PERIOD_UNITS:
        found.add("modifier")
    if _TRIVIAL.match(quantity.text):
        found.add("trivial")
    at_start = quantity.start == 0 and quantity.high <= 12
    if quantity.is_worded and quantity.noun and (quantity.high <= 4 or at_start):
        found.add("small-count")
    if not quantity.unit and _CLOSED.match(after):
        found.add("bare-number")
    if part == "count" and not quantity.hedge and quantity.high < _MANY:
        found.add("plain-count")
    if quantity.low > quantity.high:
        found.add("tally")
    return found


def _first_joined(clause: Token) -> Token:
    """Return the first of the clauses that share a subject ("costs A and weighs B")."""
    while clause.dep_ == "conj" and subject_of(clause) is None:
        clause = clause.head
    return clause


def _from_to(text: str, quantity: Quantity, all_found: list[Quantity]) -> bool:
    """Say whether the quantity is the end of a way "from A to B"."""
    for start in all_found:
        between = text[start.end : quantity.start]
        if start.end <= quantity.start and re.fullmatch(
            r"(?: [\w%]+){0,4}? to(?: a record| just| only)?\s*", between
        ):
            return bool(re.search(r"\bfrom\s*(?:just |only )?$", text[: start.start]))
    return False


def _features(
    text: str, doc: Doc, token: Token, quantity: Quantity, all_found: list[Quantity]
) -> frozenset[str]:
    """Name all that speaks for or against asking for a quantity."""
    before, after = text[: quantity.start], text[quantity.end :]
    on_the_way = _from_to(text, quantity, all_found)
    part = "from-to" if on_the_way else _part(before, after, quantity)
    found = {
        part,
        *_made_of(quantity, part, after),
        *_place(doc, token, text, quantity),
    }
    found |= _neighbours(text, quantity, all_found)
    if not on_the_way and _is_base(text, quantity, all_found):
        found.add("base")
    if _RANGED.search(before) or (not on_the_way and _is_half(before, after, quantity)):
        found.add("half-range")
    if part == "count" and re.search(r"\b(?:in|across|from|of)\s*$", before):
        found.add("scope")
    return frozenset(found)


def number_facts(text: str, doc: Doc) -> list[Fact]:
    """List the askable quantities of one sentence with what speaks for each."""
    found = find_quantities(text)
    facts = []
    for quantity in found:
        token = _token_at(doc, quantity)
        if token is None:
            continue
        features = _features(text, doc, token, quantity, found)
        if _NOT_ASKED & features:
            continue
        facts.append(
            Fact(
                "from-to" if "from-to" in features else "number-cloze",
                quantity.start,
                quantity.end,
                f"number@{_first_joined(clause_head(token)).i}",
                features,
                quantity,
            )
        )
    return facts
