"""A quotation of four words or more (three characters where words have no spaces) is proposed, whatever marks it stands in
and whoever says it or nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract import extract

# Words without a verb of saying, and a text around the quotation that gives it to nobody.
_WORDS = {
    "en": "harbour stays open winter every boat returns before night nobody sleeps under this roof",
    "de": "Hafen bleibt offen jeden Winter kommt ein Boot zurück keiner schläft unter diesem Dach",
    "fr": "port reste ouvert chaque hiver un bateau revient personne ne dort sous ce toit",
    "es": "puerto sigue abierto cada invierno vuelve un barco nadie duerme bajo este techo",
    "it": "porto resta aperto ogni inverno torna una barca nessuno dorme sotto questo tetto",
    "pt": "porto continua aberto cada inverno volta um barco ninguém dorme debaixo deste teto",
    "pl": "port pozostaje otwarty każdej zimy wraca łódź nikt nie śpi pod tym dachem",
    "ru": "порт остаётся открытым каждую зиму возвращается лодка никто не спит под этой крышей",
    "uk": "порт залишається відкритим щозими повертається човен ніхто не спить під цим дахом",
    "nl": "haven blijft open elke winter keert een boot terug niemand slaapt onder dit dak",
    "tr": "liman açık kalır her kış bir tekne döner kimse uyumaz bu çatının altında",
    "ar": "يبقى الميناء مفتوحا كل شتاء يعود قارب لا أحد ينام تحت هذا السقف",
    "ja": "港は 開いて いる 冬に 船が 戻る 誰も 眠らない この 屋根の 下で",
    "zh": "港口 开放 冬天 船 回来 没有人 睡觉 在 屋檐 下面 每个 夜晚",
    "ko": "항구는 열려 있다 겨울마다 배가 돌아온다 아무도 잠들지 않는다 이 지붕 아래",
}
_AROUND = {
    "en": "It rained on Monday. {} Then the shops closed early.",
    "de": "Am Montag regnete es stark. {} Danach schlossen die Läden früh.",
    "fr": "Il a plu lundi sur la ville. {} Puis les magasins ont fermé.",
    "es": "El lunes llovió en la ciudad. {} Después cerraron las tiendas.",
    "it": "Lunedì ha piovuto in città. {} Poi i negozi hanno chiuso.",
    "pt": "Na segunda-feira choveu na cidade. {} Depois as lojas fecharam.",
    "pl": "W poniedziałek w mieście padało. {} Potem zamknięto sklepy.",
    "ru": "В понедельник в городе шёл дождь. {} Потом закрылись магазины.",
    "uk": "У понеділок у місті йшов дощ. {} Потім зачинилися крамниці.",
    "nl": "Maandag regende het in de stad. {} Daarna gingen de winkels dicht.",
    "tr": "Pazartesi günü şehirde yağmur yağdı. {} Sonra dükkanlar kapandı.",
    "ar": "هطل المطر يوم الاثنين في المدينة. {} ثم أغلقت المتاجر.",
    "ja": "月曜日、町は雨だった。{}その後、店は閉まった。",
    "zh": "星期一城里下了雨。{}后来商店都关门了。",
    "ko": "월요일에 도시에는 비가 내렸다. {} 그 뒤 가게들이 문을 닫았다.",
}
_JOINED = ("ja", "zh")
_MARKS = ("“”", "„“", "„”", "«»", "»«", "‚‘", "‘’", '""', "「」", "『』", "‹›")
# Without spaces around them, marks that open and close alike, or the other way round, tell nothing.
_MARKS_JOINED = ("“”", "「」", "『』", "„“", "«»", '""')


@st.composite
def _quoted(draw: st.DrawFn) -> tuple[str, str, str]:
    """A language, a text, and the quotation in it."""
    code = draw(st.sampled_from(sorted(_WORDS)))
    marks = draw(st.sampled_from(_MARKS_JOINED if code in _JOINED else _MARKS))
    words = draw(st.lists(st.sampled_from(_WORDS[code].split()), min_size=4, max_size=14))
    stop = "。" if code in _JOINED else draw(st.sampled_from(".!?"))
    inside = ("" if code in _JOINED else " ").join(words)
    inside = inside[0].upper() + inside[1:] + stop
    return code, _AROUND[code].format(marks[0] + inside + marks[1]), inside


@given(_quoted())
def test_a_quotation_that_stands_for_itself_is_proposed(quoted: tuple[str, str, str]) -> None:
    code, text, inside = quoted
    found = extract(text, language=code)
    assert any(text[one.start : one.end] == inside for one in found), text
    assert all(one.speaker is None and one.confidence < 0.5 for one in found)


@pytest.mark.parametrize("code", sorted(_WORDS))
def test_a_quotation_over_two_paragraphs_is_proposed_in_both(code: str) -> None:
    space, stop = ("", "。") if code in _JOINED else (" ", ".")
    words = _WORDS[code].split()
    first, second = (space.join(part).capitalize() + stop for part in (words[:6], words[6:]))
    text = _AROUND[code].format("") + f"\n\n“{first}\n\n“{second}”\n"
    found = [text[one.start : one.end] for one in extract(text, language=code)]
    assert found == [first, second]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Auf dem Schild am Tor stand „Wir bleiben hier und kämpfen“ in roten Buchstaben.", "Wir bleiben hier und kämpfen"),
        ("La pancarta de la puerta, «nosotros no nos vamos de aquí», seguía colgada.", "nosotros no nos vamos de aquí"),
        ("広場の看板には「私たちはここに残る」の文字があった。", "私たちはここに残る"),
        ("Questionada sobre a demissão, limitou-se a isto: “Não comento assuntos internos.”", "Não comento assuntos internos."),
    ],
)  # fmt: skip
def test_a_quotation_inside_a_sentence_is_proposed(text: str, inside: str) -> None:
    assert [text[one.start : one.end] for one in extract(text)] == [inside]
