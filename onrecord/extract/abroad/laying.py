"""The words, quotations and sentences of a paragraph, by the words of its language."""

from bisect import bisect_right
from collections.abc import Iterator

from onrecord.extract.abroad.lexicon import AUXILIARY, FINITE, PARTICIPLE, Lexicon
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.matching.incises import incises
from onrecord.model.record import fresh, mutable
from onrecord.text.marks import Pair, pairs_in
from onrecord.text.patterns import lazy

# Letters and digits of the scripts that are written with spaces: "NHKによると" and "2011年以来" are no words.
_LETTER = r"[^\W\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]"
_TOKEN = lazy(
    r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]"  # each by itself: names are no words with spaces around them
    r"|(?i:\b(?:[ldnsjmtc]|qu|lorsqu|puisqu|jusqu|quelqu|dell|nell|all|sull|dall|quell|un|quest|sant)['’](?=\w))"  # l', dell'
    r"|(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![\w.]))?"
    r"|\d+-[^\W\d_]\w*"  # 54-Jähriger
    rf"|\d+(?:[.,:]\d+)*{_LETTER}*"
    r"|(?:aujourd|prud)['’]hui"
    rf"|{_LETTER}+(?:[-‑'’ʼ]{_LETTER}+)*"
    r"|--+|\.\.\.+|[^\w\s]"
)
_CLITIC = lazy(r"(?i)-(?:t-)?(?=(?:il|elle|on|ils|elles|je)\b)")
_ENDS = frozenset(".!?…。！？؟")
_WIDE_ENDS = frozenset("。！？؟")
DASHES = frozenset("—–―-") | {"--", "---"}
_LONGEST_SENTENCE = 400
_INITIAL = lazy(r"[^\W\d_]")
_MOST_DAYS = 31
_SHORTEST_VERB = 3
_LONGEST_CLAUSE = 14
_LONGEST_TITLE = 5


@mutable
class Laid(Paragraph):
    """A paragraph in a language other than English.

    `resumed` are quotations that go on behind a clause inside the marks; `titles` those that may be what a paper is called.
    """

    lexicon: Lexicon
    resumed: set[int] = fresh(default_factory=set)
    titles: set[int] = fresh(default_factory=set)

    @property
    def code(self) -> str:
        """The language, as two letters."""
        return self.lexicon.code


def laid(text: str, start: int, end: int, words: Lexicon) -> Laid:
    """The words, quotations and sentences of `text[start:end]`."""
    words_of = Laid(start, end, [], [], [], [], {}, [], words)
    offset = start
    for pair in pairs_in(text, start, end):
        if pair.start < offset:
            continue
        _tokenize(text, offset, pair.start, words_of, words)
        offset = _quotation(text, pair, words_of, words)
    _tokenize(text, offset, end, words_of, words)
    words_of.sentences = _sentences(text, words_of)
    return words_of


def _quotation(text: str, pair: Pair, into: Laid, words: Lexicon) -> int:
    """Adds a quotation as one word, or as several with the reporter's clauses between them; where it ends."""
    low, high = pair.inside
    clauses = [] if into.low[-1:] == [":"] else [*incises(text, low, high, (words.code,))]
    if not clauses and into.low[-1:] != [":"]:
        clauses = [*_naming_incises(text, low, high, words)] or [*_dashed_incises(text, low, high, words)]
    for start, end in clauses:
        if not any(map(str.isalnum, text[low:start])):
            break
        _add_quotation(pair, low, start, into)
        _tokenize(text, start, end, into, words)
        low = end
    if low != pair.inside[0] and not any(map(str.isalnum, text[low:high])):
        return pair.end
    _add_quotation(pair, low, high, into)
    if _is_title(text[low:high].split()):
        into.titles.add(len(into.low) - 1)
    if len(into.quotes) > 1 and low != pair.inside[0]:
        into.resumed.add(len(into.low) - 1)
    return pair.end


def _is_title(inside: list[str]) -> bool:
    """Whether quoted words are short and have capitals as names have: „Bote am Sund“."""
    return (
        0 < len(inside) <= _LONGEST_TITLE
        and inside[0][0].isupper()
        and inside[-1][-1].isalnum()
        and all(word[0].isupper() or len(word) <= _SHORTEST_VERB for word in inside)
    )


_COMMAED = lazy(r"(?P<before>[,!?])\s+(?P<clause>[^,;.!?…\n«»“”„\"—–:]{3,120}?)(?:[,.]\s+|\.?\s*\Z)")


