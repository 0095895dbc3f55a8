"""Several who speak together: "Bo Quist and Ann Lee", "the mayor, along with her deputy", "Quist, Lee and Berg"."""

from onrecord.extract import phrases
from onrecord.extract.cast import Cast, past_titles, runs_in
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.people import DOCUMENTS, NOT_NAMES, ORGANISATION_WORDS, is_human
from onrecord.extract.words import (
    ADVERBS,
    DETERMINERS,
    FINITE,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIMES,
)
from onrecord.text.given_names import FEMALE_NAMES, MALE_NAMES

Range = tuple[int, int]

# What joins those who speak together, by the language of the cue; longer ones first.
_JOINS: dict[str, tuple[tuple[str, ...], ...]] = {
    code: tuple(tuple(join.split()) for join in joins.split(", "))
    for code, joins in {
        "en": "along with, together with, as well as, and, &, or, nor, alongside, plus",
        "de": "gemeinsam mit, zusammen mit, und, sowie, oder, &",
        "fr": "ainsi que, et, ou, &",
        "es": "junto con, así como, junto a, y, e, o, &",
        "it": "insieme a, insieme con, e, ed, o, &",
        "pt": "junto com, bem como, assim como, e, ou, &",
        "nl": "samen met, en, of, alsook, &",
        "sv": "tillsammans med, och, samt, eller, &",
        "da": "sammen med, og, samt, eller, &",
        "pl": "wraz z, razem z, i, oraz, lub, &",
        "ru": "вместе с, а также, и, или, &",
        "uk": "разом з, а також, і, й, та, або, &",
    }.items()
}
_SINGLE = frozenset(join[0] for joins in _JOINS.values() for join in joins if len(join) == 1) - {"&", "plus"}
_OTHERS = frozenset(
    "others colleagues co-authors coauthors associates aides relatives allies supporters company".split()
)
_CLOSING = frozenset(")]")
_TAILS = ("of", "for", "on", "at", "from", "in", "by")
_FURTHEST = 24


def joined(words: Paragraph, index: int, high: int, codes: tuple[str, ...]) -> int | None:
    """Where the words end, from word `index` on, that join somebody to who is named before; None where there are none."""
    if words.upper[index]:
        return None
    for code in codes:
        for join in _JOINS.get(code, ()):
            end = index + len(join)
            if words.low[index] == join[0] and end < high and tuple(words.low[index:end]) == join:
                return end
    return None


def after(words: Paragraph, who: Range, high: int) -> Range:
    """Who is named from word `who[0]` on with all who are named behind: "said Bo Quist, the mayor, and Ann Lee"."""
    low = words.low
    first, index = who
    while index + 1 < high:
        begin = index
        if low[begin] == ",":
            begin += 1
            # "52, the mayor," behind a name, where "and" or "along with" follows
            if low[begin] in DETERMINERS or not words.upper[begin]:
                begin = _behind_asides(words, begin, high)
        behind = joined(words, begin, high, ("en",)) if begin < high else None
        if behind is None:
            behind = begin if begin > index and _is_list(words, begin, high) else None
        following = phrases.after(words, behind, high) if behind is not None else None
        if (
            following is None
            or following[1] <= following[0]
            or behind is None
            or not _is_somebody(words, following, high)
        ):
            break
        index = following[1]
    return first, index


def _behind_asides(words: Paragraph, index: int, high: int) -> int:
    """Behind what explains a name up to the word that joins another to it; `index` itself where there is none."""
    for comma in range(index, min(high - 1, index + _FURTHEST)):
        if words.low[comma] in FINITE or words.low[comma] == QUOTE:
            break
        if words.low[comma] == "," and joined(words, comma + 1, high, ("en",)) is not None:
            return comma + 1
    return index


def whole(words: Paragraph, who: Range | None, cue: Range) -> Range | None:
    """Who is named in front of the cue with all who follow: "(Bo Quist), along with Ann Lee, said"."""
    return after(words, who, cue[0]) if who is not None and who[1] < cue[0] else who


def _is_list(words: Paragraph, index: int, high: int) -> bool:
    """Whether a list of names goes on at word `index`, behind a comma, up to an "and"."""
    if not words.upper[index] or words.low[index] in NOT_NAMES:
        return False
    start, _ = past_titles(words, *next(iter(runs_in(words, index, high)), (index, index)))
    for k in range(index, min(index + _FURTHEST, high)):
        word = words.low[k]
        if word in ("and", "&") and k > index and k + 1 < high:
            return start < k and (words.upper[k + 1] or words.low[k + 1] in DETERMINERS | _OTHERS)
        if word != "," and not words.upper[k] and word not in ("de", "van", "von", "of", "the"):
            return False
    return False


def _is_somebody(words: Paragraph, who: Range, high: int) -> bool:
    """Whether a phrase can be one more who speaks, and no clause begins with it: "and Ann Lee agreed"."""
    low, index = words.low, who[0]
    if phrases.verb_follows(words, index, high) or low[index] in TIMES:
        return False
    if who[1] < high and low[who[1]][0].isalpha() and low[who[1]].endswith("ed"):
        return False
    end = next((k for k in range(index + 1, who[1]) if low[k] in PREPOSITIONS), who[1])
    return (
        (words.upper[index] and low[index] not in NOT_NAMES)
        or low[index] in _OTHERS
        or (low[index] in SUBJECT_PRONOUNS and (who[1] >= high or not low[who[1]][0].isalpha()))
        or (
            low[index] in DETERMINERS
            and (is_human(low[end - 1]) or words.upper[end - 1] or low[end - 1] in _OTHERS)
        )
    )


