"""Who says a passage in Chinese, Japanese and Korean, by the frame around its marks: "王丽华说：“…”", "「…」と佐藤氏は述べた".

The engine that finds speakers goes by capitals and spaces, which these lack. Here the words between the edge of a clause and a
verb of saying are the subject; a name is told from an office by the family names of the language, an honorific, or a dot.
"""

from __future__ import annotations

import re

from onrecord.model.record import record
from onrecord.text.signs import MARKS

_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘"
    "杜戴夏钟鍾汪田任姜范範方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄"
    "辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边"
)
_COMPOUND = frozenset("欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 夏侯 皇甫 尉迟 公孙 慕容 令狐 司徒".split())
_KOREAN = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용"
)
# Ends of what is an office, an agency or a country, and no name.
_NO_NAME = frozenset("社部局院会會党黨府司国國署处處者人官员員长長家们們报報台网網团團宫宮厅廳委庁省")
_TITLES = re.compile(
    r"(?:市长|市長|部长|部長|先生|女士|小姐|总统|總統|主席|总理|總理|教授|博士|局长|局長|校长|校長|发言人|發言人|主任|经理|經理|书记|書記|大使|院长|院長|"
    r"总裁|總裁|议员|議員|法官|医生|醫生|老师|老師|警官|将军|將軍|记者|記者)\Z"
)
_PRONOUNS = frozenset(
    "他 她 它 他们 她们 他們 她們 我 我们 我們 对方 對方 其 彼 彼女 彼ら 私 僕 그 그녀 그는 그들 나 저".split()
)
_ZH_CUES = (
    r"(?:补充|補充|回应|回應|解释|解釋|告诉记者|告訴記者|坦言|宣布|警告|呼吁|呼籲|声称|聲稱|提到|表明|直言|谈到|談到|透露|写道|寫道|认为|認為|强调|強調|"
    r"要求|请求|請求|批评|批評|谴责|譴責|形容|抱怨|断言|斷言|承诺|承諾|怒斥|痛批|直斥|感叹|感嘆|调侃|自嘲|指出|表示|承认|承認|反驳|反駁|(?<![小传傳学學])[说說]|称|稱|道|问|問|答|写|寫|报道|報道|報導)(?:道|说|說|称|稱)?"
)
_ASIDE = re.compile(
    r"(?<=..)(?:在|于|於|对|對|向|就|近日|昨|今|当天|當天|当日|还|還|也|则|則|又|再次|曾|日前|随后|隨後|此前|同时|同時|接受|通过|通過|星期|周[一二三四五六日]|\d).*\Z"
)
_ZH_BEFORE = re.compile(
    rf"(?:\A|[。！？；，,、：\s])(?:据|據)?(?P<who>[^。！？；，,、：:\s]{{1,40}}?){_ZH_CUES}[，,：:]?\s*\Z"
)
_ZH_AFTER = re.compile(
    rf"\A[，,。]?\s*(?P<who>[^。！？；，,、：:\s]{{1,30}}?){_ZH_CUES}(?:[。；，,！？\s]|\Z|了)"
)
_LABEL = re.compile(r"(?:\A|[。！？\n])\s*(?P<who>[^。！？；，,、：:\s]{1,16})\s*[：:]\s*\Z")
_JA_CUES = r"(?:述べ|語|話し|話す|言|い[っう]|指摘|説明|強調|主張|コメント|明かし|発言|訴え|答え|書い|警告|表明|振り返|つぶや|叫|反論|批判|非難|評し|呼ん|断言|宣言|約束|認め|否定|表現|形容|ぼや|嘆|皮肉|一蹴|称賛|たたえ|尋ね|ただし|質)"
_JA_BEFORE = re.compile(
    r"(?:\A|[。！？、\s])(?P<who>[^。！？、\s]{1,25}?)(?:は|が|も)(?:、[^。]{0,30})?\s*\Z"
)
_JA_SAYS = re.compile(rf"\A、?と(?:も)?[^。「」]{{0,14}}?{_JA_CUES}")
_JA_AFTER = re.compile(
    rf"\A、?と(?:も)?、?(?P<who>[^。「」、]{{1,25}}?)(?:は|が|も)[^。「」]{{0,14}}?{_JA_CUES}"
)
_JA_HONOURS = re.compile(
    r"(?:氏|さん|様|君|ちゃん|市長|首相|大統領|長官|議員|社長|会長|教授|大臣|知事|代表|監督|選手|報道官|医師|弁護士|総裁|委員長|部長|課長|外相|先生|町長|村長)+\Z"
)
_JA_NAME = re.compile(r"[\u4e00-\u9fff々ァ-ヶー・ぁ-ん]{2,12}")
_KANA = re.compile("[\u3041-\u30ff]")
_HANGUL = re.compile("[가-힣]")
_HAN = re.compile("[\u4e00-\u9fff]")
_KO_CUES = r"(?:말|밝|했|전했|강조|주장|설명|덧붙|지적|썼|적었|반박|언급|답|경고|호소|토로|평가|비판|비난|불렀|표현|규정|묘사|꼬집|일축|칭찬|혹평|극찬|자평|선언|단언|약속|외쳤|물었|반문|인정|부인|촉구|당부|요구|비유)"
_KO_BEFORE = re.compile(
    r"(?:\A|[.!?\n,])\s*(?P<who>[^.!?\n,]{1,30}?)(?:은|는|이|가|께서)\s(?:[^.!?\n]{0,40}\s)?\Z"
)
_KO_SAYS = re.compile(rf"\A(?:이라|라|다|이)?(?:고|며|면서)(?:도)?\s?[^.“”\n]{{0,30}}?{_KO_CUES}")
_KO_AFTER = re.compile(
    rf"\A(?:이라|라|다|이)?(?:고|며)\s(?P<who>[^.“”\n]{{2,30}}?)(?:은|는|이|가)\s[^.“”\n]{{0,20}}?{_KO_CUES}"
)
_KO_TITLES = frozenset(
    "시장 장관 대통령 의원 대표 교수 씨 총리 대변인 회장 사장 위원장 기자 박사 감독 선수 변호사 판사 검사 총장 원장 국장 정부 한국 이사장 차관 대사 주석 전 현 신임 국무총리".split()
)
_ORGANISED = re.compile(r"(?:시|부|청|당|사|회|국)\Z")
_ENDS = re.compile(f"[。！？!?{re.escape(MARKS)}]|[.](?=\\s|\\Z)")
_FAR = 120