def _naming_incises(text: str, start: int, end: int, words: Lexicon) -> Iterator[tuple[int, int]]:
    """Clauses between commas that begin with a verb of saying, in any tense, and name somebody with a role or in full."""
    offset = start
    while match := _COMMAED.search(text, offset, end):
        clause = Laid(match.start("clause"), match.end("clause"), [], [], [], [], {}, [], words)
        _tokenize(text, *match.span("clause"), clause, words)
        if _names_speaker(clause, words):
            # A question or an exclamation keeps its mark.
            offset = _past_apposition(text, match.end(), end, words)
            yield match.start() + (match["before"] != ","), offset
        else:
            offset = match.end("clause")


_APPOSED = lazy(r"(?P<head>(?:[lL]['’])?[^\W\d_A-Z]+)\s[^,;.!?…\n«»“”„\"—–:]{1,80}?[,.]\s+")
# Endings of what explains a name: rescapée du naufrage, chauffeuse de bus
_TELLS_MORE: dict[str, str | tuple[str, ...]] = {
    "fr": ("ée", "é", "eur", "euse", "ère", "ier", "iste", "ien", "ienne", "trice")
}


_FORMER = frozenset(
    "ancien ancienne ex già antiguo antigua antigo antiga ehemaliger ehemalige früherer frühere były była бывший бывшая "
    "колишній колишня exjefe voormalig le la il el o a un une un una um uma".split()
)


def _past_apposition(text: str, offset: int, end: int, words: Lexicon) -> int:
    """Behind what explains a name: "souffle Awa Diakité, mère de trois enfants, …"."""
    match = _APPOSED.match(text, offset, end)
    if match is None:
        return offset
    head = match["head"].partition("'")[2] or match["head"].partition("’")[2] or match["head"]
    former = head in _FORMER and any(
        words.is_role(word) for word in match[0].strip(" ,.").split()[1:_SHORTEST_VERB]
    )
    apposed = former or words.is_role(head) or head.endswith(_TELLS_MORE.get(words.code, "-"))
    return match.end() if apposed else offset


_DASHED = lazy(r"(?P<before>[,.!?…]?)\s*[—–]\s*(?P<clause>[^—–«»“”„\"\n]{3,120}?)[.,!?]?\s*[—–][,.]?\s*")


def _dashed_incises(text: str, start: int, end: int, words: Lexicon) -> Iterator[tuple[int, int]]:
    """Clauses between dashes that begin as with a verb, known or not, and name somebody with a role or in full."""
    offset = start
    while match := _DASHED.search(text, offset, end):
        clause = Laid(match.start("clause"), match.end("clause"), [], [], [], [], {}, [], words)
        _tokenize(text, *match.span("clause"), clause, words)
        offset = match.end("clause")
        if _may_name_speaker(clause, words):
            yield match.start() + (match["before"] in ("!", "?", "…", ".")), match.end()
            offset = match.end()


def _may_name_speaker(clause: Laid, words: Lexicon) -> bool:
    low = clause.low
    if not 2 <= len(low) <= _LONGEST_CLAUSE or clause.upper[0] or len(low[0]) < _SHORTEST_VERB:
        return False
    if low[0] in words.prepositions | words.conjunctions | words.articles | words.skipped | words.relatives:
        return False
    named = sum(clause.upper) >= 2 or any(
        clause.upper[index] and low[index] in words.given_names for index in range(1, len(low))
    )
    return named or (bool(words.kind(low[0])) and any(words.is_role(word) for word in low[1:]))


def _names_speaker(clause: Laid, words: Lexicon) -> bool:
    low = clause.low
    if len(low) < 2 or len(low) > _LONGEST_CLAUSE or clause.upper[0]:
        return False
    if (
        low[0] in words.reflexives and low[0] not in words.pronouns and len(low) > 2
    ):  # se souvient Lucie Ferrand
        return bool(words.kind(low[1]) & FINITE) and any(clause.upper)
    if (
        words.code == "fr"
        and words.kind(low[0])
        and low[1] in words.clitics
        and clause.starts[1] > clause.ends[0]
    ):
        return True  # explique-t-il
    if _is_verb_and_name(clause, words):
        return True
    perfect = words.kind(low[0]) & AUXILIARY and words.kind(low[1]) & PARTICIPLE
    if not words.kind(low[0]) & FINITE and not perfect:
        return False
    return any(words.is_role(word) or word in words.titles for word in low[1:]) or any(
        clause.upper[index] and low[index] in words.given_names for index in range(1, len(low))
    )


