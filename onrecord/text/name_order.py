"""Which word of a name is the family name where it stands first, and names that are never taken apart.

By script (Han, kana and Hangul put the family name first), and for Korean, Chinese and Vietnamese names in Latin letters
by a list of common family names together with the form of what follows. Where that does not tell, nothing is told.
"""

from __future__ import annotations

from onrecord.model.light import lru_cache
from onrecord.text.patterns import lazy
from onrecord.text.romanised import romanised

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


_HAN = r"\u3400-\u9fff\uf900-\ufaff\u3005"
_KANA = r"\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff"
_EAST = lazy(rf"[{_HAN}{_KANA}\uac00-\ud7a3]+")
_HANGUL = lazy(r"[\uac00-\ud7a3]+")
_NATIVE = lazy(rf"[{_HAN}\u3041-\u309f]")
# Letters from Hebrew to Myanmar, Ethiopic, Khmer, Mongolian, Tai and Balinese ones, and older forms of Arabic ones.
_WITHOUT_INITIALS = lazy(r"[\u0590-\u109f\u1200-\u137f\u1780-\u18af\u1900-\u1aaf\ufb1d-\ufefc]")
_HEBREW = lazy(r"[\u0590-\u05ff\s'\"״׳־-]+")

_HANGUL_FAMILIES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길"
    "연위표명기반왕금옥육인맹제모탁국어은편용리림라량려렴룡"
) | {"남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방"}  # fmt: skip
# Chinese family names with which hardly a Japanese family name of two letters begins.
_HAN_FAMILIES = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黃吴吳徐孙孫朱郭罗羅郑鄭谢謝韩韓邓鄧冯馮彭曾萧蕭蔡潘袁董苏蘇吕魏蒋蔣沈姜钟鍾姚谭譚廖邹鄒陆"
    "孔崔邱贾賈顾顧侯邵习習马馬许許卢盧叶阎閻温龚龔汤湯钱錢严嚴赖賴龙齐"
)  # fmt: skip

KOREAN_FAMILIES = frozenset(
    "kim lee park pak choi choe chung jung jeong kang cho yoon yun jang chang lim rim han oh suh seo shin kwon hwang ahn "
    "song ryu yoo hong moon son bae baek paik hur heo nam shim noh roh kwak cha woo koo min chun jeon ban ri rhee".split()
)
CHINESE_FAMILIES = frozenset(
    "wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu "
    "dong xiao cheng cao yuan deng fu shen zeng peng lu lü jiang cai jia ding wei xue ye yan pan du dai zhong tian ren fan "
    "fang shi yao tan zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng wan duan qian yin chang qiao lai gong "
    "wen xi ai su jiao nie ouyang sima zhuge".split()
)
PINYIN = (
    "(?:a|o|e|ai|ei|ao|ou|an|en|ang|er|"
    "[bpmf](?:a|o|ai|ei|ao|ou|an|en|ang|eng|u)|[bpm](?:i|ie|iao|ian|in|ing)|miu|"
    "[dtnl](?:a|e|ai|ei|ao|ou|an|ang|eng|ong|i|ie|iao|ian|ing|u|uo|uan|un)|[nl](?:iu|iang|in|ü|v|üe|ue)|diu|nen|"
    "[gkh](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)|"
    "[jqx](?:i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)|"
    "(?:zh|ch|sh)(?:a|e|i|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)|"
    "r(?:e|i|ao|ou|an|en|ang|eng|ong|u|uo|ui|uan|un)|[zcs](?:a|e|i|ai|ei|ao|ou|an|en|ang|eng|ong|u|uo|ui|uan|un)|"
    "y(?:a|e|i|ao|ou|an|in|ang|ing|ong|u|ue|uan|un)|w(?:a|o|ai|ei|an|en|ang|eng|u))"
)
_ONE_SYLLABLE = lazy(PINYIN)
_TWO_SYLLABLES = lazy(f"{PINYIN}['’-]?{PINYIN}")
# Given names of the West that can be read as two syllables of Chinese.
_WESTERN = frozenset(
    "ada alan ali aline ana anna annie bali bella cade chase dale dana dane dasha diane dina duke elan gale hale hanna heide "
    "heidi jade jina juli julie june kali kate katie lana lane lea leila lena lenin lila lili lina linda lisa luca lucan luke "
    "lulu luna malin mali masha maya mike milan mimi mina minnie misha mona nadia nana nate nathan nina pasha paula sade sami "
    "sasha shane susan tami tanya tasha tate tina wade wanda yale ben anne".split()
)
_VIETNAMESE_FAMILIES = frozenset(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Đoàn Trịnh Tạ Đào Nguyen Tran Pham "
    "Huynh Ngo".split()
)
# As often written without marks; what follows has to be a middle name.
_VIETNAMESE_MIDDLE = frozenset(
    "van thi dinh duc chi phu xuan minh quang cao manh tan thanh huu ngoc khanh cong tien hong nguyen ba trong viet duy "
    "thuy kim".split()
)
_ALSO_VIETNAMESE = frozenset("le vo ho dang bui do phan vu truong".split())

