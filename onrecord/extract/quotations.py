"""Quotations as such: which stand alone, which are signed, and where a wording begins and ends among its marks."""

from onrecord.extract import phrases
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.people import PARTICLES
from onrecord.extract.proposal import Form
from onrecord.extract.sentence import Report
from onrecord.extract.words import (
    ADVERBS,
    BE,
    CLAUSE_OPENERS,
    DASHES,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from onrecord.matching.incises import incises
from onrecord.text import polarity
from onrecord.text.patterns import lazy
from onrecord.text.polarity import Reading

_TURN = lazy(r"[\"“«]?\s*([A-Z][A-Z.'’-]*[A-Z.](?: [A-Z][A-Z.'’-]*){0,4}):\s+(?=\S)")
# Marks that stand for themselves here, since they have no partner. A straight one may be either.
_OPENS = frozenset('“„«‟〝「『"')
_CLOSES = frozenset('”»“〞」』"')

# A quotation of fewer words without a speaker is a heading or a name.
_LEAST_WORDS = 4
_WITHOUT_SPACES = 0x2E80
_STOPS = frozenset(".,!?…—–-")
# In front of words that are mentioned, and of titles.
_MENTIONING = frozenset(
    "word words term terms phrase phrases titled entitled title called named dubbed nicknamed expression song film book "
    "novel movie album play show series poem painting programme program episode essay slogan motto hashtag heading "
    "headline headlined".split()
)
_CALLING = frozenset("so-called self-styled self-described self-proclaimed proverbial".split())
_PARTS_CLAUSES = (
    (CLAUSE_OPENERS - PREPOSITIONS - {"as", "than", "so", "yet", "even"})
    | DASHES
    | frozenset(",;:()[]")
    | {"and", "who", "which", "or"}
)
_LONGEST_SIGNATURE = 200
_IN_NAMES = PARTICLES | frozenset("of the and for und y e et i och og en a in at on zu zum".split())


def span_of(text: str, words: Paragraph, piece: tuple[int, int]) -> tuple[int, int] | None:
    """A range of words as a range of the text, without marks around the whole; None if there are no words in it."""
    first, last = piece
    while first < last and _is_lone_mark(words.low[first]):
        first += 1
    while first < last and _is_lone_mark(words.low[last - 1]):
        last -= 1
    if first >= last:
        return None
    start, end = words.range_of((first, last))
    if last - first == 1 and words.low[first] == QUOTE:
        start, end = words.quotes[first].inside
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if any(character.isalnum() for character in text[start:end]) else None


_NAME = lazy(
    r"\b[^\W\d_a-zß-ÿ]\w+(?:[ -](?:(?:de|da|di|del|la|los|van|von|der|den|dos|du|le)\s)*[^\W\d_a-zß-ÿ]\w+)+"
)


def without_incises(text: str, span: tuple[int, int], languages: tuple[str, ...]) -> list[tuple[int, int]]:
    """A range of direct speech without the reporter's clauses in it, as the stretches that are left:
    « Le pont, a-t-elle ajouté, tiendra bon » has two."""
    stretches: list[tuple[int, int]] = []
    offset = span[0]
    for start, end in (*incises(text, *span, languages), (span[1], span[1])):
        while end < span[1] and text[end].isspace():
            end += 1
        while start > offset and text[start - 1].isspace():
            start -= 1
        if any(character.isalnum() for character in text[offset:start]):
            stretches.append((offset, start))
        offset = end
    return stretches or [span]


def named_inside(text: str, stretches: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Where the clause between the first two stretches names who speaks: «Nadie, dijo Ana Ruiz, saldrá»."""
    if len(stretches) < 2:
        return None
    match = _NAME.search(text, stretches[0][1], stretches[1][0])
    return match.span() if match else None


def form_of(text: str, words: Paragraph, piece: tuple[int, int]) -> Form:
    """The form in which the words are given: all, some or none of them in quotation marks.

    A mark without a partner right before or behind them vouches for the whole.
    """
    first, last = piece
    quoted = any(words.low[index] == QUOTE for index in range(first, last))
    open_words = any(
        words.low[index] != QUOTE and words.low[index][0].isalnum() for index in range(first, last)
    )
    if quoted:
        return "mixed" if open_words else "direct"
    before = words.low[first - 1] if first else ""
    after = words.low[last] if last < len(words) else ""
    begins = _OPENS.intersection((before, words.low[first]))
    ends = _CLOSES.intersection((after, words.low[last - 1]))
    return "direct" if begins or ends else "indirect"


def _is_lone_mark(word: str) -> bool:
    return word in _OPENS or word in _CLOSES


def completes(text: str, words: Paragraph, piece: tuple[int, int], cue: tuple[int, int] | None) -> bool:
    """Whether a quotation is a part of the reporter's sentence, as in: denied “any wrongdoing”, asked whether “all” came.

    Then it is denied or asked, and not said in so many words. `cue` is a range of the text.
    """
    first, last = piece
    pair = words.quotes.get(first)
    if last - first != 1 or pair is None or cue is None or cue[1] > pair.start:
        return False
    inside = text[slice(*pair.inside)].rstrip()
    if inside.endswith("?"):
        return False
    before = words.low[first - 1][-1] if first else ""
    after = words.low[last][0] if last < len(words) and words.low[last] != QUOTE else ""
    goes_on = after.isalnum() and not inside.endswith((".", "!", ",", "…"))
    return before.isalnum() or goes_on


def standing_alone(words: Paragraph) -> list[int]:
    """The quotations, as words, whose sentences hold nothing but quotations and marks."""
    alone: list[int] = []
    for low, high in words.sentences:
        inside = [index for index in range(low, high) if words.low[index] == QUOTE]
        if inside and not any(
            words.low[index] != QUOTE and words.low[index][0].isalnum() for index in range(low, high)
        ):
            alone += inside
    return alone


def is_statement(text: str, words: Paragraph, index: int) -> bool:
    """Whether the quotation at word `index` can be somebody's words: long enough, no title, no word that is mentioned, and
    no part of the author's own sentence, as far as capitals and stops tell."""
    pair = words.quotes[index]
    inside = text[slice(*pair.inside)].strip()
    parts = inside.split()
    if not inside or text[max(0, pair.start - 1) : pair.start] == "=":
        return False
    # Scripts without spaces: three characters are as much.
    if len(parts) < _LEAST_WORDS or ord(inside[0]) >= _WITHOUT_SPACES:
        return sum(character.isalpha() and ord(character) >= _WITHOUT_SPACES for character in inside) >= 3
    longer = [word for word in parts if len(word) > 3 and word[0].isalpha()]
    stops = inside[-1] in _STOPS or text[pair.end : pair.end + 1] in _STOPS
    if longer and all(word[0].isupper() for word in longer) and inside.rstrip(",.")[-1:].isalnum():
        return False
    if not index:
        return True
    before = words.low[index - 1]
    if before in _MENTIONING or not stops:
        return False
    first = next((character for character in inside if character.isalpha()), "")
    return first.isupper() or not first.islower()


def is_part(text: str, words: Paragraph, index: int) -> bool:
    """Whether the quotation at word `index` is words of somebody within the author's sentence: long enough, and no title,
    name or word that is mentioned."""
    inside = text[slice(*words.quotes[index].inside)].strip()
    before = words.low[index - 1] if index else "."
    if len(inside.split()) < _LEAST_WORDS or before in _MENTIONING or not before[0].isalpha():
        return False
    longer = [word for word in inside.split() if len(word) > 3 and word[0].isalpha()]
    if not inside[0].islower() or all(word[0].isupper() for word in longer) or before in _CALLING:
        return False
    # Behind "is" and "as" a noun phrase is what somebody calls something; elsewhere it is a phrase of the trade, as a rule.
    parts = inside.lower().split()
    stated = any(part in FINITE or part in SUBJECT_PRONOUNS for part in parts)
    return stated or parts[0] not in DETERMINERS or before in BE or before == "as"


def beside(words: Paragraph, first: int, reports: list[Report]) -> Report | None:
    """The report of "…, Lee said" in the sentence of a clause at word `first` that goes on behind it."""
    low, _ = words.sentence_at(first)
    before = [
        report
        for report in reports
        if low <= report.cue[0] < first and report.frame in ("tag", "inverted") and report.speaker is not None
    ]
    return before[-1] if before else None


def clause_start(words: Paragraph, index: int) -> int:
    """Where the clause begins that goes on into the quotation at word `index`: behind a mark, or a word that opens clauses."""
    low, _ = words.sentence_at(index)
    first = index
    while first > low and words.low[first - 1] != QUOTE and words.low[first - 1] not in _PARTS_CLAUSES:
        first -= 1
    # "beyond just “making things difficult”": there is no clause, only how the words are joined to one.
    before = words.low[first:index]
    joined = all(word in PREPOSITIONS | ADVERBS for word in before) and not PREPOSITIONS.isdisjoint(before)
    return index if joined else first


def doubt(text: str, words: Paragraph, index: int, codes: tuple[str, ...]) -> Reading | None:
    """What the author's words around the quotation at word `index` express of the saying of it: that it is denied, or asked."""
    low, high = words.sentence_at(index)
    pair = words.quotes[index]
    asked = _around(text, words, index, words.starts[low], words.ends[high - 1])
    known = () if "en" in codes else [code for code in codes if code in polarity.LANGUAGES]
    readings = [_read(words, part) for part in asked]
    readings += [polarity.lexicon(code).read(part) for code in known for part in asked]
    telling = next((reading for reading in readings if reading.polarity != "asserted"), None)
    return Reading(telling.polarity, True, pair.start, pair.end) if telling is not None else None


def _read(words: Paragraph, part: str) -> Reading:
    """What the author's words express: in English where the paragraph is English, else in whatever language knows them."""
    return polarity.lexicon("en").read(part) if words.code == "en" else polarity.reading_of(part)


def is_doubted_beside(text: str, words: Paragraph, index: int) -> bool:
    """Whether the sentence before or behind the quotation at word `index` asks or denies: "Lee was asked. “…” He never said that."."""
    low, high = words.sentence_at(index)
    pair = words.quotes[index]
    begin = words.starts[words.sentence_at(low - 1)[0]] if low else pair.start
    end = words.ends[words.sentence_at(high)[1] - 1] if high < len(words) else pair.end
    return any(
        polarity.reading_of(part).polarity != "asserted" for part in _around(text, words, index, begin, end)
    )


def _around(text: str, words: Paragraph, index: int, begin: int, end: int) -> list[str]:
    """What the author writes before and behind the quotation at word `index`, from `begin` to `end`, without other quotations."""
    pair = words.quotes[index]
    # No word is shorter than a letter, so that none farther away is in reach.
    near = range(max(0, index - _LONGEST_SIGNATURE), min(len(words), index + _LONGEST_SIGNATURE))
    others = [words.quotes[place] for place in near if place in words.quotes and place != index]
    begin = max(
        [begin, pair.start - _LONGEST_SIGNATURE, *(other.end for other in others if other.end <= pair.start)]
    )
    end = min(
        [end, pair.end + _LONGEST_SIGNATURE, *(other.start for other in others if other.start >= pair.end)]
    )
    return [part for part in (text[begin : pair.start], text[pair.end : end]) if part.strip()]


def left_out(words: Paragraph, before: list[Report], kept: list[Report]) -> frozenset[int]:
    """The quotations, as words, in the sentences of reports that were not kept: what they hold is said by nobody."""
    held = {id(report) for report in kept}
    sentences = {words.sentence_at(report.cue[0]) for report in before if id(report) not in held}
    return frozenset(index for index in words.quotes for low, high in sentences if low <= index < high)


def signed(text: str, words: Paragraph) -> Report | None:
    """A paragraph that is a quotation and, behind a dash, the name of its author: “…” — Ann Lee"""
    low = words.low
    count = len(low)
    while count and not low[count - 1][0].isalnum() and low[count - 1] != QUOTE:
        count -= 1
    if count < 3 or low[0] != QUOTE or low[1] not in DASHES:
        return None
    name = range(2, count)
    if len(name) > 12 or not words.upper[2] or any(low[k] == QUOTE for k in name):
        return None
    last = next((k for k in name if low[k] == ","), count)
    if not all(words.upper[k] or low[k] in _IN_NAMES or not low[k][0].isalpha() for k in range(2, last)):
        return None
    # “…” — Lee denies it, or Lee, who never said so: that is no signature.
    if (
        _read(words, text[words.starts[2] : words.ends[count - 1]][:_LONGEST_SIGNATURE]).polarity
        != "asserted"
    ):
        return None
    return Report([(0, 1)], (2, last), (1, 2), "signed", 0.9)


def turn(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The name and the words of a paragraph of a transcript, "NAME: words", as ranges of the text."""
    match = _TURN.match(text, start, end)
    if match is None:
        return None
    last = end
    # Only where the whole turn stands in marks is the last of them none of its words'.
    closing = '"”»' if match.start(1) > start else ""
    while last > match.end() and (text[last - 1].isspace() or text[last - 1] in closing):
        last -= 1
    return (match.span(1), (match.end(), last)) if last > match.end() else None


def just_before(words: Paragraph, index: int, reports: list[Report]) -> Report | None:
    """The report of the sentence right before a quotation that stands alone: "…, Lee said. “It was late.”" """
    sentence = words.sentence_index(index)
    if words.sentences[sentence][0] != index or not sentence:
        return None
    first, last = words.sentences[sentence - 1]
    inside = [
        report
        for report in reports
        if first <= report.cue[0] < last and report.speaker is not None and report.frame != "according to"
    ]
    return inside[-1] if inside else None


def subject_before(words: Paragraph, index: int) -> tuple[int, int] | None:
    """The subject of the sentence right before a quotation that stands alone: "Lee shrugged. “It was late.”" """
    here = words.sentence_index(index)
    if not here or words.sentences[here][0] != index:
        return None
    low, high = words.sentences[here - 1]
    if QUOTE in words.low[low:high]:
        return None
    who = phrases.of_clause(words, low, high)
    if who is None or not words.upper[who[0]] or words.low[who[0]] in DETERMINERS:
        return who
    last = next((k for k in range(*who) if not words.upper[k]), who[1])
    # "Vance bristles.": no list has the verb, but a name has capitals.
    return who if last < who[1] and words.low[last] in PREPOSITIONS else (who[0], last)


def apposition(words: Paragraph, after: int) -> tuple[int, int] | None:
    """What stands between commas behind a noun phrase that ends before word `after`: its explanation."""
    low = words.low
    if after + 1 >= len(low) or low[after] != ",":
        return None
    for index in range(after + 1, min(after + 16, len(low))):
        if low[index] in (",", QUOTE, ";", ".", ":"):
            return (after + 1, index) if index > after + 1 else None
    return None