def parts(words: Paragraph, who: Range, codes: tuple[str, ...], cast: Cast) -> list[Range]:
    """Each who is named by the words of `who`; the whole where that is one, or the name of one thing ("Marks and Spencer")."""
    stretches = _stretches(words, who, codes)
    if len(stretches) == 1:
        return [who]
    members = [stretches[0][0]]
    for (first, last), is_joined in stretches[1:]:
        left = members[-1]
        if is_joined:
            if _is_another(words, left, (first, last), cast):
                members.append((first, last))
            else:
                members[-1] = (left[0], last)
        elif words.upper[first] and _has_name(words, first, last):
            members.append((first, last))
    return members if len(members) > 1 else [who]


def join_of(words: Paragraph, left: Range, right: Range) -> str:
    """The word that joins two who speak together; "and" for a sign or several words."""
    between = (words.low[index] for index in range(left[1], right[0]))
    return next((word for word in between if word in _SINGLE and word != "alongside"), "and")


def _stretches(words: Paragraph, who: Range, codes: tuple[str, ...]) -> list[tuple[Range, bool]]:
    """The stretches between commas and joining words, each with whether it is joined to the one before."""
    stretches: list[tuple[Range, bool]] = []
    index, begin, is_joined, depth = who[0], who[0], False, 0
    if words.low[index] in ("both", "neither", "either"):
        index, begin = index + 1, begin + 1
    while index < who[1]:
        depth += (words.low[index] in "([") - (words.low[index] in _CLOSING)
        behind = joined(words, index, who[1], codes) if depth <= 0 else None
        if behind is not None or (words.low[index] == "," and depth <= 0):
            if index > begin and not all(word in TIMES | ADVERBS for word in words.low[begin:index]):
                stretches.append(((begin, index), is_joined))
                is_joined = False
            is_joined = is_joined or behind is not None
            index = begin = behind if behind is not None else index + 1
        else:
            index += 1
    if begin < who[1]:
        stretches.append(((begin, who[1]), is_joined))
    return stretches or [(who, False)]


def _has_name(words: Paragraph, first: int, last: int) -> bool:
    """Whether a stretch begins with a name, and not only with what somebody is: "Mayor of Oslo"."""
    run = next(iter(runs_in(words, first, last)), None)
    return run is not None and run[0] == first and past_titles(words, *run)[0] < run[1]


def _is_another(words: Paragraph, left: Range, right: Range, cast: Cast) -> bool:
    """Whether the words behind "and" are somebody else, and no part of one name: "Department of Health and Human Services"."""
    low, upper = words.low, words.upper
    first, last = right
    end = next((k for k in range(first + 1, last) if low[k] in PREPOSITIONS or low[k] == "("), last)
    tail = next((k for k in range(left[0] + 1, left[1]) if low[k] in _TAILS), None)
    if low[first] in _OTHERS or low[first] in SUBJECT_PRONOUNS:
        return True
    if tail is not None and low[left[0]] in DETERMINERS and low[first] not in DETERMINERS | POSSESSIVES:
        return False  # "a spokesman for Bo Quist and Ann Lee", "the ministers of Norway and Sweden"
    if low[first] in DETERMINERS | POSSESSIVES:
        return tail is None or is_human(low[end - 1]) or upper[end - 1]
    if not upper[first]:
        # "doctors and nurses", "the founder and chief executive" are described by the whole.
        return low[left[0]] not in DETERMINERS and upper[left[1] - 1] and low[first] not in DOCUMENTS
    if any(low[k].endswith("'s") for k in range(first, last - 1)):
        return False  # "Bo Quist and Ann Lee's lawyer"
    start, titles = past_titles(words, first, end)
    if titles:
        return True
    is_given_name = low[first] in MALE_NAMES or low[first] in FEMALE_NAMES
    entity = cast.called(cast.name_of(words, start, end))
    is_person = entity is not None and entity.kind == "person"
    if tail is not None:
        holds_organisation = any(low[k] in ORGANISATION_WORDS for k in range(left[0], tail))
        return is_person and (is_given_name or (end - first > 1 and not holds_organisation))
    if any(low[k] in ORGANISATION_WORDS for k in range(first, end)):
        return low[left[1] - 1] in ORGANISATION_WORDS or _is_known(words, left, cast)
    if is_person and (end - first > 1 or is_given_name):
        return True
    return entity is not None and _is_known(words, left, cast)


def _is_known(words: Paragraph, part: Range, cast: Cast) -> bool:
    """Whether a stretch is the name of somebody in the text, or says what somebody is."""
    first, last = part
    if not words.upper[last - 1]:
        return True
    first += words.low[first] in DETERMINERS
    start, titles = past_titles(words, first, last)
    return bool(titles) or cast.called(cast.name_of(words, start, last)) is not None
