"""Chinese names: whether a name in Latin letters is a way of writing one in Han characters, and old and new characters.

A name in characters has one reading in Mandarin, written in Pinyin and by Wade and Giles's way, and others in Canton, Amoy and
Singapore, whose people spell their names by these.
"""

from __future__ import annotations

from onrecord.model.light import lru_cache
from onrecord.text import name_order
from onrecord.text.patterns import lazy
from onrecord.text.romanised import romanised

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from re import Pattern

_HAN = lazy("[\u3400-\u9fff\uf900-\ufaff]{2,4}")
_SYLLABLE = lazy("([bpmfdtnlgkhjqxrzcsyw]?h?)([a-zü]+)")
_GIVEN = lazy(f"({name_order.PINYIN})(?:['’-]?({name_order.PINYIN}))?")
_SYLLABLE_OF_PINYIN = lazy(name_order.PINYIN)
_LETTERS = lazy("[a-z]+")
# Characters of names that were simplified, old and new in turn.
_SIMPLER = (
    "習习張张劉刘陳陈楊杨趙赵黃黄吳吴孫孙馬马許许盧卢葉叶閻阎溫温龔龚湯汤錢钱嚴严賴赖齊齐龍龙鄧邓馮冯蕭萧呂吕蔣蒋鍾钟譚谭鄒邹陸陆賈贾顧顾鄭郑謝谢"
    "韓韩羅罗國国華华東东澤泽錦锦濤涛寶宝強强鎮镇軍军偉伟傑杰麗丽蘭兰鳳凤飛飞雲云嶽岳慶庆義义禮礼愛爱學学經经凱凯達达榮荣貴贵興兴勝胜勳勋輝辉煒炜"
    "瑋玮穎颖靜静潔洁紅红綠绿銀银鐵铁鋼钢長长萬万億亿聖圣賢贤獻献憲宪應应廣广樹树橋桥權权歡欢歲岁漢汉潤润濟济爾尔畢毕碩硕祿禄禎祯競竞紀纪純纯紹绍"
    "維维綱纲緒绪緯纬總总繼继續续聯联聰聪肅肃臺台與与舊旧艷艳莊庄藝艺藍蓝蘇苏衛卫訓训詠咏詩诗誠诚諒谅謙谦謀谋識识讓让豐丰貞贞財财費费賓宾贊赞躍跃"
    "載载輔辅農农運运遠远遲迟鈞钧銘铭鋒锋鍵键鎔镕鏡镜鑒鉴門门開开閔闵關关陽阳隨随雙双靈灵韋韦順顺頌颂頤颐顯显風风駿骏騰腾驥骥魯鲁鮑鲍鳴鸣鴻鸿鵬鹏鶴鹤"
    "麥麦黨党齡龄時时書书會会業业楨桢樂乐標标機机環环瓊琼發发節节範范築筑簡简練练聲声職职臨临舉举蓮莲葦苇見见規规親亲覺觉語语諾诺謹谨譽誉貝贝貢贡賀贺"
    "質质軒轩軻轲輪轮遊游遜逊適适釗钊鈴铃鈺钰鉉铉銳锐錚铮鎧铠鐘钟閩闽閱阅隱隐霽霁項项須须頓顿願愿養养驚惊鯤鲲鷹鹰來来鄰邻堅坚劍剑穩稳恆恒曉晓瑩莹紫紫"
)
_NEW = str.maketrans(_SIMPLER[::2], _SIMPLER[1::2])
# Initials and finals of Pinyin, and how else they are written.
_INITIALS = {
    "b": "b|p", "d": "d|t", "g": "g|k", "j": "j|ch|ts", "q": "q|ch|ts", "x": "x|hs|sh|s", "zh": "zh|ch", "z": "z|ts|tz", "c": "c|ts|tz",
    "r": "r|j", "s": "s|ss|sz", "ch": "ch", "sh": "sh", "y": "y", "w": "w", "": "",
}  # fmt: skip
_FINALS = {
    "ong": "ong|ung", "iong": "iong|iung", "ian": "ian|ien", "ie": "ie|ieh", "ue": "ue|ueh", "uo": "uo|o", "e": "e|eh|o", "i": "i|ih|u|ee",
    "ui": "ui|uei|wei", "an": "an", "eng": "eng|ung", "en": "en|un", "un": "un", "ou": "ou|u|ow", "u": "u|oo|o|uh", "ang": "ang|eung",
    "er": "er|erh", "iu": "iu|iew|yew", "uan": "uan|wan", "ua": "ua|wa", "uai": "uai|wai", "uang": "uang|wong", "ao": "ao|au|o", "ai": "ai|oi|ay",
    "ing": "ing", "in": "in", "ia": "ia|ya", "iao": "iao|eo|iu",
}  # fmt: skip
# Readings of the south and of families, beside those that Pinyin gives.
_OWN = {
    "蔡": "tsai|choi|chua|tsoi", "英": "ing|ying|yin", "文": "wen|man|boon|mun", "九": "jeou|kow|gau", "石": "shek|shih", "蒋": "chiang|tseung", "经": "ching|king",
    "国": "kuo|kwok|kok", "李": "lee|li|lei", "辉": "hui|fai|hwee", "陈": "chan|tan|chin|chen", "扁": "pien|bian|bin", "孙": "suen|sun|soon", "逸": "yat|yi", "仙": "sen|sin|hsien",
    "显": "hsien|hin", "龙": "loong|lung|leong", "光": "kuan|kwong|kong", "耀": "yew|yiu", "赖": "lai", "德": "te|tak|teck|de", "王": "wong|ong|heng", "黄": "wong|ng|ooi|huang",
    "林": "lam|lim|lum", "张": "cheung|teo|chang|chong", "刘": "lau|low|liu|lao", "吴": "ng|goh|wu|woo", "郑": "cheng|tay|tee|cheang", "梁": "leung|neo|leong", "曾": "tsang|chan|tseng",
    "董": "tung", "郭": "kwok|kuo|quek|koh", "周": "chow|chou|chew|chiu", "何": "ho", "许": "hui|hsu|koh|khoo", "徐": "tsui|hsu|chee", "谢": "tse|hsieh|chia", "杨": "yeung|yang|yeo|young",
    "叶": "yip|yeh|yap", "罗": "law|lo|loh", "朱": "chu|choo", "冯": "fung|feng|pang", "邓": "tang|teng", "钟": "chung", "余": "yu|yee", "苏": "so|su|soh", "潘": "poon|pan", "卢": "lo|loo",
    "振": "chun|chan|chen", "华": "wah|hwa|hua", "建": "kin|chien|chee", "荣": "wing|yung|jung", "明": "ming|meng", "志": "chi|chih|chee", "伟": "wai|wei", "强": "keung|chiang", "成": "shing|cheng",
    "生": "sang|sheng|seng", "家": "ka|chia|kah", "月": "yuet|yueh", "娥": "ngor|o", "嘉": "ka|chia", "诚": "shing|cheng|seng", "福": "fook|fu|hock", "兴": "hing|hsing|heng", "安": "on|an",
    "小": "siu|hsiao|sio", "平": "ping|peng", "美": "mei|may|mee", "玉": "yuk|yu|geok", "春": "chun|choon", "秀": "sau|hsiu|siew", "仁": "yan|jen", "中": "chung", "东": "tung|dung", "泽": "tse|chak",
    "来": "lai", "恩": "en|yan", "祥": "cheung|hsiang|siang", "民": "man|min|ming", "宏": "wang|hung", "锦": "kam|chin|kim", "永": "wing|yung", "万": "man|wan", "介": "kai|chieh", "清": "ching", "登": "teng|tang",
    "水": "shui|sui", "马": "ma|mah|beh", "丘": "yau|chiu|khoo", "贤": "yin|hsien", "启": "kai|chi", "岳": "ngok|yueh|yue", "若": "yeuk|jo|jo", "瑟": "sat", "淑": "shuk|shu|sook", "慧": "wai|hui|hwee",
}  # fmt: skip
_SPELLED = frozenset(way for ways in _OWN.values() for way in ways.split("|"))


