"""Where the sentences of an English paragraph begin and end."""

from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.words import MONTHS, WEEKDAYS
from onrecord.text.patterns import lazy

_ENDS = frozenset(".!?…")
_LAST = _ENDS | frozenset(")]")
_STATES = frozenset(
    "ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. mass. md. mich. minn. miss. mo. mont. neb. nev. "
    "okla. ore. pa. tenn. tex. va. vt. wash. wis. wyo.".split()
)
# After these a sentence may well end: "… in Seattle, Wash. The …"; with titles it cannot.
_TITLES = frozenset(
    "mr mrs ms dr prof st rep reps sen sens gov govs gen lt col sgt maj capt cmdr adm rev hon vs".split()
)
_DATELINE_ENDS = frozenset(["-", "–", "—", "--", "―"])
_LONGEST_DATELINE = 14
_CLOCK = lazy(r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:am|pm)?")
_BEHIND_CLOCK = _DATELINE_ENDS | frozenset(
    ["am", "pm", "a.m.", "p.m.", "gmt", "bst", "utc", "cet", "et", "est", "edt", ":", "|"]
)
_HALVES = ("a.m.", "p.m.")
# Longer ones are lists and texts without stops; cutting them keeps the cost of looking ahead linear.
_LONGEST_SENTENCE = 400


def sentences(text: str, words: Paragraph) -> list[tuple[int, int]]:
    low, count = words.low, len(words.low)
    borders: list[tuple[int, int]] = []
    first = _past_dateline(text, words)
    if first:
        borders.append((0, first))
    for index in _candidates(text, words, first):
        while index - first > _LONGEST_SENTENCE:
            borders.append((first, first + _LONGEST_SENTENCE + 1))
            first += _LONGEST_SENTENCE + 1
        if low[index] == QUOTE:
            ends = _quote_ends_sentence(text, words, index)
        elif low[index] in _ENDS:
            ends = index + 1 == count or _may_begin(words, index + 1)
            # A closing bracket or quotation mark belongs to the sentence before it.
            if ends and index + 1 < count and low[index + 1] in ")]":
                continue
        elif low[index] in ")]" and index and low[index - 1] in _ENDS:
            ends = low[first] in "([" and (index + 1 == count or _may_begin(words, index + 1))
        else:
            ends = (
                index + 1 < count
                and text[words.ends[index] - 1] == "."
                and low[index] not in _TITLES
                and _begins_behind_abbreviation(text, words, index + 1)
            )
        if ends:
            borders.append((first, index + 1))
            first = index + 1
    while count - first > _LONGEST_SENTENCE + 1:
        borders.append((first, first + _LONGEST_SENTENCE + 1))
        first += _LONGEST_SENTENCE + 1
    if first < count:
        borders.append((first, count))
    return borders


def _candidates(text: str, words: Paragraph, first: int) -> list[int]:
    """The words from `first` on with which a sentence may end, by their last character: of most nothing else need be asked."""
    ends = [index for index, end in enumerate(words.ends) if text[end - 1] in _LAST and index >= first]
    return sorted({*ends, *(index for index in words.quotes if index >= first)}) if words.quotes else ends


def _past_dateline(text: str, words: Paragraph) -> int:
    """Behind "HEMPSTEAD, N.Y., Sept. 26 (UPI) —" at the head of a paragraph; 0 if there is none."""
    if not words.low or len(words.low[0]) < 3:
        return 0
    if words.low[0][0].isdigit() and _CLOCK.fullmatch(words.low[0]):
        return _past_clock(words)
    if not text[words.starts[0] : words.ends[0]].isupper():
        return _past_agency(text, words)
    for index in range(1, min(_LONGEST_DATELINE, len(words) - 1)):
        if words.low[index] in _DATELINE_ENDS:
            return index + 1
        if words.low[index] == QUOTE or words.low[index] in _ENDS or words.low[index] == ":":
            return 0
    return 0


