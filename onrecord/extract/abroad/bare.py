"""Names as people are called, in languages that are read by patterns: without roles before them and titles behind."""

from onrecord.extract.abroad import filling
from onrecord.extract.abroad.lexicon import Lexicon
from onrecord.text.given_names import FEMALE_NAMES, MALE_NAMES
from onrecord.text.patterns import lazy

Range = tuple[int, int]

# Behind what tells more of somebody: 豆腐店を営む三浦健太郎
_TOLD_MORE = lazy("[ぁ-ん](?=[一-鿿ァ-ヺ々])")
# 国連の報告書, 同社の広報担当者
_OWNED = lazy(r"(?:.*[ぁ-ん、])?(?P<owner>[^ぁ-ん、]+の)(?P<role>[^ぁ-ん]+)")
# 広報担当者, 捜査幹部
_OFFICIAL = (
    "広報",
    "捜査",
    "報道",
    "副",
    "前",
    "元",
    "現",
    "渉外",
    "最高",
    "首席",
    "主席",
    "主任",
    "担当",
    "総務",
    "財務",
    "外務",
    "代表",
    "営業",
    "人事",
    "専務",
    "常務",
    "事務",
    "名誉",
)
_ONE_OF_THEM = (
    "一人",
    "１人",
    "1人",
    "ひとり",
    "男性",
    "女性",
    "家族",
    "若者",
    "親子",
    "夫婦",
    "男",
    "女",
    "少年",
    "少女",
)
_DOCUMENTS = ("報告書", "報告", "調査", "声明", "発表", "統計", "資料", "論文", "判決", "社説", "白書")
# The end of a verb, and no name: 話した
_NO_NAME = lazy("[ぁ-ん]{1,3}")
# 議会の誰も, 市议会里谁
_WHOEVER = ("誰", "だれ", "谁")
# Adverbs behind a name: 专家们都, 王立和陈敏均; no name of a place ends in them but those with 都.
_BEHIND_NAME = lazy("(?:(?<![成京首古新])都|[也则則却卻亦])$")
_EARLIER = 300
_SPOKEN_BEFORE = lazy("[。！？”」]")
_SEVERAL = frozenset("和与與及、们們等")
# 面包师许晴
_OCCUPATIONS = tuple("师師员員长長家人手者生工民士匠")
_WORD = lazy(r"\S+")
# The ending of a case behind a name: Tuna’ya
_CASE = lazy(r"['’]\w*\Z")
_LONGEST_JOINED = 4
_LONGEST_FOREIGN = 8
# 업계 관계자, 현지 주민
# Those of whom there are many.
_KOREAN_COMMON = (
    "관계자",
    "주민",
    "승객",
    "시민",
    "학부모",
    "목격자",
    "직원",
    "상인",
    "전문가",
    "농민",
    "어민",
    "담당자",
    "당국자",
    "팬",
    "관객",
    "손님",
    "고객",
    "대변인",
    "들",
)
_POSSESSED = ("sı", "si", "su", "sü", "ı", "i", "u", "ü", "lığı", "liği", "ları", "leri")
_KOREAN_DOCUMENTS = ("보고서", "성명", "성명서", "설문조사", "자료", "판결문", "사설", "논문", "통계")
_KOREAN_FIELDS = (
    "업계",
    "현지",
    "지역",
    "익명",
    "관련",
    "해당",
    "수사",
    "정보",
    "내부",
    "외부",
    "민간",
    "의료계",
    "학계",
    "재계",
    "금융권",
    "정치권",
    "시장",
    "공장",
    "마을",
)
# A role is what is left of a longer word: 千葉県知事 is no Mr 千葉県.
_SHORTEST_OFFICE = 3
_LEAST = 2


def is_nobody(name: str, known: Lexicon) -> bool:
    """Whether a word that stands where a name does names nobody: 报道, それ, Bu."""
    bare_name = name.strip(" .,،。、")
    if (
        not any(map(str.isalnum, bare_name))
        or bare_name.lower() in known.nobody
        or _NO_NAME.fullmatch(bare_name)
    ):
        return True
    return known.table.joined and bare_name.endswith(_WHOEVER)


