"""What neither of two or nobody said is never theirs, in any language; names have no adverbs on them."""

import pytest

from onrecord.extract import extract

NOT_SAID = [
    "市长王立和发言人陈敏都没有说：“码头已经永远关闭了。”",
    "既不是王立也不是陈敏说的：“码头已经永远关闭了。”",
    "市议会里没有人说过：“码头已经永远关闭了。”",
    "議會裡沒有人說：「碼頭已經永遠關閉了。」",
    "谁也没有说过：“码头已经永远关闭了。”",
    "市長も広報官も「埠頭は閉鎖された」とは言っていない。",
    "議会の誰も「埠頭は閉鎖された」と述べていない。",
    "Ne belediye başkanı ne de sözcüsü “İskele artık sonsuza dek kapandı” dedi.",
    "Ne Ahmet Kaya ne de Elif Demir “İskele artık sonsuza dek kapandı” dedi.",
    "김민수도 박지은도 “부두가 닫혔다”고 말하지 않았다.",
    "김민수는 “부두가 닫혔다”고 말한 적이 없다.",
    "Verken Anne Lie eller Per Holm sa: «Kaia er stengt for godt.»",
    "«Kaia er stengt for godt», sa verken Anne Lie eller Per Holm.",
    "Verken ordføreren eller talspersonen sa at kaia var stengt.",
    "Varken Anna Lund eller Per Holm sa: ”Kajen är stängd för alltid.”",
    "Hverken Anne Lund eller Per Holm sagde: »Kajen er lukket for altid.«",
    "Ni Luc Morel ni Anne Petit n'ont dit : « Le port est fermé pour toujours. »",
    "Nem Rui Costa nem Ana Reis disseram: «O porto está fechado para sempre».",
    "Ni Luis Mora ni Ana Ruiz dijeron: «El puerto está cerrado para siempre».",
    "Né Marco Sarti né Anna Bruni hanno detto: «Il porto è chiuso per sempre».",
    "Weder Max Holm noch Anna Keller sagte: „Der Hafen ist für immer geschlossen.“",
    "Ни Иван Петров, ни Анна Белова не сказали: «Порт закрыт навсегда».",
    "لم يقل أحد في المجلس: «أغلق الرصيف بالكامل اليوم».",
]
NOBODY = [
    "Ingen i kommunestyret sa: «Kaia er stengt for godt.»",
    "Ingen i kommunfullmäktige sade: ”Kajen är stängd för alltid.”",
    "Ingen i byrådet sagde: »Kajen er lukket for altid.«",
    "Niemand im Rat sagte: „Der Hafen ist für immer geschlossen.“",
    "Nadie en el consejo dijo: «El puerto está cerrado para siempre».",
    "Mecliste hiç kimse “İskele artık sonsuza dek kapandı” demedi.",
    "시의회의 누구도 “부두가 영원히 닫혔다”고 말한 적이 없다.",
    "市议会里没有人说过：“码头已经永远关闭了。”",
    "Ne Ahmet Kaya ne de Elif Demir iskelenin kapandığını söyledi.",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_none_of_those_named_said_is_not_said(text: str) -> None:
    assert {one.polarity for one in extract(text)} == {"not_said"}


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_no_speaker_and_nothing_is_asserted(text: str) -> None:
    assert [one for one in extract(text) if one.speaker is not None or one.polarity == "asserted"] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("没有人受伤，王立说：“码头明天开放。”", "王立"),
        ("王立则表示：“码头明天开放。”", "王立"),
        ("陳敏則說：「碼頭明天開放。」", "陳敏"),
        ("王立却说：“码头明天开放。”", "王立"),
        ("专家们都认为：“码头明天开放。”", "专家们"),
        ("成都表示：“码头明天开放。”", "成都"),
        ("“码头明天开放。”王立则说。", "王立"),
    ],
)
def test_a_chinese_name_ends_before_the_adverb(text: str, speaker: str) -> None:
    [found] = extract(text)
    assert found.speaker is not None
    assert (found.polarity, found.speaker.canonical) == ("asserted", speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«Kaia er stengt, og det blir den», sa statsråden, Per Holm.", "Per Holm"),
        ("«Kaia er stengt», sa ordføreren.", "ordføreren"),
        ("”Kajen är stängd”, sade borgmästaren, Anna Lund.", "Anna Lund"),
        ("»Kajen er lukket«, sagde borgmesteren.", "borgmesteren"),
    ],
)
def test_offices_with_the_article_behind_them_speak(text: str, speaker: str) -> None:
    [found] = extract(text)
    assert found.speaker is not None
    assert found.speaker.canonical == speaker
