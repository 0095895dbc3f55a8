"""Interviews and minutes in the layouts of many languages: who asks, who answers, and titles that are no turn."""

import pytest

from onrecord.extract.turns import proposals_of
from onrecord.ingest.read import read_bytes

ASKS = object()

# What stands in the file, and who says what; `ASKS`: a label that is nobody's name.
TALKS = {
    "zh title": (
        "专访港务局长李海生：大桥明年通车\n\n记者：大桥什么时候通车？\n李海生：明年春天。\n记者：资金够吗？\n李海生：够的。\n",
        ["记者?", "李海生", "记者?", "李海生"],
    ),
    "zh papers": (
        "2024年3月5日发言人林建主持例行记者会\n\n法新社记者：有何评论？\n\n林建：已经多次表明立场。\n\n路透社记者：是否参加会议？\n\n林建：没有可以提供的信息。\n",
        ["法新社记者?", "林建", "路透社记者?", "林建"],
    ),
    "zh brackets": ("【记者】何时通车？\n【李海生】明年。\n\n【记者】够吗？\n【李海生】够的。\n", ["记者?", "李海生", "记者?", "李海生"]),
    "zh narrow colon": ("问:何时通车?\n答:明年。\n问:够吗?\n答:够的。\n", ["问?", "答?", "问?", "答?"]),
    "ja wide space": (
        "佐藤　来年の春です。\n\n田中　足りますか。\n\n佐藤　足ります。\n\n田中　ありがとう。\n",
        ["佐藤", "田中", "佐藤", "田中"],
    ),
    "ja minutes": (
        "○委員長（佐藤健一君）　会議を開きます。\n　お諮りします。\n○田中花子君　いつですか。\n○国務大臣（鈴木一郎君）　来年です。\n",
        ["佐藤健一", "田中花子", "鈴木一郎"],
    ),
    "ko minutes": (
        "○위원장 김민수  개의하겠습니다.\n○이영희 위원  언제 개통합니까?\n○국토교통부장관 박철수  내년 봄입니다.\n",
        ["위원장 김민수", "이영희 위원", "국토교통부장관 박철수"],
    ),
    "ko title": (
        "김민수 항만청장 인터뷰\n\n기자: 언제 개통합니까?\n김민수: 내년 봄입니다.\n기자: 충분합니까?\n김민수: 충분합니다.\n",
        ["기자?", "김민수", "기자?", "김민수"],
    ),
    "ar letters": (
        "حوار مع سامي الحداد\n\nس: متى يُفتتح الجسر؟\nج: في الربيع.\n\nس: كلمة أخيرة؟\nج: اطمئنوا.\n",
        ["س?", "سامي الحداد", "س?", "سامي الحداد"],
    ),
    "ar words": ("سؤال: متى يُفتتح؟\nجواب: في الربيع.\n\nسؤال: وبعد؟\nجواب: اطمئنوا.\n", ["سؤال?", "جواب?", "سؤال?", "جواب?"]),
    "fa": ("خبرنگار: کی افتتاح می‌شود؟\nرضا کریمی: بهار.\nخبرنگار: کافی است؟\nرضا کریمی: بله.\n", ["خبرنگار?", "رضا کریمی", "خبرنگار?", "رضا کریمی"]),
    "hi": ("सवाल: पुल कब खुलेगा?\nजवाब: वसंत में।\n\nसवाल: पैसा?\nजवाब: काफ़ी है।\n", ["सवाल?", "जवाब?", "सवाल?", "जवाब?"]),
    "he": ("שאלה: מתי?\nתשובה: באביב.\n\nשאלה: מספיק?\nתשובה: כן.\n", ["שאלה?", "תשובה?", "שאלה?", "תשובה?"]),
    "vi": ("Phóng viên: Khi nào?\nNguyễn Văn An: Mùa xuân.\nPhóng viên: Đủ không?\nNguyễn Văn An: Đủ.\n", ["Phóng viên?", "Nguyễn Văn An", "Phóng viên?", "Nguyễn Văn An"]),
    "el": ("Ερώτηση: Πότε;\nΑπάντηση: Την άνοιξη.\n\nΕρώτηση: Φτάνουν;\nΑπάντηση: Ναι.\n", ["Ερώτηση?", "Απάντηση?", "Ερώτηση?", "Απάντηση?"]),
    "en title": (
        "Ida Holm: A pier in spring\n\nPer Sund: When does it open?\nIda Holm: In May.\nPer Sund: And who pays?\nIda Holm: The town.\n",
        ["Per Sund", "Ida Holm", "Per Sund", "Ida Holm"],
    ),
}  # fmt: skip
MARKED = {
    "ja": ("佐藤健一氏に聞く\n\n――いつ開通しますか。\n\n「来年の春です」\n\n――足りますか。\n\n「足ります」\n\n――一言お願いします。\n\n「安心を」\n", ["来年の春です", "足ります", "安心を"]),
    "ko": ("김민수 인터뷰\n\n-언제 개통합니까?\n“내년 봄입니다.”\n\n-충분합니까?\n“충분합니다.”\n\n-한 말씀?\n“안심하십시오.”\n", ["내년 봄입니다.", "충분합니다.", "안심하십시오."]),
    "ar": ("حوار مع سامي الحداد\n\n* متى يُفتتح؟\n\n- في الربيع.\n\n* هل تكفي؟\n\n- نعم.\n\n* كلمة؟\n\n- اطمئنوا.\n", ["في الربيع.", "نعم.", "اطمئنوا."]),
    "es": ("Entrevista a Rosalía Ferrán\n\n—¿Por qué?\n—Porque es nuestro.\n\n—¿Y el alcalde?\n—Se olvidó.\n\n—¿Y si insisten?\n—Nos verán.\n", ["Porque es nuestro.", "Se olvidó.", "Nos verán."]),
}  # fmt: skip
ASKED = {"ja": "佐藤健一", "ko": "김민수", "ar": "سامي الحداد", "es": "Rosalía Ferrán"}
NO_TALKS = {
    "list": "◆交通　電車で来てください。\n\n◆日時　3月5日。\n\n◆場所　港。\n\n◆料金　無料。\n",
    "agencies": "【新华社】今天大桥通车。\n\n【人民网】明天下雨。\n\n【环球网】后天晴。\n",
    "shopping": "An interview guide\n\n- bread\n- milk\n- Who pays?\n- eggs\n",
    "nobody": "○君　一\n○君　二\n○君　三\n",
    "faq": "Questions of visitors\n\n- When is it open?\nAlways.\n\n- Who pays?\nYou do.\n\n- Why?\nBecause.\n",
}