# Of those who bear one of the first, hardly anybody has a second family name for a given name but these.
_FOREMOST = frozenset("kim park pak lee choi choe".split())
_ALSO_GIVEN = frozenset("jung chung jeong woo hong seo yoon yun jin hee shin suh seok kwon han".split())
_JAPANESE_GIVEN = lazy(r".+(?:[rzsk]ō|ichi|kichi|suke|saku|hiko|nosuke|emon)|.*[tj]a?rō")
# Titles that stand for a name: who is called so has no family name.
_RESPECTFUL = frozenset("sheikh shaikh sheikha imam mullah maulana ayatollah swami daw ustad".split())
# Names of no family name, or of one that stands first and is never parted from the rest.
_WHOLE = frozenset("aung san suu kyi/lee kuan yew/lee hsien loong/lao tzu/sun tzu/lao she".split("/"))
_LED_FIRST = frozenset("chiang kai shek/mao tse tung/sun yat sen/chou en lai".split("/"))
_ICELANDIC_DAUGHTER = lazy(r"(?i).+d[óo]ttir")
_ICELANDIC_SON = lazy(r"(?i).+(?:s|a|u|r)son|sturluson")
_ICELANDIC_LETTERS = frozenset("ðþÐÞ")
_ICELANDIC_VOWELS = frozenset("áíóúýÁÍÓÚÝ")


def family_words(words: Sequence[str]) -> int:
    """How many words at the beginning of a name are its family name; 0 where nothing tells that it stands there."""
    if len(words) < 2:
        return 0
    if all(map(_EAST.fullmatch, words)):
        return int(
            len(words) == 2
            and (words[0] in _HANGUL_FAMILIES if _HANGUL.fullmatch(words[0]) else _is_native(words))
        )
    if not all(word[:1].isupper() for word in words) or len(words) > 5:
        return 0
    if words[0] in _VIETNAMESE_FAMILIES or romanised(words[0]).lower() in _ALSO_VIETNAMESE:
        return int(_is_vietnamese(words))
    plain = [word.lower() for word in words]
    if " ".join(plain) in _LED_FIRST:
        return 1
    return int(_is_korean(plain) or _is_chinese(plain) or _is_japanese(plain))


def is_whole(words: Sequence[str]) -> bool:
    """Whether a name may not be parted: it has no family name, or nothing tells which of its words that is."""
    if all(map(_EAST.fullmatch, words)):
        return not family_words(words)
    plain = [word.lower() for word in words]
    if " ".join(plain) in _WHOLE or words[0] == "U" or (len(words) == 2 and plain[0] in _RESPECTFUL):
        return True
    return len(words) == 2 and plain[0] in CHINESE_FAMILIES and _ONE_SYLLABLE.fullmatch(plain[1]) is not None


def split(word: str) -> tuple[str, str] | None:
    """Family and given name of a name in Hangul or Han without a space, where its length and first letters tell."""
    if _HANGUL.fullmatch(word):
        size = 2 if word[:2] in _HANGUL_FAMILIES and len(word) > 2 else 1
        if word[:size] in _HANGUL_FAMILIES and 1 <= len(word) - size <= 2:
            return word[:size], word[size:]
    elif 2 <= len(word) <= 3 and word[0] in _HAN_FAMILIES and _EAST.fullmatch(word):
        return word[0], word[1:]
    return None


