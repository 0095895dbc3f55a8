"""A paragraph in any language but English: how it is laid out, and what it reports."""

from collections.abc import Iterable

from onrecord.extract import layout
from onrecord.extract.abroad import clauses, dialogue, passed_on, patterns, telling
from onrecord.extract.abroad.frames import Frames
from onrecord.extract.abroad.laying import Laid, laid
from onrecord.extract.abroad.lexicon import AUXILIARY, lexicon
from onrecord.extract.abroad.phrases import Phrases
from onrecord.extract.abroad.sentence import is_reported_form
from onrecord.extract.abroad.told import Told
from onrecord.extract.paragraph import QUOTE, Paragraph

# A quotation of fewer words, or characters where words are not told apart, that nobody is said to say, is a name or a word.
_LEAST_WORDS, _LEAST_CHARACTERS = 4, 3
_LONGEST_TITLE = 8
# A term in a sentence of a script without spaces, in characters.
_LONGEST_TERM = 6
# Reports of a sentence, at most, that may have the quotations of it.
_MOST_BEFORE = 8
_LONGEST_POINTING = 4
_ENDS = ".!?…。！？"


def paragraphs(text: str, bounds: Iterable[tuple[int, int]], language: str | None) -> list[Paragraph]:
    """The paragraphs of a text, each by the rules of its own language; all in the one that is `language`, where one is."""
    whole = language or telling.of_text(text)
    codes = [(start, end, language or telling.of_paragraph(text, start, end, whole)) for start, end in bounds]
    return [
        layout.paragraph(text, start, end) if code == "en" else laid(text, start, end, lexicon(code))
        for start, end, code in codes
    ]


def reports_of(text: str, words: Laid) -> list[Told]:
    """What the sentences of a paragraph report."""
    known = words.lexicon
    if known.table.frames:
        return patterns.reports_of(text, words, known, clauses.reports_of(text, words, known))
    spoken = dialogue.reports_of(text, words, known)
    reports: list[Told] = spoken or []
    until = min(first for first, _ in spoken[0].pieces) - 1 if spoken else len(words)
    last: Told | None = None
    for low, high in words.sentences:
        if spoken and high > until:
            if low < until:
                high = until
            elif low < spoken[0].ends:
                continue
        here = passed_on.read(text, words, known, Frames(text, words, known, low, high).reports())
        if not here and known.subjunctive and (on := _still_reported(words, low, high, last)) is not None:
            here = [on]
        if (
            not any(report.pieces for report in here)
            and (back := _points_back(words, low, high, reports)) is not None
        ):
            here = [back]
        reports += here
        if here:
            last = here[-1]
        elif any(words.low[index] == QUOTE for index in range(low, high)):
            continue
        else:
            last = None
    return sorted(reports, key=lambda report: report.cue)


def _points_back(words: Laid, low: int, high: int, reports: list[Told]) -> Told | None:
    """ "“…” This said X on Monday.": the quotation of the sentence before, which nobody is said to say."""
    known = words.lexicon
    behind = _past_pointing(words, low)
    if behind is None:
        return None
    verbs = (index for index in range(behind, min(behind + 3, high)) if known.kind(words.low[index]))
    # Behind "with these words" any verb will do.
    verb = next(verbs, behind if behind > low + 1 and behind < high else None)
    sentence = words.sentence_index(low)
    if verb is None or sentence == 0:
        return None
    owned = {
        index for report in reports[-_MOST_BEFORE:] for piece in report.pieces for index in range(*piece)
    }
    quoted = [index for index in range(*words.sentences[sentence - 1]) if words.low[index] == QUOTE]
    if not quoted or not owned.isdisjoint(quoted):
        return None
    who = Phrases(words, known).after(verb + 1, high)
    if who is None:
        return None
    return Told(
        [(index, index + 1) for index in quoted], who, (verb, verb + 1), "inverted", 0.7, language=known.code
    )


def _past_pointing(words: Laid, low: int) -> int | None:
    """Behind words that point back at a quotation, at the head of a sentence: "das", "mit diesen Worten"."""
    for count in range(_LONGEST_POINTING, 0, -1):
        if " ".join(words.low[low : low + count]) in words.lexicon.this:
            return low + count
    return None


