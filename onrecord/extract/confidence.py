"""How often a proposal of a kind is right in extent and speaker, which is how confident it is.

The figures are our own, in steps of a few hundredths, by form and rule and by whether an extent that no marks give is plain.
`python -m bench.extraction --reliability` prints how often each is right where gold data is at hand.
"""

from onrecord.extract.lexicon import CUES
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.proposal import Form
from onrecord.extract.words import DASHES

Range = tuple[int, int]

# In quotation marks the marks tell the extent, and the speaker is what may be wrong.
_DIRECT = {
    "tag": 0.97,
    "inverted": 0.97,
    "turn": 0.95,
    "signed": 0.96,
    "colon": 0.94,
    "that": 0.94,
    "according to": 0.92,
    "goes on": 0.93,
    "block": 0.9,
    "quotation": 0.85,
    "clause": 0.8,
    "over paragraphs": 0.75,
    "naming": 0.6,
    "object": 0.6,
    "infinitive": 0.6,
    "urging": 0.6,
    "question": 0.6,
}
# A quotation behind one of these is what it seems.
_PLAIN_VERBS, _PLAINLY_SAID = frozenset("say tell add write reply explain".split()), 0.91
# Elsewhere the extent may be wrong: plain ones, others.
_OPEN = {
    "tag": (0.92, 0.6),
    "inverted": (0.92, 0.6),
    "that": (0.86, 0.7),
    "clause": (0.84, 0.45),
    "colon": (0.88, 0.75),
    "according to": (0.88, 0.62),
    "quotation": (0.75, 0.65),
    "infinitive": (0.5, 0.45),
    "urging": (0.5, 0.4),
    "naming": (0.5, 0.4),
    "object": (0.6, 0.45),
    "question": (0.5, 0.4),
}
# Of "said" and "says" most of what follows is said.
_SAYING, _SAYS = ("say",), 0.06
# … and where the extent is not plain, that makes the more of a difference.
_SAYS_MORE = 0.17
_PARTLY_QUOTED = 0.04
_SHORTEST, _LONGEST = 4, 30
_OPENS_ASIDE = frozenset(
    "while whereas although though because when after before but as which who where".split()
)
_MARKS = frozenset(",;:()") | DASHES
# What a rule itself weakens is never surer than that.
_WEAKENED = 0.75


def expected(form: Form, frame: str, plain: bool, cue: str, by_rule: float) -> float:
    """How often such a proposal is right; `by_rule` is what its rule says, and `cue` the first word of the cue."""
    if form == "direct":
        plainly_said = frame == "quotation" and CUES.get(cue, ("",))[0] in _PLAIN_VERBS
        known = _PLAINLY_SAID if plainly_said else _DIRECT.get(frame)
    elif frame in _OPEN:
        known = _OPEN[frame][not plain]
        if frame in ("that", "clause") and CUES.get(cue, ("",))[0] in _SAYING:
            known += _SAYS if plain else _SAYS_MORE if frame == "clause" else 0
        if form == "mixed" and plain:
            known += _PARTLY_QUOTED if frame not in ("tag", "inverted") else 0
    else:
        known = None
    if known is None:
        return by_rule
    return min(known, by_rule) if by_rule < _WEAKENED else known


def ends_plainly(words: Paragraph, piece: Range, frame: str, cue: str) -> bool:
    """Whether a clause behind "said", or behind "that", ends with words in quotation marks: their closing mark tells where it ends."""
    begins = frame == "that" or (frame == "clause" and CUES.get(cue, ("",))[0] in _SAYING)
    return begins and words.low[piece[1] - 1] == QUOTE and piece[1] - piece[0] > 1


def is_plain(words: Paragraph, piece: Range, cue: Range) -> bool:
    """Whether the extent of words without marks leaves little open: no aside in them, and a sentence's end or beginning
    around them."""
    first, last = piece
    low, high = words.sentence_at(first)
    inside = range(first, last)
    if not _SHORTEST <= last - first <= _LONGEST:
        return last - first < _SHORTEST and cue[0] >= last
    if any(
        words.low[index] in _MARKS or (index > first and words.low[index] in _OPENS_ASIDE) for index in inside
    ):
        return False
    if cue[0] >= last:
        return first == low or words.low[first - 1] == QUOTE
    return all(not words.low[index][0].isalnum() and words.low[index] != "," for index in range(last, high))