def is_pronoun(name: str, known: Lexicon) -> bool:
    """Whether it is whoever spoke last: 她, 她笑着; 她的母亲 is another."""
    if name.lower() in known.pronouns:
        return True
    led = known.code == "zh" and name[0] in known.pronouns
    return led and "的" not in name and not name.endswith(known.role_endings)


def called(name: str, known: Lexicon) -> str:
    """A name without the ending of its case, and without the signs of vowels."""
    if known.code == "ar":
        return filling.without_marks(name)
    return _CASE.sub("", name) if known.code == "tr" else name


def is_unnamed(name: str, known: Lexicon) -> bool:
    """Whether it says what somebody is, and names nobody."""
    words = name.split()
    last = words[-1] if words else name
    if known.code == "ar":
        return bool(words) and _is_role(words[0], known)
    if known.table.joined:
        return last.endswith(known.role_endings)
    return last in known.role_words or last in known.groups


def name_in(text: str, known: Lexicon, start: int, end: int) -> Range:
    """The place of the name in `text[start:end]`; all of it where that is a role without a name."""
    while end > start and text[end - 1].isspace():
        end -= 1
    if known.table.joined:
        return _joined(text, known, start, end)
    parts = [(match.start(), match.end()) for match in _WORD.finditer(text, start, end)]
    words = [filling.without_marks(text[slice(*part)]).strip("،,") for part in parts]
    last = next((index for index in range(1, len(words)) if words[index] in known.conjunctions), len(words))
    if not last:
        return start, end
    first, last = _spaced(words[:last], known)
    return parts[first][0], parts[last - 1][1]


def _spaced(words: list[str], known: Lexicon) -> Range:
    """The first and the last word of the name."""
    roles, organisations = known.role_words, tuple(known.table.organisations.split())
    first, last = 0, len(words)
    while last > 1 and words[last - 1] in known.suffixes:
        last -= 1
    if known.code == "ko":
        return _korean(words, known, last)
    if words[last - 1].endswith(organisations) or words[last - 1] in roles:
        return first, last
    heads = [index for index in range(last - 1) if _is_role(words[index], known)]
    first = heads[-1] + 1 if heads else 0
    if known.code == "ar":
        if last == _LEAST and first == 1 and not words[0].startswith("ال"):
            return 0, last  # "مصدر حكومي": it says what sort of one
        while last - first > 1 and words[first].startswith(("ال", "لل")):
            first += 1
        if first and last - first > _LEAST and words[first] in organisations:
            # "رئيسة لجنة المياه هناء الجابري": what she is the head of
            first += 1 + (last - first - 1 > _LEAST or words[first + 1].startswith("ال"))
        if all(word.startswith("ال") for word in words[first:last]):
            return 0, last  # "وزارة الداخلية", "المتحدث باسم الحكومة"
        last = _arabic_end(words, first, last) if first else last
    if known.code == "tr" and words[last - 1][:1].islower():
        return 0, last  # "Şirket sözcüsü"
    if known.code == "tr":
        given_names = (index for index in range(first, last - 1) if _is_given(words[index], known))
        first = next(given_names, max(first, last - _LEAST))
    return first, last


def _arabic_end(words: list[str], first: int, last: int) -> int:
    """Where a name ends in front of an object: "غادة البرقاوي المزاج العام", "هالة منصور موقف العائلات"."""
    if words[first].startswith(("ال", "عبد", "أبو", "أم", "آل")) or last - first <= _LEAST:
        return last
    with_article = [word.startswith("ال") for word in words[first:last]]
    if with_article[1]:
        return first + _LEAST
    return first + _LEAST if not with_article[2] and any(with_article[3:]) else last