def _still_reported(words: Laid, low: int, high: int, last: Told | None) -> Told | None:
    """A sentence in the subjunctive of reported speech: whoever spoke last goes on."""
    known = words.lexicon
    quoted = high - 1 if words.low[high - 1] == QUOTE and words.low[high - 2] == ":" else None
    whole, high = high, high if quoted is None else quoted - 1
    if any(words.low[index] == QUOTE for index in range(low, high)) or high - low < _LEAST_WORDS:
        return None
    strict = [
        index
        for index in range(low, high)
        if (words.low[index] in known.subjunctive and not words.upper[index])
        or is_reported_form(words, index)
    ]
    if last is None and any(words.low[index] in known.that for index in range(low, high)):
        return None
    unreal = (
        words.low[index] in ("wenn", "ich")
        or (words.low[index] == "als" and words.low[index + 1] in known.subjunctive | {"ob"})
        for index in range(low, high - 1)
    )
    if not strict or any(unreal):
        return None
    if last is None and low > 0 and not _tells_of_somebody(words, low):
        return None
    if last is None:
        # At the head of a paragraph: whoever spoke last in the one before; else whom the sentence before is about.
        return Told(
            [(low, high), *([(quoted, whole)] if quoted else [])],
            None,
            (strict[0], strict[0] + 1),
            "subjunctive",
            0.5,
            language=known.code,
            dropped=True,
        )
    if last.speaker is None and not last.dropped:
        return None
    return Told(
        [(low, high), *([(quoted, whole)] if quoted else [])],
        last.speaker,
        last.cue,
        "subjunctive",
        0.6,
        language=known.code,
        oblique=last.oblique,
        dropped=last.dropped,
    )


def _tells_of_somebody(words: Laid, low: int) -> bool:
    """Whether the sentence before word `low` has somebody for its subject: "Ein Sprecher wollte sich nicht äußern. Man prüfe …"."""
    phrases = Phrases(words, words.lexicon)
    begin, end = words.sentences[words.sentence_index(low) - 1]
    who = phrases.read(begin, end) if phrases.begins(begin, end) else None
    return who is not None and any(
        words.lexicon.is_role(words.low[k]) or words.lexicon.is_organisation(words.low[k])
        for k in range(*who)
    )


def marks_only(text: str, words: Laid, index: int) -> bool:
    """Whether the quotation at word `index`, which nobody is said to say, is worth proposing all the same."""
    known = words.lexicon
    inside = text[slice(*words.quotes[index].inside)].strip()
    if known.table.joined:
        long_enough = sum(map(str.isalnum, inside)) >= _LEAST_CHARACTERS
    else:
        long_enough = len(inside.split()) >= _LEAST_WORDS
    return long_enough and not _is_title(words, index, inside, joined=known.table.joined)


def _is_title(words: Laid, index: int, inside: str, *, joined: bool) -> bool:
    """Whether it is the name of a work or the like: it stands among the words of a sentence, and begins as a name does."""
    pair = words.quotes[index]
    if pair.opening.family in ("double bracket", "bracket"):
        return True
    if joined:
        stops = inside[-1:] in _ENDS
        beside = QUOTE in (words.low[index - 1] if index else "", words.low[min(index + 1, len(words) - 1)])
        short = not stops and len(inside) <= _LONGEST_TERM
        return short and not beside and not _follows_mark(words, index)
    if inside[-1:] in ".!?…," or len(inside.split()) > _LONGEST_TITLE or not inside[:1].isupper():
        return False
    every = inside.split()
    known = words.lexicon
    if any(word.lower() in known.pronouns or known.kind(word.lower()) & AUXILIARY for word in every):
        return False  # "wir bleiben hier": titles have no subjects of that kind
    return not _follows_mark(words, index) or all(word[0].isupper() or len(word) < 4 for word in every)


def _follows_mark(words: Laid, index: int) -> bool:
    if index == 0:
        return True
    before = words.low[index - 1]
    return not before[0].isalnum() and before != QUOTE