def is_name(text: str) -> bool:
    """Whether this looks like a person's name in Han characters: two to four of them."""
    return _HAN.fullmatch("".join(text.split())) is not None


def simplified(name: str) -> str:
    """A name in the new form of its characters, without spaces; other characters are left as they are."""
    return "".join(name.split()).translate(_NEW)


def may_be_written(han: str, latin: str) -> bool:
    """Whether `latin` (lower-case letters, anything between words) is a way of writing the name in `han`.

    The family name may stand first or last. The same letters may write other names as well; what this finds is a suggestion.
    """
    if not is_name(han):
        return False
    words = _LETTERS.findall(latin.lower())
    pattern = _pattern(simplified(han))
    joined = ("".join(words), "".join([*words[-1:], *words[:-1]]))
    return any(pattern.fullmatch(one) for one in joined)


@lru_cache(maxsize=4096)
def reading(han: str) -> tuple[str, ...]:
    """The syllables of a name in Pinyin without tones."""
    return tuple([romanised(character).lower() for character in simplified(han)])


def syllables(words: Sequence[str]) -> tuple[str, ...]:
    """The syllables of a name in Pinyin, in lower case, the family name first; () where it is none."""
    if not 2 <= len(words) <= 3 or words[0] not in name_order.CHINESE_FAMILIES:
        return ()
    match = _GIVEN.fullmatch("-".join(words[1:]))
    return (words[0], *[part for part in match.groups() if part]) if match else ()


