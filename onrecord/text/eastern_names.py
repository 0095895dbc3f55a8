"""Korean and Chinese names, compared syllable by syllable: a letter makes another name of them."""

from __future__ import annotations

from onrecord.model.light import lru_cache
from onrecord.text import han_names, hangul
from onrecord.text.prepared_names import Likeness, Printed, plain_word, prepared, turned

TYPE_CHECKING = False

# Family names that so many people have that one syllable beside them tells nobody.
_COMMON = frozenset(
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo".split()
)
# Given names that very many people in Korea have.
_KOREAN_GIVEN = (
    "민준 서준 도윤 예준 시우 주원 하준 지호 지훈 준서 현우 준호 성호 영호 영수 영철 정호 성민 상훈 동현 민수 철수 재현 승현 진우 "
    "서연 서윤 지우 민서 하은 지민 수빈 지은 은지 수진 지혜 지영 미경 영희 순자 영자 정희 미숙 은주 혜진 유진 민지 예은 현주 경희 은영"
).split()
_VARIANTS = tuple(
    frozenset(group.split("/"))
    for group in "lee/yi/ri/rhee/li park/pak choi/choe jung/jeong/chung/cheong cho/jo yoon/yun jang/chang lim/im/rim seo/suh/so shin/sin ahn/an ryu/yoo/yu moon/mun baek/paek/paik heo/hur/ho shim/sim noh/roh/no/ro ban/pan jeon/chun/jon koo/ku/gu kwak/gwak kwon/gwon kang/gang kim/gim bae/pae woo/wu/u".split()
)


def chinese(a: Printed, b: Printed) -> Likeness | None:
    """Two names of which one at least is Chinese: syllable by syllable, since a letter makes another name."""
    for one, other in ((a, b), (b, a)):
        text = " ".join(map(plain_word, other.words))
        for words in _orders(one):
            syllables = han_names.syllables(words)
            if syllables and han_names.may_be_romanised(syllables, text):
                return Likeness(0.85, "the same syllables in another romanisation or order")
    return None


def eastern(a: Printed, b: Printed) -> Likeness | None:
    if a.east == b.east:
        one, other = (han_names.simplified(each.words[0]) for each in (a, b))
        if one != other:
            return None
        return Likeness(
            1.0 if a.words == b.words else 0.97,
            "same characters" if a.words == b.words else "same name in old and new characters",
        )
    for east, latin in ((a, b), (b, a)):
        if latin.east in ("hangul", "han"):
            continue
        text = " ".join(map(plain_word, latin.words))
        own = east.words[0]
        if east.east == "hangul" and hangul.may_be_written(own, text):
            return Likeness(0.9, "the name in Hangul is written so")
        if east.east == "han" and han_names.may_be_written(own, text):
            syllables = han_names.reading(own)
            if len(syllables) == 2 and syllables[0] in _COMMON:
                return Likeness(0.6, "the characters may be read so, as those of many")
            return Likeness(0.9, "the characters are read so")
    return None


def korean(a: Printed, b: Printed) -> Likeness | None:
    """Two names of which one at least is Korean: syllable by syllable, since a letter makes another name."""
    best: Likeness | None = None
    for first in _orders(a):
        for second in _orders(b):
            family = _one_family(first[0], second[0])
            if not family or "".join(first[1:]) == "" or len(first) != len(second):
                same = first[0] == second[0] and "".join(first[1:]) == "".join(second[1:])
                if not (same or (family and "".join(first[1:]) == "".join(second[1:]))):
                    continue
                return Likeness(0.9, "same name in other words")
            if all(_one_syllable(x, y) for x, y in zip(first[1:], second[1:], strict=True)):
                best = Likeness(0.82, "the same syllables in another romanisation")
    return best


def _orders(name: Printed) -> list[list[str]]:
    return [*turned([plain_word(word) for word in name.words])]


def _one_family(name: str, other: str) -> bool:
    return name == other or any(name in group and other in group for group in _VARIANTS)


@lru_cache(maxsize=1 << 14)
def _one_syllable(name: str, other: str) -> bool:
    return name == other or hangul.one_syllable_alike(name, other)


def held_by_many(first: str, other: str) -> bool:
    """Whether one of two names is so common in China or Korea that it tells nobody."""
    return any(_is_common(prepared(name)) for name in (first, other))


def _is_common(name: Printed) -> bool:
    if name.east == "han":
        syllables = han_names.reading(name.words[0])
        return len(syllables) == 2 and syllables[0] in _COMMON
    if name.east == "chinese":
        return any(words[0] in _COMMON and len(han_names.syllables(words)) == 2 for words in _orders(name))
    if name.east == "hangul":
        return name.words[0].replace(" ", "")[1:] in _KOREAN_GIVEN
    # The family name is anyone's; 김 stands for it.
    return name.east == "korean" and any(
        hangul.may_be_written(f"김{given}", "kim" + "".join(words[1:]))
        for words in _orders(name)
        for given in _KOREAN_GIVEN
    )
