"""Claims that somebody tells only to disown them, and clauses that tell what was not said: "mocked the idea that …"."""

from onrecord.extract.lexicon import CUES
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.sentence import Report
from onrecord.extract.words import FINITE

Range = tuple[int, int]

CLAIMS = frozenset(
    "claim allegation accusation charge suggestion assertion insinuation rumour rumor report notion idea theory speculation "
    "criticism contention argument account story statement implication complaint characterisation characterization "
    "assumption view narrative reports finding conclusion testimony hearsay talk link allegations".split()
)
_LIES = frozenset(
    "lie lies myth myths falsehood falsehoods fiction fabrication fabrications slander nonsense".split()
)
UNTRUE = frozenset("untrue false incorrect nonsense rubbish unfounded baseless fabricated".split())
# Whoever does this to a claim does not share it.
_HOSTILE = frozenset(
    "slam ridicule criticise criticize condemn mock deplore decry denounce blast attack lambast lambaste deride rebuke "
    "lament regret complain".split()
)
_HOSTILE_TO = frozenset(
    ["scoff at", "laugh off", "laugh at", "rail against", "warn against", "complain of", "complain about"]
)
_BELIEVING = frozenset("believing thinking assuming concluding accepting saying claiming supposing".split())
_ABOUT = frozenset("of by about in on from to for against over and or made put , ; : .".split())
_ASKING = frozenset(
    "did does do has have had was is are were could would will can may might should didn't hasn't hadn't wasn't".split()
)
_BEFORE_QUESTION = frozenset(", ; : and but or when why how what where who so —".split()) | {QUOTE}
_SUPPOSING = frozenset("suppose supposing imagine imagining assume assuming let pretend".split())
_ANYBODY = frozenset("anyone anybody whoever".split())
_RELATIVE = frozenset(["who", "that"])
_MODALS = frozenset("would should could might may must".split())
_FURTHEST = 8


def is_claim(word: str) -> bool:
    """Whether a noun stands for something that is claimed: "the allegations"."""
    return word in CLAIMS or word.removesuffix("s") in CLAIMS


def is_disowned(words: Paragraph, report: Report, piece: Range) -> bool:
    """Whether the verb is no friend of the claim: "condemned the lie that …", "described as false reports that …"."""
    low = words.low
    first, end = piece
    cue = range(*report.cue)
    verb = " ".join([CUES.get(low[cue[0]], (low[cue[0]],))[0], *low[cue[0] + 1 : cue[-1] + 1]])
    if low[first] == "as":
        return (
            any(low[index] in UNTRUE for index in range(first + 1, min(first + 4, end)))
            and _claim(low, first, end) is not None
        )
    if verb == "warn against" and low[first] in _BELIEVING:
        return True
    return (verb in _HOSTILE or verb in _HOSTILE_TO) and _claim(low, first, end) is not None


def _claim(low: list[str], first: int, end: int) -> int | None:
    """Where the noun stands behind which a clause tells the claim: "(claims) that it rained", "(claim) it rained"."""
    for index in range(first, min(first + _FURTHEST, end - 2)):
        if low[index] in _ABOUT:
            return None
        if is_claim(low[index]) or low[index] in _LIES:
            behind = low[index + 1]
            if behind != "that":
                return (
                    index if behind not in _ABOUT and behind not in FINITE and behind[0].isalnum() else None
                )
            # "the report that found …": that is who found it, and no claim.
            relative = low[index + 2] in FINITE or CUES.get(low[index + 2], ("", ""))[1] in ("past", "s")
            return None if relative else index
    return None


def is_hypothetical(words: Paragraph, report: Report) -> bool:
    """Whether it is asked, supposed or rumoured that somebody says it, or said of anybody who may: "Has Lee ever said …?",
    "would have said", "rumours that Lee said", "anyone who says"."""
    low = words.low
    index = report.cue[0]
    start, _ = words.sentence_at(index)
    before = low[max(start, index - 4) : index]
    if before[-1:] == ["have"] and not _MODALS.isdisjoint(before) and "not" not in before:
        return True  # "could not have said more clearly" says it
    if report.speaker is None or not report.speaker[1] <= index:
        return False
    if low[start] in _SUPPOSING and report.speaker[0] <= start + 1:
        return True
    first, last = report.speaker
    if low[first] in _RELATIVE and first > start and low[first - 1] in _ANYBODY | {"those"}:
        return True
    if low[first] in _ANYBODY or (
        low[first] == "those" and not _RELATIVE.isdisjoint(low[first + 1 : last + 1])
    ):
        return True
    if first <= start:
        return False
    if low[first - 1] == "that" and first - 2 >= start and is_claim(low[first - 2]):
        return True  # "Reports that Lee said … are false"
    if any(piece[0] < first for piece in report.pieces):
        return False  # "“…,” did Lee say"
    verb = first - 1
    return low[verb] in _ASKING and (verb == start or low[verb - 1] in _BEFORE_QUESTION)