def may_be_romanised(pinyin: Sequence[str], latin: str) -> bool:
    """Whether `latin` is a way of writing these syllables, by Wade and Giles or as they stand; the family name may stand last."""
    words = _LETTERS.findall(latin.lower())
    pattern = _of_syllables(tuple(pinyin))
    return any(pattern.fullmatch(one) for one in ("".join(words), "".join([*words[-1:], *words[:-1]])))


@lru_cache(maxsize=4096)
def _of_syllables(pinyin: tuple[str, ...]) -> Pattern[str]:
    return lazy("".join([f"(?:{_written(one)})" for one in pinyin]))


@lru_cache(maxsize=4096)
def _pattern(han: str) -> Pattern[str]:
    parts = []
    for character, syllable in zip(han, reading(han), strict=True):
        own = _OWN.get(character)
        parts.append(f"(?:{_written(syllable)}{f'|{own}' if own else ''})")
    return lazy("".join(parts))


@lru_cache(maxsize=1024)
def _written(syllable: str) -> str:
    match = _SYLLABLE.fullmatch(syllable)
    if match is None:
        return syllable or "(?!)"
    initial, final = match.groups()
    ways = [f"(?:{_INITIALS.get(initial, initial)})(?:{_FINALS.get(final, final)})"]
    if initial in ("z", "c", "s") and final == "i":
        ways.append("tzu|szu|ssu|tse")
    if initial == "y" and final in ("an", "e", "i", "u"):
        ways.append({"an": "yen", "e": "yeh", "i": "i", "u": "yue"}[final])
    return "|".join([syllable, *ways])


def is_syllable(latin: str) -> bool:
    """Whether plain lower-case letters are a syllable of Pinyin, or of how people spell their family names."""
    return _SYLLABLE_OF_PINYIN.fullmatch(latin) is not None or latin in _SPELLED


def readings(character: str) -> tuple[str, ...]:
    """How one character, in its new form, is written in Latin letters: in Pinyin, and by those who have ways of their own."""
    own = _OWN.get(character)
    return tuple(dict.fromkeys([romanised(character).lower(), *(own.split("|") if own else ())]))
