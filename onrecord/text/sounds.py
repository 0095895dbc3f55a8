"""What a written word may sound like, letter by letter, and how far two words are from one sound.

The romanisations of one name differ by language (Gorbachev, Gorbatschow, Gorbatchev, Gorbaczow) more than names differ from each
other, so that letters are compared by the sounds that they may stand for in any of these languages, not by their shapes. Abjads
leave out vowels; there a vowel on the other side costs little.
"""

from __future__ import annotations

from onrecord.model.light import lru_cache
from onrecord.text.clean import normalized
from onrecord.text.romanised import romanised

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    # The sounds one letter (or several together) may stand for; "-" among them: it may be silent.
    Sounds = tuple[frozenset[str], ...]

# Capitals are sounds that English has no letter for: S in ship, Z in measure, C in church, J in judge, T in thin, D in then, X in loch.
_LATIN = """
schtsch SC  shtch SC  chtch SC  shch SC  stsch SC  tsch C  dsch J  dzh J  tch C  tsj C  sch SZs  sh S  sj Ss  sz Ss  zh ZzJ  zs Zz  cz Cc  kh Xkh
ch CSXkh  gh gX-  ph fp  th tT  dh dDz  ts cszC  tz czs  ck k  qu kq  dj J  dz zJ  ou uow  oo uo  oe uoe  ee ie  ie ie  ae ae  ue u  eu uoy
a a  b bv  c kscC  d d  e eo  f fv  g gJhXZ  h hX-  i iy  j JyZXh  k kq  l l  m m  n n  o oa  p p  q kqg  r r  s szS  t t  u uoa  v vfwb  w vwu  x kX-.sSz
y yi  z zscZ
"""
_CYRILLIC = """
а a  б b  в vwf  г ghX  ґ g  д d  е y-.eo  ё y-.oe  ж ZSJ  з zs  и iy  й yi-  к k  л l  м m  н n  о oa  п p  р r  с s  т t  у uow  ф fT  х Xkh  ц cszk
ч C  ш Ss  щ SC  ъ -  ы iyu  ь yi-  э e  ю y-.u  я y-.a  і iy  ї y-.i  є y-.e  ј yi  љ l.y-  њ n.y-  ћ Cc  ђ Jd  џ JZ  қ kq  ғ gX  ү u  ұ u  ө o  ә a  ң n  һ h
"""
_ABJAD = """
ا aeiuo-  أ aeiuo-  إ aieo-  آ a  ٱ a-  ب bp  ت t  ث Tts  ج JgZy  ح hX  خ Xkh  د d  ذ Ddz  ر r  ز zs  س s  ش S  ص s  ض dz  ط t  ظ zds  ع a-eo  غ gX  ف fpv  ق kqg
ك kc  ک kc  ل l  م m  ن n  ه h-ea  ة a-teh  و wvuo-  ي yiea-  ی yiea-  ى a-iy  ئ -yi  ؤ -uow  ء -  پ p  چ C  گ g  ژ ZJ
א -aeoi  ב bv  ג gJ  ד d  ה h-a  ו vuow-  ז z  ח Xh  ט t  י yi-e  כ kX  ך kX  ל l  מ m  ם m  נ n  ן n  ס s  ע -ae  פ pf  ף pf  צ cz  ץ cz  ק k  ר r  ש Ss  ת t
"""
_VOWELS = frozenset("aeiou")
# What a pair of sounds costs that are not one: neighbours little.
_NEAR = frozenset(
    frozenset(pair)
    for pair in "ei iy ey ou oa ae uw bp dt gk sz SZ CJ vw fv bv SC Cc cs cz XK Xh kq kX gX SZ Ss Zz JZ Jy Td Tt Dd Dz mn".split()
)
_VOWEL, _SILENT, _OTHER_VOWEL, _NEIGHBOUR = 0.4, 0.25, 0.45, 0.35
_ABJAD_VOWEL = 0.04


def _table(text: str) -> Mapping[str, tuple[frozenset[str], ...]]:
    words = text.split()
    return {
        letters: tuple(frozenset(part) for part in told.split("."))
        for letters, told in zip(words[::2], words[1::2], strict=True)
    }


_OF_LATIN, _OF_CYRILLIC, _OF_ABJAD = _table(_LATIN), _table(_CYRILLIC), _table(_ABJAD)
_OR_SILENT = {letter: _OF_LATIN[letter][0] | {"-"} for letter in "eyj"}
_LONGEST = max(map(len, _OF_LATIN))