@record()
class Voice:
    """Who says something: a name, or (not `named`) an office as the text has it."""

    who: str
    named: bool


def voice(text: str, start: int, end: int) -> Voice | None:
    """Who says what stands from `start` to `end`, inside its marks; None where no frame of these languages says so."""
    before, after = _clause_before(text, start), _after(text, end)
    around = before + after
    if not (_HAN.search(around) or _HANGUL.search(around) or _KANA.search(around)):
        return None
    if (label := _LABEL.search(before)) and not re.search(rf"{_ZH_CUES}\Z", label["who"]):
        return _named(label["who"], around)
    if _HANGUL.search(around):
        return _korean(before, after)
    if _KANA.search(around):
        return _japanese(before, after)
    if match := _ZH_BEFORE.search(before) or _ZH_AFTER.search(after):
        return _chinese(match["who"])
    return None


def _clause_before(text: str, start: int) -> str:
    """What stands in front of a quotation: since the paragraph began, or the quotation before."""
    before = text[max(0, start - _FAR) : start].rpartition("\n")[2].rstrip(MARKS)
    last = max((before.rfind(mark) for mark in "”」』»"), default=-1)
    return before[last + 1 :]


def _after(text: str, end: int) -> str:
    """What stands behind a quotation: up to the end of the sentence, or the next quotation."""
    after = text[end : end + _FAR].lstrip(MARKS).partition("\n")[0]
    ends = _ENDS.search(after, 1)
    return after[: ends.end()] if ends else after


