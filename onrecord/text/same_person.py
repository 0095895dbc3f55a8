"""Whether two names may be one person's: across scripts and romanisations, orders, initials, titles and short forms.

What comes out is a likelihood and a reason in words, for a person to decide by. Names that are told apart by a number
(Charles II and Charles III), by "Jr.", by a syllable (Kim Jong-un and Kim Jong-il) or by a character are none.
"""

from __future__ import annotations

from itertools import pairwise

from rapidfuzz import fuzz

from onrecord.model.light import lru_cache
from onrecord.text import eastern_names, names, sounds
from onrecord.text.forms_of_names import is_short_for, is_translated
from onrecord.text.given_names import FEMALE_NAMES, GIVEN_NAMES
from onrecord.text.prepared_names import Likeness, Printed, plain_word, prepared
from onrecord.text.romanised import romanised

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# From here on a pair is worth somebody's time.
LIKELY = 0.7
# Less alike than this by their letters, in per cent, no two words and no two names in the same script are one.
_LETTERS_ALIKE, _NAMES_ALIKE = 30, 40

# Family names that so many people have that an initial, or a syllable, beside them tells nobody.
_COMMON = frozenset(
    "smith johnson williams brown jones garcia miller davis rodriguez martinez wilson anderson taylor thomas moore martin lee kim park choi jung wang li zhang liu chen "
    "yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo ivanov smirnov kuznetsov popov petrov sidorov müller muller schmidt schneider fischer weber meyer nguyen tran "
    "le pham khan ali ahmed hussein mohammed singh kumar silva santos hansen johansen olsen larsen andersen nielsen jensen pedersen".split()
)
_WOMEN = FEMALE_NAMES | frozenset(
    "jacqueline carrie marilyn lois lisa leila coretta farah imelda benazir annegret gertrude ingrid astrid hedy grace ida rosa zora zelda jane".split()
)


def likeness(name: str, other: str) -> Likeness | None:
    """How likely two names are one person's; None where nothing speaks for it, or they are told apart."""
    # In one order, so that both ways round give one answer.
    a, b = sorted((prepared(name), prepared(other)), key=lambda each: (len(each.words), each.name))
    if not a.words or not b.words:
        return None
    if a.number != b.number:
        younger = {a.number, b.number} & {"younger", "elder", "grandson"}
        if (a.number and b.number) or not younger:
            return None
        found = _compared(a, b)
        return found and Likeness(
            min(found.score, 0.55), f"{found.reason}, and one is told apart as the {younger.pop()}"
        )
    return _compared(a, b)


def _compared(a: Printed, b: Printed) -> Likeness | None:
    if a.ruler and b.ruler:
        return _rulers(a, b)
    if a.east in ("hangul", "han") or b.east in ("hangul", "han"):
        return eastern_names.eastern(a, b)
    if a.key == b.key or a.words == b.words:
        if a.name.casefold() == b.name.casefold():
            return Likeness(1.0, "same name")
        titled = names.name_key(a.name) != names.name_key(b.name)
        return (
            Likeness(0.97, "same name, one with a title")
            if titled
            else Likeness(0.98, "same name in another spelling")
        )
    if "korean" in (a.east, b.east):
        return eastern_names.korean(a, b)
    if "chinese" in (a.east, b.east):
        return eastern_names.chinese(a, b)
    return _aligned(a, b)


def _rulers(a: Printed, b: Printed) -> Likeness | None:
    if len(a.words) != len(b.words):
        return None
    alike = all(
        word == other or is_translated(plain_word(word), plain_word(other)) or _sound_alike(word, other)
        for word, other in zip(a.words, b.words, strict=True)
    )
    return Likeness(0.92, "same name and number") if alike else None


def _aligned(a: Printed, b: Printed) -> Likeness | None:
    """The words of two names in pairs, whatever their order; what is left over may be a middle name."""
    shorter, longer = (a, b) if len(a.words) <= len(b.words) else (b, a)
    abjad = any(map(sounds.is_abjad, a.words)) is not any(map(sounds.is_abjad, b.words))
    if not abjad and not a.initials and not b.initials and fuzz.ratio(a.letters, b.letters) < _NAMES_ALIKE:
        return None
    if abjad or len(longer.words) == 1:
        return _whole(a, b)
    if len(shorter.words) < 2:
        return _whole(a, b)
    places, kinds = _pairs(shorter.words, longer.words)
    if places is None:
        whole = _whole(a, b)
        return whole if whole and whole.score >= LIKELY else None
    return _judged(shorter, longer, places, kinds)


def _pairs(shorter: Sequence[str], longer: Sequence[str]) -> tuple[list[int] | None, list[str]]:
    """For each word of the shorter name the place of the one that it goes with, and how; None where one goes with none."""
    places: list[int] = [-1] * len(shorter)
    kinds = [""] * len(shorter)
    free = set(range(len(longer)))
    for kind in ("same", "sound", "short", "initial"):
        for index, word in enumerate(shorter):
            if places[index] >= 0:
                continue
            for against in sorted(free, key=lambda place: abs(place - index)):
                if _goes(kind, word, longer[against]):
                    places[index], kinds[index] = against, kind
                    free.discard(against)
                    break
    # An initial of the shorter name may stand for nothing: "J. K. Rowling" and "Joanne Rowling" have one each.
    rest = [index for index, place in enumerate(places) if place < 0]
    if any(len(shorter[at]) > 1 for at in rest) or len(rest) > 1:
        return None, []
    if rest and (len(shorter) - len(rest) < 2 or free):
        return None, []
    return places, kinds