def _past_clock(words: Paragraph) -> int:
    """Behind "10:42", "9.05 pm GMT –" at the head of a post of a live page; 0 where the words go on from the time."""
    index = 1
    while index < min(_LONGEST_DATELINE, len(words) - 1) and words.low[index] in _BEHIND_CLOCK:
        index += 1
    return index if index < len(words) and (words.upper[index] or words.low[index] == QUOTE) else 0


def _past_agency(text: str, words: Paragraph) -> int:
    """Behind "Oslo (dpa) –", "New York, N.Y. (AP) —"; 0 where no agency stands between a place and a dash."""
    opens = next(
        (index for index in range(1, min(_LONGEST_DATELINE, len(words) - 3)) if words.low[index] == "("), None
    )
    if opens is None or not all(words.upper[index] or words.low[index] == "," for index in range(opens)):
        return 0
    closes = next(
        (index for index in range(opens + 2, min(opens + 6, len(words) - 1)) if words.low[index] == ")"), None
    )
    if closes is None or words.low[closes + 1] not in _DATELINE_ENDS:
        return 0
    return closes + 2


def _may_begin(words: Paragraph, index: int) -> bool:
    return (
        words.upper[index]
        or words.low[index] == QUOTE
        or words.low[index][0].isdigit()
        or words.low[index] in "([—–--•*“”\"'‘«"
        or not words.low[index][0].isascii()
    )


_STARTERS = frozenset(
    "the a an in on at he she it they we i this that these those and but if when while for as his her their its our "
    "according after before with no not there what who nobody everybody somebody everyone someone anyone some many most "
    "all both several another such then now still yet so because since although though unless until once only even also "
    "however meanwhile later earlier last next here how why which whose nor".split()
)


def _begins_behind_abbreviation(text: str, words: Paragraph, index: int) -> bool:
    """Whether a sentence begins with word `index` behind "U.S.", "Fla.": with a function word, with a quotation that is a
    sentence, or, behind ", Fla.", with any capital."""
    if words.low[index] == QUOTE:
        inside = text[slice(*words.quotes[index].inside)].split()
        return len(inside) > 2 and inside[0][:1].isupper()
    if not words.upper[index]:
        return False
    if words.low[index] in _STARTERS:
        return True
    if words.low[index - 1] in _HALVES and words.low[index] not in WEEKDAYS | MONTHS:
        return not text[words.starts[index] : words.ends[index]].isupper()  # "at 4 a.m. GMT"
    state = words.low[index - 1]
    return (
        index > 2
        and words.low[index - 2] == ","
        and words.upper[index - 3]
        and (state in _STATES or (len(state) == 4 and state[1::2] == ".."))
    )


def _quote_ends_sentence(text: str, words: Paragraph, index: int) -> bool:
    """Whether a sentence ends with the quotation: it closes with a stop, and no "she said" belongs to it."""
    if index + 1 == len(words):
        return False
    inside = text[words.quotes[index].inside[0] : words.quotes[index].inside[1]].rstrip(" ’'”\"")
    if not inside or inside[-1] not in _ENDS:
        return False
    after = index + 1
    if not (words.upper[after] or words.low[after] == QUOTE or not words.low[after][0].isalnum()):
        return False
    if words.low[after] in ",;:—–--)]-" or words.low[after] in _ENDS:
        return False
    if inside[-1] == "." and not inside.endswith("..."):
        return True
    return not _tag_follows(words, after)


def _tag_follows(words: Paragraph, after: int) -> bool:
    """Whether "Trump asked", "the minister said": a short subject with a cue of quoting comes next."""
    from onrecord.extract.lexicon import TAGS

    for index in range(after, min(after + 8, len(words))):
        low = words.low[index]
        if low in _ENDS or low in (QUOTE, "that"):
            return False
        if low.endswith("ed") and not words.upper[index] and index > after and low not in TAGS:
            return index + 1 == len(words) or words.low[index + 1] in _ENDS  # “…!” Ann Lee emailed.
        if low in TAGS and index > after:
            return (
                index + 1 == len(words)
                or words.low[index + 1] in _ENDS
                or words.low[index + 1] in (",", ":", "in", "on", "at", "during", "of", "to")
            )
    return False
