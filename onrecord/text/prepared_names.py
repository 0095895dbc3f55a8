"""Names made ready for being compared: their words without titles and particles, what counts them, and whether they are of the East."""

from __future__ import annotations

from onrecord.model.light import lru_cache
from onrecord.model.record import record
from onrecord.text import han_names, hangul, names
from onrecord.text.forms_of_names import is_particle, without_titles
from onrecord.text.namekeys import parts
from onrecord.text.ordinals import counted
from onrecord.text.romanised import romanised

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_KOREAN = frozenset(
    "kim lee yi ri rhee park pak choi choe jung jeong chung cheong kang cho jo yoon yun jang chang lim im rim han oh seo suh shin sin kwon hwang ahn an song ryu yoo yu hong moon mun son bae baek paek heo hur nam shim sim noh roh no ro ban pan jeon chun jon bong".split()
)


@record()
class Likeness:
    """How likely it is that two names are one person's, from 0 to 1, and why."""

    score: float
    reason: str


@record()
class Printed:
    """A name made ready for comparing: its words in lower case, without titles and particles, and what counts it."""

    name: str
    words: tuple[str, ...]
    key: str
    number: str
    east: str
    letters: str
    initials: bool

    @property
    def ruler(self) -> bool:
        """Whether it is a name with a number and without a family name."""
        return bool(self.number) and self.number.isdigit() and len(self.words) <= 2


@lru_cache(maxsize=1 << 16)
def prepared(name: str) -> Printed:
    """A name made ready for comparing."""
    plain = without_titles(names.parse_author(without_titles(" ".join(name.split()))).name) or name
    if hangul.is_name(plain) or han_names.is_name(plain):
        return Printed(
            name, (plain,), names.name_key(plain), "", "hangul" if hangul.is_name(plain) else "han", "", False
        )
    told = counted(plain)
    words: list[str] = []
    for word in _words(plain):
        if told.number and _counts(word, told.words):
            continue
        if word.isascii() and word.isupper() and 1 < len(word) < 4 and not set(word) & set("AEIOU"):
            words += word.lower()
        else:
            words.append(word.lower())
    core = tuple([word for word in words if not is_particle(romanised(word).lower())]) or tuple(words)
    return Printed(
        name,
        core,
        names.name_key(plain),
        told.number,
        _latin_east(core),
        " ".join(sorted(map(plain_word, core))),
        any(len(word) == 1 for word in core),
    )


def _words(name: str) -> list[str]:
    """The words between white space and marks; an Arabic article goes, as the ones in Latin letters do."""
    words = []
    for character in "'’ʼʹʺ`\u200c\u0640":
        name = name.replace(character, "")
    for word in parts(name):
        if (word.startswith("ال") and len(word) > 4) or (
            word[:2] in ("El", "Al") and word[2:3].isupper() and word[3:].islower()
        ):
            word = word[2:]
        elif len(word) > 7 and word[:5].lower() in ("abdel", "abdul", "abdal"):
            words.append(word[:3])
            word = word[5:]
        words.append(word)
    return words


def _counts(word: str, words: Sequence[str]) -> bool:
    """Whether a word is what counts a name: it is none of those that are left without it."""
    return not any(key in words for key in names.name_words(word)) if names.name_words(word) else True


def _latin_east(words: tuple[str, ...]) -> str:
    """ "korean" or "chinese" where the words are such a name in Latin letters, the family name first or last."""
    if not 2 <= len(words) <= 4 or not all(
        word.isascii() and word.isalpha() for word in map(plain_word, words)
    ):
        return ""
    plain = [plain_word(word) for word in words]
    for family, given in ((plain[0], plain[1:]), (plain[-1], plain[:-1])):
        if family in _KOREAN and len(given) == 2 and all(map(hangul.is_syllable, given)):
            return "korean"
    return "chinese" if any(han_names.syllables(one) for one in turned(plain)) else ""


def turned(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words as they stand, and with the last one in front."""
    return [*words], [words[-1], *words[:-1]]


def plain_word(word: str) -> str:
    return romanised(word).lower()