def _goes(kind: str, name: str, other: str) -> bool:
    if kind == "same":
        return len(name) > 1 and (name == other or plain_word(name) == plain_word(other))
    if kind == "initial":
        if 1 not in (len(name), len(other)):
            return False
        first, second = sounds.sounds(name)[:1], sounds.sounds(other)[:1]
        return bool(first and second and not first[0].isdisjoint(second[0]))
    if len(name) < 2 or len(other) < 2:
        return False
    if kind == "short":
        return is_short_for(plain_word(name), plain_word(other))
    return _sound_alike(name, other)


@lru_cache(maxsize=1 << 16)
def _sound_alike(name: str, other: str) -> bool:
    """Whether two words may be one name as several languages write it; a woman's family name is not her husband's."""
    if _ends_otherwise(name, other):
        return False
    # Most words are other ones by their letters already, which is seen a hundred times faster.
    if not sounds.is_abjad(name + other) and fuzz.ratio(plain_word(name), plain_word(other)) < _LETTERS_ALIKE:
        return False
    apart = sounds.distance(name, other)
    size = max(len(sounds.sounds(name)), len(sounds.sounds(other)))
    if size <= 3:
        return apart == 0
    return apart <= 0.11 * size


def _ends_otherwise(name: str, other: str) -> bool:
    """Whether two words end as names of a man and a woman do, or as those of two countries (Andersen, Andersson)."""
    if _feminine(name) != _feminine(other):
        return True
    return {name[-3:], other[-3:]} == {"sen", "son"}


def _feminine(word: str) -> bool:
    return len(word) > 4 and romanised(word).lower().endswith(("a", "aya", "aja"))


def _whole(a: Printed, b: Printed) -> Likeness | None:
    """The names as one word each: for scripts without vowels, and where spaces fall differently."""
    name, other = (" ".join(_joined(each)) for each in (a, b))
    apart = sounds.distance(name, other)
    size = max(len(sounds.sounds(name)), len(sounds.sounds(other)))
    if size < 6 or (min(len(a.words), len(b.words)) < 2 and max(len(a.words), len(b.words)) > 2):
        return None
    abjad = sounds.is_abjad(name) is not sounds.is_abjad(other)
    if not abjad and _ends_otherwise(a.words[-1], b.words[-1]):
        return None
    several = min(len(a.words), len(b.words)) > 2
    if apart <= (0.1 if abjad else 0.08 if several else 0.05) * size:
        return Likeness(0.86, "written so in another script" if abjad else "same name in other words")
    return None


def _joined(name: Printed) -> list[str]:
    # "Abdel Fattah" and "Abd al-Fattah" are one.
    return ["abd" if plain_word(word) in ("abdel", "abdul", "abdal") else word for word in name.words]


def _judged(
    shorter: Printed, longer: Printed, places: Sequence[int], kinds: Sequence[str]
) -> Likeness | None:
    named = [kind for kind in kinds if kind in ("same", "sound", "short")]
    initials = kinds.count("initial")
    taken = [place for place in places if place >= 0]
    over = [at for at in range(len(longer.words)) if at not in taken]
    in_order = all(x < y for x, y in pairwise(taken))
    turned = _is_turned(taken)
    if not named or not (in_order or turned):
        return None
    if len(named) == 1 and not initials:
        return None
    family = plain_word(shorter.words[-1] if kinds[-1] != "initial" else shorter.words[0])
    if len(named) == 1:
        if kinds[-1] == "initial" and kinds[0] == "initial":
            return None
        few = initials == 1
        if few and family in _COMMON:
            return Likeness(0.6, "initial and a family name that many have")
        if over and over[-1] == len(longer.words) - 1 and in_order:
            return None
        return Likeness(0.75 if few else 0.85, "initials fit")
    if over:
        return _with_more(shorter, longer, over, places, kinds, in_order=in_order)
    if initials:
        return Likeness(0.88, "initials fit")
    if "short" in kinds:
        return Likeness(0.85, "short form of the given name")
    if not in_order and all(plain_word(word) in GIVEN_NAMES for word in shorter.words):
        return Likeness(0.5, "same words in another order, each a given name")
    if not in_order:
        return Likeness(0.9, "same name in another order")
    return Likeness(0.9, "same name in another romanisation")


def _is_turned(taken: Sequence[int]) -> bool:
    """Whether the places are in order but for a beginning that stands at the end, or the other way round."""
    drops = sum(x > y for x, y in pairwise(taken))
    return drops == 1 and taken[0] > taken[-1]


def _with_more(
    shorter: Printed,
    longer: Printed,
    over: Sequence[int],
    places: Sequence[int],
    kinds: Sequence[str],
    *,
    in_order: bool,
) -> Likeness | None:
    """One name has words that the other has not: middle names are left out; another family name tells people apart."""
    last = len(longer.words) - 1
    middle = len(shorter.words) > 2
    if any(len(longer.words[at]) == 1 for at in over) and middle:
        return Likeness(0.5, "other initials")
    if middle and "initial" in kinds:
        # "George Bush, W." and "George Bush, H. W.".
        return Likeness(0.6, "some initials fit")
    if over[-1] == last and in_order:
        if plain_word(shorter.words[0]) in _WOMEN:
            return Likeness(0.8, "one with another family name behind, as of a marriage")
        if any(word in ("bin", "ben", "ibn", "bint") for word in shorter.words):
            return Likeness(0.75, "one with more forefathers, or a family name")
        return Likeness(0.55, "part of the name")
    if 0 in over and in_order:
        return Likeness(0.72, "one with another name in front")
    if "short" in kinds:
        return Likeness(0.78, "short form of the given name, one with a middle name")
    return Likeness(0.85, "one with a middle name")
