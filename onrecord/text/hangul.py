"""Korean names: whether a name in Latin letters is a way of writing one in Hangul.

A Korean name has one spelling in Hangul and many in Latin letters: the Revised Romanisation (2000), McCune-Reischauer
(1939) with and without its signs, that of the North, and what people choose for themselves (Lee, Park, Moon). Each
syllable is taken apart by the arithmetic of Unicode (The Unicode Standard, chapter 3.12) and compared with all of them.
"""

from __future__ import annotations

from onrecord.model.light import lru_cache
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Pattern

_WORD = lazy("[a-z]+")
_FIRST, _LAST = 0xAC00, 0xD7A3
# The first syllable and the last.
SYLLABLES = (chr(_FIRST), chr(_LAST))
_MEDIALS, _FINALS = 21, 28

_INITIAL = (
    "g|k", "kk|gg", "n", "d|t", "tt|dd", "r|l|n|", "m", "b|p", "pp|bb", "s|sh", "ss", "", "j|ch", "jj|tch", "ch", "k|kh",
    "t|th", "p|ph", "h",
)  # fmt: skip
_MEDIAL = (
    "a|ah", "ae|ai", "ya", "yae", "eo|o|u|uh", "e|ae", "yeo|yo|you|yu|yuh", "ye|yae", "o|oh", "wa", "wae", "oe|oi|we", "yo",
    "u|oo|woo", "wo|weo|wuh", "we", "wi|ui|ee", "yu|yoo|you", "eu|u|oo|e", "ui|eui|i|ee", "i|ee|ie|yi",
)  # fmt: skip
_FINAL = (
    "", "k|g|c|ck", "k|g|kk", "k|g|ks|gs", "n", "n|nj", "n|nh", "t|d", "l|r", "k|l|lk|lg", "m|lm", "l|b|lp|lb", "l|ls", "l|lt",
    "l|p|lp", "l|lh", "m", "p|b", "p|b|ps|bs", "t|s", "t|s|ss", "ng", "t|j", "t|ch", "k", "t", "p", "t|h|",
)  # fmt: skip
_ANY_SYLLABLE = lazy(f"(?:{'|'.join(_INITIAL)})(?:{'|'.join(_MEDIAL)})(?:{'|'.join(_FINAL)})")
# Family names with a spelling of their own, beside those that the syllable gives.
_FAMILY = {
    "이": "lee|li|ri|rhee|yi|rhie", "박": "park|pak|bark", "최": "choi|choe|choy", "노": "roh|noh", "임": "lim|rim|yim",
    "유": "ryu|yoo|yu|lyu", "류": "ryu|yoo|yu|lyu", "우": "woo|wu", "서": "suh|seo", "여": "lyeo|ryo|yeo", "양": "ryang|yang",
    "용": "ryong", "윤": "yun|yoon|youn", "조": "cho|jo", "전": "jun|chun", "강": "kang", "구": "koo|ku", "심": "shim",
    "신": "shin", "곽": "kwak", "권": "kwon", "안": "ahn", "오": "oh", "백": "paik|baek", "염": "yum", "연": "ryon|yon",
}  # fmt: skip


def is_name(text: str) -> bool:
    """Whether this looks like a person's name in Hangul: two to four syllables, with or without a space."""
    bare = "".join(text.split())
    return 2 <= len(bare) <= 4 and all(_FIRST <= ord(character) <= _LAST for character in bare)


def is_syllable(latin: str) -> bool:
    """Whether plain lower-case letters are a way of writing one syllable of Hangul."""
    return _ANY_SYLLABLE.fullmatch(latin) is not None


def may_be_written(hangul: str, latin: str) -> bool:
    """Whether `latin` (plain lower-case letters, anything between words) is a way of writing the name in `hangul`.

    The family name may stand first or last. The same letters may write other names as well: 정은 and 종은 are both
    Jong-un; what this finds is a suggestion.
    """
    if not is_name(hangul):
        return False
    words = _WORD.findall(latin.lower())
    pattern = _pattern("".join(hangul.split()))
    joined = ["".join(words), "".join([*words[-1:], *words[:-1]])]
    return any(pattern.fullmatch(one) for one in joined)


@lru_cache(maxsize=4096)
def _spellings_of(syllable: str) -> tuple[str, ...]:
    rest, final = divmod(ord(syllable) - _FIRST, _FINALS)
    initial, medial = divmod(rest, _MEDIALS)
    return tuple(
        f"{start}{vowel}{end}"
        for start in _INITIAL[initial].split("|")
        for vowel in _MEDIAL[medial].split("|")
        for end in _FINAL[final].split("|")
    )


def written_families(hangul: str) -> tuple[str, ...]:
    """The ways of writing the family name of a name in Hangul, its first syllable, in plain lower-case letters."""
    return (*_spellings_of(hangul[0]), *filter(None, _FAMILY.get(hangul[0], "").split("|")))


@lru_cache(maxsize=1024)
def _pattern(hangul: str) -> Pattern[str]:
    family = f"(?:{_syllable(hangul[0])}|{_FAMILY.get(hangul[0], '(?!)')})"
    return lazy(family + "".join(map(_syllable, hangul[1:])))


def _syllable(character: str) -> str:
    rest, final = divmod(ord(character) - _FIRST, _FINALS)
    initial, medial = divmod(rest, _MEDIALS)
    return f"(?:{_INITIAL[initial]})(?:{_MEDIAL[medial]})(?:{_FINAL[final]})"


@lru_cache(maxsize=4096)
def one_syllable_alike(one: str, other: str) -> bool:
    """Whether two ways of writing may be of one syllable of Hangul: "un" and "eun" of 은; "un" and "il" of none."""
    return not _syllables(one).isdisjoint(_syllables(other))


@lru_cache(maxsize=4096)
def _syllables(latin: str) -> frozenset[tuple[int, int, int]]:
    """The syllables that plain lower-case letters may write, each by its initial, medial and final."""
    found: set[tuple[int, int, int]] = set()
    for initial, starts in enumerate(_INITIAL):
        for start in starts.split("|"):
            if not latin.startswith(start):
                continue
            for medial, vowels in enumerate(_MEDIAL):
                for vowel in vowels.split("|"):
                    if not latin.startswith(vowel, len(start)):
                        continue
                    rest = latin[len(start) + len(vowel) :]
                    found.update(
                        (initial, medial, final)
                        for final, ends in enumerate(_FINAL)
                        if rest in ends.split("|")
                    )
    return frozenset(found)


def romanisations(syllable: str) -> tuple[str, ...]:
    """A syllable of Hangul by every consonant that it is written with in Latin letters, one vowel standing for all."""
    rest, final = divmod(ord(syllable) - _FIRST, _FINALS)
    initial, _ = divmod(rest, _MEDIALS)
    if not 0 <= initial < len(_INITIAL):
        return (syllable,)
    return tuple(
        dict.fromkeys(
            f"{start}a{end}" for start in _INITIAL[initial].split("|") for end in _FINAL[final].split("|")
        )
    )