def _is_verb_and_name(clause: Laid, words: Lexicon) -> bool:
    """Whether a clause is one word, which may be a verb, and a full name: "souffle Awa Diakité"."""
    low = clause.low
    other = words.prepositions | words.conjunctions | words.articles | words.skipped | words.relatives
    other = other | words.titles | words.of | words.that | words.given_names
    return (
        len(low) >= _SHORTEST_VERB
        and len(low[0]) >= _SHORTEST_VERB
        and low[0] not in other
        and not words.is_role(low[0])
        and not words.table.nouns_upper
        and clause.upper[1]
        and clause.upper[-1]
        and all(clause.upper[index] or low[index] in words.particles for index in range(1, len(low)))
    )


def _add_quotation(pair: Pair, low: int, high: int, into: Laid) -> None:
    first, last = low == pair.inside[0], high == pair.inside[1]
    if not (first and last):
        opening = pair.opening if first else type(pair.opening)(low, low, pair.opening.family, True)
        closing = (
            pair.closing
            if last and pair.closing
            else type(pair.opening)(high, high, pair.opening.family, False)
        )
        pair = Pair(opening, closing, closing.end)
    into.quotes[len(into.low)] = pair
    into.starts.append(pair.start)
    into.ends.append(pair.end)
    into.low.append(QUOTE)
    into.upper.append(False)


def _tokenize(text: str, start: int, end: int, into: Laid, words: Lexicon) -> None:
    for token in _TOKEN.finditer(text, start, end):
        first, last = token.span()
        word = token[0]
        if words.code == "fr" and "-" in word and (clitic := _CLITIC.search(word)) and clitic.start():
            _add(text, first, first + clitic.start(), into)
            _add(text, first + clitic.end(), last, into)
            continue
        if (
            word == "."
            and into.low
            and into.ends[-1] == first
            and _is_abbreviated(text, last, end, into, words)
        ):
            into.ends[-1] = last
            continue
        _add(text, first, last, into)


def _add(text: str, first: int, last: int, into: Laid) -> None:
    word = text[first:last]
    into.starts.append(first)
    into.ends.append(last)
    into.low.append(word.lower().replace("’", "'").replace("ʼ", "'").replace("‑", "-"))
    into.upper.append(word[0].isupper())


def _is_abbreviated(text: str, offset: int, end: int, into: Laid, words: Lexicon) -> bool:
    """Whether the stop before `offset` belongs to the word before it: "Dr.", "A." of a name, "3." of a date."""
    low = into.low[-1]
    if low in words.abbreviations or (len(low) == 1 and into.upper[-1]):
        return True
    if not low.isdigit() or not words.table.ordinals or int(low[:4]) > _MOST_DAYS:
        return False
    behind = _TOKEN.search(text, offset, end)
    return behind is not None and (behind[0].lower() in words.months or behind[0].islower())


def _sentences(text: str, words: Laid) -> list[tuple[int, int]]:
    low, count = words.low, len(words.low)
    borders: list[tuple[int, int]] = []
    first = 0
    for index in range(count):
        if low[index] == QUOTE:
            ends = _quotation_ends(text, words, index)
        else:
            ends = low[index] in _ENDS and (
                index + 1 == count or low[index] in _WIDE_ENDS or _may_begin(words, index + 1)
            )
        if ends or index - first >= _LONGEST_SENTENCE:
            borders.append((first, index + 1))
            first = index + 1
    if first < count:
        borders.append((first, count))
    return borders


def _may_begin(words: Laid, index: int) -> bool:
    low = words.low[index]
    if index in words.resumed or (low in DASHES and index + 1 < len(words) and index + 1 in words.resumed):
        return False
    return words.upper[index] or low == QUOTE or low[0].isdigit() or low in "([¿¡•*" or low in DASHES


def _quotation_ends(text: str, words: Laid, index: int) -> bool:
    if index + 1 == len(words):
        return False
    inside = text[slice(*words.quotes[index].inside)].rstrip()
    if inside[-1:] not in _ENDS:
        return False
    after = index + 1
    return words.low[after] == QUOTE or (words.upper[after] and words.low[after][0].isalpha())


def bounds_of(words: Paragraph, index: int) -> tuple[int, int]:
    """The sentence that word `index` belongs to, as a range of words."""
    return words.sentences[bisect_right(words.sentences, index, key=lambda sentence: sentence[0]) - 1]