def _is_role(word: str, known: Lexicon) -> bool:
    """Whether a word says what somebody is, in Arabic with its article or as a woman's, in Turkish as that of something: المدرب, Başbakanı."""
    if word in known.role_words or known.code not in ("ar", "tr"):
        return word in known.role_words
    if known.code == "tr":
        return any(word.endswith(end) and word.removesuffix(end) in known.role_words for end in _POSSESSED)
    bare_word = word.removeprefix("ال")
    return bare_word in known.role_words or bare_word.removesuffix("ة") in known.role_words


def holds_role(name: str, known: Lexicon) -> bool:
    """Whether an office is part of what looks like a name: Fransa Cumhurbaşkanı Dubreuil."""
    return known.code == "tr" and any(_is_role(word, known) for word in name.split())


def _is_given(word: str, known: Lexicon) -> bool:
    lowered = word.lower()
    return lowered in known.given_names or lowered in MALE_NAMES or lowered in FEMALE_NAMES


def _is_office_behind(name: str, office: str, known: Lexicon) -> bool:
    """Whether a personal name stands in front of a compound that ends in an office: 한유미 수자원국장."""
    personal = _LEAST <= len(name) <= _LONGEST_JOINED and name.startswith(tuple(known.table.families.split()))
    offices = tuple(role for role in known.role_words if len(role) >= _LEAST)
    return personal and office not in known.role_words and office.endswith(offices)


def is_personal(name: str, known: Lexicon) -> bool:
    """Whether a stretch ends with a title or an office, or in Turkish with a full name: a person's more likely than a thing's."""
    words = name.split()
    if not words:
        return False
    if known.code == "tr":
        return len(words) >= _LEAST and all(word[:1].isupper() for word in words)
    if known.table.joined:
        return name.endswith(tuple(known.suffixes) + known.role_endings)
    return len(words) >= _LEAST and (
        words[-1] in known.role_words
        or words[-1] in known.suffixes
        or _is_office_behind(words[-2], words[-1], known)
    )


def _korean(words: list[str], known: Lexicon, last: int) -> Range:
    """ "김민수 시장", "최 씨", "대통령실 관계자", "경찰" """
    if last > 1 and _is_office_behind(words[last - 2], words[last - 1], known):
        return last - 2, last - 1
    if last > _LEAST and words[last - 1] in known.groups and words[last - 2] in known.suffixes:
        return last - 3, last  # 김 씨 측
    if last > 1 and words[last - 1].endswith(_KOREAN_DOCUMENTS):
        return last - 2, last  # 유엔 보고서
    if last > _LEAST and words[last - 1] in known.role_words and words[last - 2] == "측":
        return last - 3, last  # 피고인 측 변호인
    if last > 1 and words[last - 1] in known.role_words:
        office = (
            not _may_be_korean(words[last - 2], words[last - 1], known)
            or words[last - 1] in known.groups
            or words[last - 2].endswith(tuple(known.table.organisations.split()))
        )
        country = office and last > 2 and len(words[last - 3]) == 1
        return (last - 2 - country, last) if office else (last - 2, last - 1)
    return last - 1, last


def _may_be_korean(word: str, role: str, known: Lexicon) -> bool:
    """Whether a word may be a name of a person: 김민수, or one from abroad; 외교부 and 업계 are none."""
    if word.endswith(tuple(known.table.organisations.split()) + _KOREAN_FIELDS):
        return False
    abroad = len(word) > _LEAST and not role.endswith(_KOREAN_COMMON)  # 뒤브뢰유 대통령
    return len(word) == 1 or abroad or word.startswith(tuple(known.table.families.split()))