def is_abjad(word: str) -> bool:
    """Whether a word is in letters that leave the vowels out."""
    return any(letter in _OF_ABJAD for letter in word)


@lru_cache(maxsize=1 << 16)
def sounds(word: str) -> Sounds:
    """The sounds of a word, in any script; marks on letters and doubled letters count for nothing."""
    word = word.lower()
    if not word.isascii() and not any(letter in _OF_CYRILLIC or letter in _OF_ABJAD for letter in word):
        word = romanised(normalized("NFC", word)).lower()
    heard: list[frozenset[str]] = []
    index, last = 0, ""
    while index < len(word):
        letter = word[index]
        if own := _OF_CYRILLIC.get(letter) or _OF_ABJAD.get(letter):
            if letter != last:
                heard += own
            index, last = index + 1, letter
            continue
        for size in range(min(_LONGEST, len(word) - index), 0, -1):
            part = word[index : index + size]
            if told := _OF_LATIN.get(part):
                if part != last:
                    heard += [_OR_SILENT[part]] if _may_be_silent(word, index, part) else told
                last = part
                index += size
                break
        else:
            index, last = index + 1, ""
    return tuple(heard)


def _may_be_silent(word: str, index: int, part: str) -> bool:
    """Yeltsin is Eltsine in French: a glide in front of a vowel, and an e at the end."""
    if part == "e":
        return index > 2 and not word[index + 1 : index + 2].isalpha()
    return part in ("y", "j") and word[index + 1 : index + 2] == "e" and not word[index - 1 : index].isalpha()


@lru_cache(maxsize=1 << 16)
def distance(word: str, other: str) -> float:
    """How many sounds two words differ in: 0 where they may sound the same, 1 for each sound that is another or missing."""
    loose = _ABJAD_VOWEL if is_abjad(word) is not is_abjad(other) else _VOWEL
    first, second = sounds(word), sounds(other)
    if abs(len(first) - len(second)) > 8:
        return float(abs(len(first) - len(second)))
    costs = [0.0]
    for sound in second:
        costs.append(costs[-1] + _left_out(sound, loose))
    for sound in first:
        left = _left_out(sound, loose)
        row = [costs[0] + left]
        for index, against in enumerate(second):
            row.append(
                min(
                    costs[index] + _differs(sound, against),
                    costs[index + 1] + left,
                    row[-1] + _left_out(against, loose),
                )
            )
        costs = row
    return costs[-1]


def _left_out(sound: frozenset[str], vowel: float) -> float:
    if "-" in sound:
        return min(_SILENT, vowel)
    return vowel if not sound.isdisjoint(_VOWELS) else 1.0


def _differs(sounds_: frozenset[str], other: frozenset[str]) -> float:
    shared = sounds_ & other
    if shared and shared != {"-"}:
        return 0.0
    return _cost(sounds_, other)


@lru_cache(maxsize=4096)
def _cost(sound: frozenset[str], other: frozenset[str]) -> float:
    if any(frozenset((a, b)) in _NEAR for a in sound for b in other):
        return _NEIGHBOUR
    if not sound.isdisjoint(_VOWELS) and not other.isdisjoint(_VOWELS):
        return _OTHER_VOWEL
    return 1.0


# Coarser than anything that tells names apart, and the same in every script: what blocks of names are made by.
_COARSE = (("b", "bpfv"), ("d", "dtTD"), ("k", "gkqscCSZzJX"), ("l", "l"), ("m", "m"), ("n", "n"), ("r", "r"))


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """The consonants of a word by where in the mouth they are made, repeated ones once; "" for a word of vowels and breath."""
    bones = ""
    for sound in sounds(word):
        letter = _coarse(sound)
        if not bones.endswith(letter or "?"):
            bones += letter
    return bones


@lru_cache(maxsize=4096)
def _coarse(sound: frozenset[str]) -> str:
    if "-" in sound or ("v" not in sound and not sound.isdisjoint("aeiouyhX")):
        return ""
    return next((letter for letter, of in _COARSE if not sound.isdisjoint(of)), "")


@lru_cache(maxsize=1 << 16)
def frame(word: str) -> str:
    """The stops, nasals and liquids of a word alone: what every language writes alike."""
    bones = ""
    for sound in sounds(word):
        letter = _coarse(sound)
        if letter in ("", "k") or not sound.isdisjoint("vwfsSzZCcJ") or bones.endswith(letter):
            continue
        bones += letter
    return bones