def named(text: str) -> list[str]:
    return [f"{turn.speaker}{'?' * turn.unnamed}" for turn in read_bytes(text.encode(), name="a.txt").turns]


@pytest.mark.parametrize("talk", TALKS)
def test_who_speaks_is_told_by_the_labels_of_each_language(talk: str) -> None:
    text, speakers = TALKS[talk]
    assert named(text) == speakers


@pytest.mark.parametrize("talk", MARKED)
def test_answers_below_questions_with_a_mark_are_theirs_whom_the_title_names(talk: str) -> None:
    text, answers = MARKED[talk]
    document = read_bytes(text.encode(), name="a.txt")
    found = proposals_of(document)
    assert [document.text[one.start : one.end] for one in found] == answers
    assert {one.speaker.canonical for one in found if one.speaker} == {ASKED[talk]}
    assert all(one.form == "direct" and not one.unnamed for one in found)


def test_answers_below_questions_with_a_mark_are_nobodys_where_nobody_is_named() -> None:
    turns = read_bytes(
        "インタビュー\n\n――いつ。\n\n春。\n\n――本当ですか。\n\n本当。\n\n――なぜですか。\n\n雪。\n".encode(),
        name="a.txt",
    ).turns
    assert [(turn.speaker, turn.unnamed) for turn in turns] == [("A", True)] * 3


@pytest.mark.parametrize("text", NO_TALKS.values(), ids=NO_TALKS)
def test_lists_are_no_talks(text: str) -> None:
    assert named(text) == []


def test_a_name_that_ends_in_a_hyphen_is_read() -> None:
    assert (
        named("Ida Holm-: It held.\nPer Sund: It did.\nIda Holm-: Well.\nPer Sund: Good.\n")[1] == "Per Sund"
    )