def _joined(text: str, known: Lexicon, start: int, end: int) -> Range:
    if text[start:end] in known.role_words:
        return start, end
    owned = _OWNED.fullmatch(text, start, end) if known.code == "ja" else None
    if owned is not None and _is_mere_role(owned["role"], known):
        return owned.start("owner"), end
    if text[end : end + 1] in ("则", "則") and _is_whole_name(text, known, start, end + 1):
        end += 1
    said_not = (place for word in known.conjunctions if (place := text.find(word, start + 1, end)) >= 0)
    end = _without_adverb(text, known, start, min(said_not, default=end))
    end = _without_suffix(text, known, start, end)
    if known.code == "ja":
        told_more = [match.end() for match in _TOLD_MORE.finditer(text, start, end)]
        start = next((place for place in reversed(told_more) if end - place >= _LEAST), start)
    elif (mark := text.rfind("的", start, end - _LEAST)) >= 0:
        start = mark + 1
    name = text[start:end]
    heads = [place + len(role) for role in known.role_words if (place := name.rfind(role)) >= 0]
    if known.table.families:
        heads += [
            place
            for place in (len(name) - 3, len(name) - 2)
            if place > 1 and name[:place].endswith(_OCCUPATIONS)
        ]
    fitting = [place for place in heads if len(name) - place >= _LEAST and _is_personal(name[place:], known)]
    return start + max(fitting, default=0), end


def _is_mere_role(word: str, known: Lexicon) -> bool:
    """Whether a word is a role, an office or a document, and no name before one."""
    if word.endswith(_DOCUMENTS) or word in known.role_words or word in _ONE_OF_THEM:
        return True
    role = next((role for role in known.longest_suffixes if word.endswith(role)), "")
    before = word.removesuffix(role)
    return bool(role) and (not before or before in known.role_words or before.endswith(_OFFICIAL))


def _without_adverb(text: str, known: Lexicon, start: int, end: int) -> int:
    """Where the name ends in front of 都, 则: what its people do alike, or unlike others."""
    name = text[start:end]
    several = not _SEVERAL.isdisjoint(name) and name.endswith(("均", "皆"))
    adverb = known.table.families and (several or _BEHIND_NAME.search(name))
    if adverb and not several and _is_whole_name(text, known, start, end):
        return end
    return end - 1 if adverb and len(name) > _LEAST else end


def _is_whole_name(text: str, known: Lexicon, start: int, end: int) -> bool:
    """Whether 范守则 is somebody's name: it stands behind a role, and nobody has spoken from whom 范守 could be told apart."""
    own = text[max(start, end - 3) : end]
    titled = text[start : end - len(own)].endswith(known.role_endings)
    before = text[max(0, start - _EARLIER) : start]
    return (
        len(own) > _LEAST
        and titled
        and own.startswith(tuple(known.table.families.split()))
        and not _SPOKEN_BEFORE.search(before)
    )


def _without_suffix(text: str, known: Lexicon, start: int, end: int) -> int:
    """Where the name ends in front of 市長, さん, 教授; `end` where these are all that says who it is."""
    name = text[start:end]
    suffix = next((ending for ending in known.longest_suffixes if name.endswith(ending)), "")
    rest = name.removesuffix(suffix)
    office = len(rest) >= _SHORTEST_OFFICE and rest.endswith(tuple(known.table.organisations.split()))
    if not suffix or not rest or office or rest[-1] in "の的和与與及" or rest.endswith(known.role_endings):
        return end
    if known.table.families:
        own = rest[rest.rfind("的") + 1 :]
        heads = [own.rfind(role) + len(role) for role in known.role_words if role in own]
        return end - len(suffix) if _is_personal(own[max(heads, default=0) :], known) else end
    return end - len(suffix) if len(rest) >= _LEAST else end


def _is_personal(name: str, known: Lexicon) -> bool:
    """Whether a name may be a person's: a known family name, or one from abroad."""
    if not known.table.families or "·" in name:
        return True
    if known.code == "zh" and len(name) == _LEAST and name[0] in "小老阿":
        return True
    if len(name) <= _LONGEST_JOINED and name.startswith(tuple(known.table.families.split())):
        return True
    return len(name) <= _LONGEST_FOREIGN and set(name) <= set(known.table.foreign)  # 主教练费尔南德斯
