"""Who the labels of a transcript are: "AL" after Ann Lee was named, "Q" where a legend says whose questions they are."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from onrecord.ingest.answering import answering
from onrecord.ingest.labels import LONGEST_NAME, is_name, is_placeholder, part_in
from onrecord.ingest.talk_words import PAIRS
from onrecord.ingest.transcript_heads import Head
from onrecord.text.patterns import lazy

# How much of the text above the first turn can say who takes part.
_ABOVE = 6_000
_NAME = rf"[^\W\d_][^:：=\[\](){{}}<>\n!?;|/,\"“”]{{1,{LONGEST_NAME}}}?"
_LABEL = r"[^\W\d_][\w .]{0,24}?"
# "Q. Ann Lee", "AL = Ann Lee", "Interviewer (I): Ann Lee"; and "Ann Lee (AL)".
_LEGEND = lazy(
    rf"(?P<label>{_LABEL})(?:[ \t]*\((?P<short>{_LABEL})\))?[ \t]*(?:[:：=]|\.(?=[ \t])|[ \t][–—-](?=[ \t]))[ \t]*"
    rf"(?P<name>{_NAME})(?=[ \t]*(?:$|[,(;/|]|\.$))"
)
_BEHIND = lazy(rf"(?P<name>{_NAME})[ \t]*[(\[](?P<label>{_LABEL})[)\]]")
_PIECES = lazy(r"[\n;/|•·]")
_LISTS = lazy(r"^[^:\n]{1,40}:[ \t]*|,[ \t]*|[ \t]+(?:and|und|et|y|e|en|och|og|i|и|та)[ \t]+")
_ASKS = lazy(
    r"(?im)(?:examination by|interview(?:ed)? by|questions by|conducted by|propos recueillis par|interview von|das interview führte"
    r"|die fragen stellte|entrevista de|intervista di|entrevista por|rozmawia(?:ła|ł)?|беседовала?|интервьюер|interviewt door"
    rf"|intervjuad av|interviewet af|by)[ \t:]+(?P<name>{_NAME})(?=[ \t]*(?:$|[,.(:;]))",
)
_SWORN = lazy(
    rf"(?im)^[ \t]*(?P<name>{_NAME}),[^\n]{{0,120}}\n?[^\n]{{0,120}}\b(?:sworn|affirmed|called as a witness)\b",
)
_BY = lazy(rf"(?m)^[ \t]*(?:[A-Z -]*EXAMINATION[ \t]+)?BY (?P<name>{_NAME}):[ \t]*$")
_TITLE = lazy(
    r"(?i)(?:mr|mrs|ms|miss|dr|prof|sir|dame|lord|lady|sen|rep|herr|frau|mme|m|monsieur|madame|sr|sra|señor|señora|dhr|mevr|pan|pani)\.?[ \t]+",
)
_LETTERS = lazy(r"(?:[A-ZÀ-ÞА-Я]\.?[ -]?){1,3}")
_LEAST = 2


def legends(text: str, heads: list[Head]) -> tuple[list[Head], dict[str, str]]:
    """The heads of turns proper, and who the labels are that heads at the beginning explain ("AL: Ann Lee, reporter")."""
    legends_read: dict[str, str] = {}
    kept: list[Head] = []
    times = _counted(head.speaker for head in heads)
    for head in heads:
        short = is_placeholder(head.speaker) or _initials(head.speaker) is not None
        if kept or not short or times[head.speaker] < _LEAST or head.speaker in legends_read:
            kept.append(head)
            continue
        line = text[head.words : _line_end(text, head.words)]
        name = re.split(r"[,(;]| [–—-] ", line, maxsplit=1)[0].strip(" .")
        told = {_key(label): who for label, who in _legend(text[head.line : head.words] + line)}
        asks = line.rstrip().endswith(("!", "?", "？", "！", "؟", "؛"))
        if asks or not (_full_in_capitals(name) or _key(head.speaker) in told):
            kept.append(head)
        elif _full_in_capitals(name):
            legends_read[head.speaker] = name
        else:
            legends_read |= told
    return kept, legends_read


def named(text: str, heads: list[Head], explained: dict[str, str]) -> list[str | None]:
    """Who speaks behind each head by their fullest name; None where the label is nobody's name and nothing explains it.

    Where courts print who examines a witness, the questions below are theirs.
    """
    above = text[max(0, heads[0].line - _ABOVE) : heads[0].line]
    labels = {head.speaker for head in heads}
    told = {_key(label): name for label, name in _legend(above)} | {
        _key(label): name for label, name in explained.items()
    }
    full = _Full(
        [
            *filter(_full_in_capitals, _participants(above)),
            *told.values(),
            *filter(_full, sorted(labels)),
        ]
    )
    asks = _asks(above, told)
    answers = _answers(above, told, asks)
    letters = all(_initials(label) is not None or is_placeholder(label) or _full(label) for label in labels)
    keys = frozenset(map(_key, labels))
    examiners = [(match.start(), " ".join(match["name"].split())) for match in _BY.finditer(text)]

    def who(label: str, kind: str) -> str | None:
        if _key(label) in told:
            return told[_key(label)]
        if kind == "part":
            return asks if _is_question(label, keys) else answers
        if is_placeholder(label):
            return {"question": asks, "answer": answers}.get(part_in(label) or "")
        return full.one(label) or (None if letters and _initials(label) is not None else label)

    people = {one: who(*one) for one in {(head.speaker, head.kind) for head in heads}}
    names: list[str | None] = []
    for head in heads:
        name = people[head.speaker, head.kind]
        if examiners and head.kind == "part" and _is_question(head.speaker, keys):
            at = bisect_left(examiners, (head.line, ""))
            name = examiners[at - 1][1] if at else name
        names.append(full.one(name) or name if name and head.kind == "part" else name)
    return names


def with_short(names: Iterable[str], labels: Iterable[str]) -> set[str]:
    """The full names for which one of the labels is short: "AL" or "LEE" for Ann Lee."""
    full = _Full({name for name in names if _full(name)})
    return {name for label in labels if (name := full.one(label))}


def fullest(labels: set[str]) -> set[str]:
    """The labels, with those that are short for one of the others left out: "Berg" beside "Ada Berg"."""
    full = _Full([label for label in labels if _full(label)])
    return {full.one(label) or label for label in labels if label} | ({""} & labels)


_PAIRED = frozenset(label for pair in PAIRS for label in pair)


def _is_question(label: str, keys: frozenset[str]) -> bool:
    """Whether a label of the transcript with these ones stands for whoever asks."""
    pair = next((one for one in PAIRS if keys.issuperset(one)), None)
    return _key(label) == pair[0] if pair is not None else part_in(label) == "question"


def _key(label: str) -> str:
    """A label without what numbers questions ("Q1"); "Speaker 1" and "Speaker 2" are two."""
    plain = re.sub(r"[\s.:_]+", "", label).casefold()
    return bare if (bare := plain.rstrip("0123456789")) in _PAIRED else plain


def _full(name: str) -> bool:
    words = name.split()
    shaped = _LEAST <= len(words) <= 5 and is_name(name) and _initials(name) is None
    return shaped and not is_placeholder(name) and not _TITLE.match(name)


def _full_in_capitals(name: str) -> bool:
    """Whether words are a full name by their capitals; where a script has none, any two words could be one."""
    return _full(name) and name != name.swapcase()


def _counted(labels: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for label in labels:
        found[label] = found.get(label, 0) + 1
    return found


def _line_end(text: str, index: int) -> int:
    end = text.find("\n", index)
    return end if end >= 0 else len(text)


def _legend(above: str) -> Iterator[tuple[str, str]]:
    for piece in _PIECES.split(above):
        if match := _LEGEND.match(piece.strip()):
            name = " ".join(match["name"].split()).rstrip(".")
            if _full(name):
                for label in filter(None, (match["label"], match["short"])):
                    yield label, name
        for behind in _BEHIND.finditer(piece):
            name = " ".join(_LISTS.split(behind["name"])[-1].split())
            if _full(name) and _initials(behind["label"]) is not None:
                yield behind["label"], name


def _participants(above: str) -> Iterator[str]:
    """The names that stand above the turns, on lines and in lists."""
    for line in above.split("\n"):
        for piece in _LISTS.split(line[:400]):
            yield " ".join(re.split(r"[(,:]", piece, maxsplit=1)[0].split()).strip(".")
    yield from _runs(above)


def _runs(above: str) -> Iterator[str]:
    """The names by their capitals, each where it stands."""
    for line in above.split("\n"):
        words: list[str] = []
        for word in [*line[:400].split(), ""]:
            bare = word.strip("“”\"'(),.:;–—")
            if bare[:1].isupper() and len(words) < 4:
                words.append(bare)
            if not bare[:1].isupper() or word[-1] in ",.:;)":
                yield " ".join(words)
                words = []


def _asks(above: str, told: dict[str, str]) -> str | None:
    return _in_part("question", told) or _one(
        name for match in _ASKS.finditer(above) if _full(name := " ".join(match["name"].split()))
    )


def _answers(above: str, told: dict[str, str], asks: str | None) -> str | None:
    sworn = [" ".join(match["name"].split()) for match in _SWORN.finditer(above)]
    return (
        _in_part("answer", told)
        or _one(name for name in sworn[-1:] if _full(name))
        or who_answers(above, asks=asks)
    )


def who_answers(above: str, questions: Iterable[str] = (), asks: str | None = None) -> str | None:
    """Who answers the questions of an interview, by what stands above them and whom they address."""
    asks = asks or _asks(above, {})
    people = filter(_full_in_capitals, _runs(above[-_ABOVE:]))
    return answering(above[-_ABOVE:], people, _full, questions, asks)


def _in_part(part: str, told: dict[str, str]) -> str | None:
    return _one(name for label, name in told.items() if part_in(label) == part and len(label) > 1)


def _one(names: Iterable[str]) -> str | None:
    found = dict.fromkeys(names)
    return next(iter(found)) if len(found) == 1 else None


class _Full:
    """The full names of a transcript by what can stand for each of them; names that differ in capitals only are one."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by: dict[tuple[str, str], dict[str, str]] = {}
        for name in names:
            words = name.casefold().split()
            for key in (("last", words[-1]), ("first", words[0]), ("initials", _initials_of(name))):
                self._by.setdefault(key, {})[name.casefold()] = name

    def one(self, label: str) -> str | None:
        """The one full name that a shorter one can stand for ("LEE", "Mr. Lee", "Ann", "AL"); None where it is none or several."""
        bare = _TITLE.sub("", label, count=1).casefold().split()
        if len(bare) == 1:
            meant = dict(self._by.get(("last", bare[0]), {}))
            if bare[0] == label.casefold():
                meant |= self._by.get(("first", bare[0]), {})
            if meant:
                return next(iter(meant.values())) if len(meant) == 1 else None
        initials = self._by.get(("initials", _initials(label) or "-"), {})
        return next(iter(initials.values())) if len(initials) == 1 else None


def _initials(label: str) -> str | None:
    """The letters of a label that is nothing else: "AL", "A.L."; None for a name."""
    return "".join(one for one in label if one.isalpha()) if _LETTERS.fullmatch(label) else None


def _initials_of(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())