def _named(who: str, around: str) -> Voice | None:
    if _HANGUL.search(who):
        return _korean_name(who)
    return _japanese_name(who) if _KANA.search(around) else _chinese(who)


def _chinese(who: str) -> Voice | None:
    who = _ASIDE.sub("", who).strip()
    if not who or who in _PRONOUNS:
        return None
    if dotted := re.search("[\u4e00-\u9fff]{1,8}(?:[·•・][\u4e00-\u9fff]{1,8})+\\Z", who):
        # "俄罗斯总统弗拉基米尔·普京": what stands behind the office.
        return Voice(re.split(_TITLES.pattern.removesuffix("\\Z"), dotted[0])[-1], named=True)
    if titled := _TITLES.search(who):
        # "王市长": the family name and the office; "陈国强市长": the name.
        bare = who[: titled.start()]
        if len(bare) == 1:
            return Voice(who, named=False)
        who = bare or who
    if _HAN.fullmatch(who[-1]):
        for length in (4, 3, 2):
            name = who[-length:]
            # 周建国 is a man, 韩国 is not.
            ends_as_name = who[-1] not in _NO_NAME or (who[-1] in "国國方" and length == 3)
            is_name = name[:2] in _COMPOUND or (length < 4 and name[0] in _SURNAMES)
            if len(name) == length and ends_as_name and is_name:
                return Voice(name, named=True)
    return Voice(who, named=False)


def _japanese(before: str, after: str) -> Voice | None:
    if match := _JA_AFTER.match(after):
        return _japanese_name(match["who"])
    if _JA_SAYS.match(after) and (match := _JA_BEFORE.search(before)):
        return _japanese_name(match["who"])
    return None


def _japanese_name(who: str) -> Voice | None:
    who = who.strip().rpartition("の")[2]
    bare = _JA_HONOURS.sub("", who)
    if not who or who in _PRONOUNS or bare in _PRONOUNS:
        return None
    if bare and _JA_NAME.fullmatch(bare) and (bare != who or (len(bare) > 2 and bare[-1] not in _NO_NAME)):
        return Voice(bare, named=True)
    return Voice(who, named=False)


def _korean(before: str, after: str) -> Voice | None:
    if match := _KO_AFTER.match(after):
        return _korean_name(match["who"])
    if _KO_SAYS.match(after) and (match := _KO_BEFORE.search(before)):
        return _korean_name(match["who"])
    return None


def _korean_name(who: str) -> Voice | None:
    words = who.split()
    if not words or words[-1] in _PRONOUNS:
        return None
    for word in reversed(words):
        is_name = 2 <= len(word) <= 4 and word[0] in _KOREAN and all(map(_HANGUL.match, word))
        if is_name and word not in _KO_TITLES and not _ORGANISED.search(word):
            return Voice(word, named=True)
    return Voice(who.strip(), named=False)


def same_voice(mine: Voice, other: Voice) -> bool | None:
    """Whether two are one person; None: it cannot be told."""
    short, long = sorted((mine.who, other.who), key=len)
    if long.endswith(short) or (len(short) > 1 and long.startswith(short)):
        # "普京" and "弗拉基米尔·普京", "佐藤さん" and "佐藤健一氏".
        return True
    for office, name in ((mine, other), (other, mine)):
        if not office.named and name.named and (title := _TITLES.search(office.who)) and title.start() == 1:
            return office.who[0] == name.who[0]
    return False if mine.named and other.named else None


def of_name(name: str) -> Voice | None:
    """A name as texts print it, in one of these scripts; None: it is in another."""
    if _HANGUL.search(name):
        return _korean_name(name)
    if _KANA.search(name):
        return _japanese_name(name)
    return _chinese(name) if _HAN.search(name) else None