def in_order(family: str, given: str) -> str:
    """Both in the order in which the name is read."""
    if _EAST.fullmatch(family) and _EAST.fullmatch(given):
        short = len(family) == 1 and len(given) <= 2 and split(family + given)
        return f"{family}{given}" if short else f"{family} {given}"
    words = f"{family} {given}".split()
    if given and family_words(words) == len(family.split()):
        return " ".join(words)
    return f"{given} {family}".strip()


def unparted(family: str, given: str) -> str | None:
    """The name in one piece where a style must not turn round or shorten its parts; None where it may.

    Icelandic patronymics, scripts that know no initials, and parts of which one is in an eastern script.
    """
    if not family or not given:
        return None
    if (family + given).isascii() and not family.lower().endswith(("dottir", "sturluson")):
        return None
    if bool(_EAST.search(family)) is not bool(_EAST.search(given)):
        return f"{family} {given}" if _EAST.search(given) else f"{given} {family}"
    if _WITHOUT_INITIALS.search(given) and not (_HEBREW.fullmatch(given) and len(given.split()) == 1):
        return f"{given} {family}"
    return f"{given} {family}" if _is_icelandic(family, given) else None


def _is_native(words: Sequence[str]) -> bool:
    """Whether two words are a Japanese or Chinese name; katakana alone writes names from elsewhere, given name first."""
    return _NATIVE.search(words[0]) is not None


def _is_korean(plain: Sequence[str]) -> bool:
    """ "kim jong un" and "kim jong-un": two syllables follow, and the last word is no family name too."""
    if plain[0] not in KOREAN_FAMILIES:
        return False
    given = plain[1].split("-") if len(plain) == 2 else plain[1:]
    if len(given) != 2:
        return False
    # "Kim Dae Jung", but "Min Young Kim".
    is_given = plain[0] in _FOREMOST and given[1] in _ALSO_GIVEN
    if len(plain) == 3 and given[1] in KOREAN_FAMILIES - {"min", "ho", "chun"} and not is_given:
        return False
    from onrecord.text.hangul import is_syllable

    return all(map(is_syllable, given))


def _is_japanese(plain: Sequence[str]) -> bool:
    """ "Yamada Tarō": a given name of a man behind a name that is none; a long vowel tells that it is Japanese."""
    return (
        len(plain) == 2
        and any(letter in "āīūēō" for letter in plain[0] + plain[1])
        and _JAPANESE_GIVEN.fullmatch(plain[1]) is not None
        and _JAPANESE_GIVEN.fullmatch(plain[0]) is None
    )


def _is_chinese(plain: Sequence[str]) -> bool:
    if plain[0] not in CHINESE_FAMILIES:
        return False
    if len(plain) == 2:
        two = len(plain[1]) > 3 and _TWO_SYLLABLES.fullmatch(plain[1])
        return bool(two) and plain[1] not in _WESTERN and not _ONE_SYLLABLE.fullmatch(plain[1])
    return (
        len(plain) == 3
        and plain[2] not in CHINESE_FAMILIES | KOREAN_FAMILIES
        and all(map(_ONE_SYLLABLE.fullmatch, plain[1:]))
    )


def _is_vietnamese(words: Sequence[str]) -> bool:
    marked = not words[0].isascii()
    return (marked and len(words) > 1 and not all(word.isascii() for word in words[1:])) or (
        len(words) > 2 and romanised(words[1]).lower() in _VIETNAMESE_MIDDLE
    )


@lru_cache(maxsize=1024)
def _is_icelandic(family: str, given: str) -> bool:
    """By "-dóttir", or "-son" beside letters that are in no other language with such names."""
    if _ICELANDIC_DAUGHTER.fullmatch(family):
        return True
    if not _ICELANDIC_SON.fullmatch(family):
        return False
    letters = set(family + given)
    own = not _ICELANDIC_VOWELS.isdisjoint(family) or not _ICELANDIC_LETTERS.isdisjoint(letters)
    return own or family == "Sturluson" or (given.endswith("ur") and not _ICELANDIC_VOWELS.isdisjoint(given))
