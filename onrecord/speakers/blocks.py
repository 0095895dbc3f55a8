"""Which names are worth comparing: those that share a key that every spelling of a name has, coarser than anything that tells apart."""

from __future__ import annotations

from itertools import combinations, product

from onrecord.model.light import defaultdict, lru_cache
from onrecord.text import han_names, hangul, name_order
from onrecord.text.forms_of_names import long_forms
from onrecord.text.prepared_names import Printed, prepared
from onrecord.text.romanised import romanised
from onrecord.text.sounds import frame, skeleton

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# A key that more names than this have tells little: they are parted by their first letters.
LARGEST = 60
_MOST_WORDS = 5
# Frames with fewer sounds than this, in both words, are those of too many; of so many names more are asked for.
_TELLING, _OF_A_CROWD = 3, 6
CROWD = 30_000


def pairs(people: Sequence[tuple[int, str]], of: int | None = None) -> Iterator[tuple[int, int]]:
    """Places, in a list of owners and names, of names that share a key and are two people's, each pair once.

    `of`: one of the two is of this owner.
    """
    if of is not None:
        yield from _of_one(people, of)
        return
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    short: defaultdict[str, list[int]] = defaultdict(list)
    for place, (_, name) in enumerate(people):
        for key in keys(prepared(name), _TELLING if len(people) < CROWD else _OF_A_CROWD):
            (short if key[0] == "." else blocks)[key].append(place)
    # An initial is compared with the names that begin so, not these with each other.
    seen: set[int] = set()
    size = len(people)
    for key, initials in short.items():
        others = blocks.get(f"i{key[1:]}", ())
        for one in initials:
            for other in (*initials, *others):
                yield from _new(one, other, people, seen, size)
    for key, places in blocks.items():
        if key[0] == "i":
            continue
        for block in _parted(places, people):
            for one, other in combinations(block, 2):
                yield from _new(one, other, people, seen, size)


def _of_one(people: Sequence[tuple[int, str]], of: int) -> Iterator[tuple[int, int]]:
    own = [(place, _comparable(name)) for place, (owner, name) in enumerate(people) if owner == of]
    for place, (owner, name) in enumerate(people):
        if owner != of:
            found = _comparable(name)
            for one, theirs in own:
                if not found.isdisjoint(theirs):
                    yield one, place


def _comparable(name: str) -> set[str]:
    """The keys of a name, those of initials as those of the names that begin so."""
    return {f"i{key[1:]}" if key[0] == "." else key for key in keys(prepared(name))}


def _new(
    speaker: int, other: int, people: Sequence[tuple[int, str]], seen: set[int], size: int
) -> Iterator[tuple[int, int]]:
    if people[speaker][0] == people[other][0]:
        return
    pair = min(speaker, other), max(speaker, other)
    number = pair[0] * size + pair[1]
    if number not in seen:
        seen.add(number)
        yield pair


def _parted(places: list[int], people: Sequence[tuple[int, str]]) -> Iterable[list[int]]:
    if len(places) <= LARGEST:
        return [places]
    parts: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in places:
        words = prepared(people[place][1]).words
        parts[tuple(sorted(romanised(word).lower()[:4] for word in words))].append(place)
    return parts.values()


def keys(name: Printed, telling: int = _TELLING) -> set[str]:
    """The keys of a name: each two of its words by their consonants, in whatever order; "i" and "." are of initials."""
    blocks: set[str] = set()
    if name.east in ("hangul", "han"):
        return {f"e{one}" for one in _eastern(name)}
    words = [word for word in name.words if len(word) > 1]
    bones = [skeleton(word) or romanised(word).lower()[:2] for word in words]
    if len(bones) > _MOST_WORDS:
        bones = [*bones[:2], *bones[-3:]]
    blocks.update(" ".join(sorted(pair)) for pair in combinations(bones, 2))
    for one, other in combinations([frame(word) for word in words[:_MOST_WORDS]], 2):
        if len(one) + len(other) >= telling:
            blocks.add("f" + " ".join(sorted((one, other))))
    if len(words) == 1 and len(name.words) == 1:
        blocks.update((f"{bones[0]}#{name.number}", f"f{frame(words[0])}#{name.number}"))
    for long in _long_forms(romanised(name.words[0]).lower()):
        blocks.update(" ".join(sorted((skeleton(long), bone))) for bone in bones[1:])
    if len(name.words) > len(words) and words:
        first = next(word for word in name.words if len(word) == 1)
        blocks.add(f".{bones[-1]} {_letter(first)}")
    if len(words) > 1:
        for index, word in enumerate(words):
            # The family name stands last, or first.
            if index < len(words) - 1:
                blocks.add(f"i{bones[-1]} {_letter(word)}")
    whole = skeleton("".join(name.words))
    if len(whole) >= telling:
        blocks.add(f"w{whole}")
    plain = [romanised(word).lower() for word in name.words]
    for family, given in ((plain[0], "".join(plain[1:])), (plain[-1], "".join(plain[:-1]))):
        if 1 < len(given) < 11 and len(plain) < 4 and len(family) < 7 and _syllable(family):
            blocks.add(f"e{frame(given) or given[:1]}")
    return blocks


@lru_cache(maxsize=1 << 14)
def _syllable(word: str) -> bool:
    return hangul.is_syllable(word) or han_names.is_syllable(word)


@lru_cache(maxsize=1 << 14)
def _long_forms(word: str) -> list[str]:
    return long_forms(word)


def _letter(word: str) -> str:
    return romanised(word)[:1].lower()


def _eastern(name: Printed) -> Iterator[str]:
    text = name.words[0]
    if name.east == "hangul":
        family = (name_order.split(text) or (text[:1], ""))[0]
        given = "".join(text.split())[len(family) :]
        ways: list[Sequence[str]] = [hangul.romanisations(one) for one in given]
    else:
        ways = [han_names.readings(one) for one in han_names.simplified(text)[1:]]
    for way in product(*ways):
        joined = "".join(way)
        yield frame(joined) or joined[:1]
