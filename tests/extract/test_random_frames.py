"""Quotations in random frames of each language: each is proposed, nobody is a time or a word that points, and what is not said is not asserted."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract import extract

# By language: what says when, who speaks, what they do, what stands behind, words of a quotation, words that are nobody.
_PARTS: dict[str, tuple[list[str], list[str], list[str], list[str], str, set[str]]] = {
    "en": (
        ["Last week,", "On Tuesday", "Two days later,", "This morning"],
        ["the mayor, Ann Holm,", "Ann Holm", "she", "the harbour board", "this"],
        ["said", "told reporters", "gushed", "insisted", "wrote on Friday"],
        ["in an interview", "last month", "on the radio", ""],
        "We will keep the old bridge open",
        {"last week", "tuesday", "two days later", "this morning", "last month", "friday", "this"},
    ),
    "de": (
        ["Am Dienstag", "Vergangene Woche", "Zwei Tage später", "Heute"],
        ["Bürgermeisterin Anna Holm", "Anna Holm", "sie", "der Hafenrat", "das"],
        ["sagte", "betonte", "zwitscherte", "räumte ein", "erklärte am Freitag"],
        ["in einem Gespräch", "vorige Woche", "im Radio", ""],
        "Wir halten die alte Brücke offen",
        {"dienstag", "vergangene woche", "zwei tage später", "heute", "vorige woche", "freitag", "das"},
    ),
    "fr": (
        ["Mardi,", "La semaine dernière,", "Deux jours plus tard,", "Ce matin,"],
        ["la maire Anne Hollier", "Anne Hollier", "elle", "le conseil du port", "cela"],
        ["a déclaré", "a insisté", "a gazouillé", "affirme", "a écrit vendredi"],
        ["dans un entretien", "le mois dernier", "à la radio", ""],
        "Nous gardons le vieux pont ouvert",
        {"mardi", "la semaine dernière", "semaine dernière", "ce matin", "vendredi", "mois dernier", "cela"},
    ),
    "es": (
        ["El martes,", "La semana pasada,", "Dos días después,", "Esta mañana,"],
        ["la alcaldesa Ana Olmo", "Ana Olmo", "ella", "la junta del puerto", "esto"],
        ["dijo", "insistió", "gorjeó", "afirmó", "escribió el viernes"],
        ["en una entrevista", "el mes pasado", "en la radio", ""],
        "Mantendremos abierto el viejo puente",
        {"martes", "semana pasada", "esta mañana", "viernes", "mes pasado", "esto"},
    ),
    "it": (
        ["Martedì", "La settimana scorsa", "Due giorni dopo", "Stamattina"],
        ["la sindaca Anna Olmi", "Anna Olmi", "lei", "la giunta del porto", "questo"],
        ["ha detto", "ha insistito", "ha cinguettato", "afferma", "ha scritto venerdì"],
        ["in un'intervista", "il mese scorso", "alla radio", ""],
        "Terremo aperto il vecchio ponte",
        {"martedì", "settimana scorsa", "stamattina", "venerdì", "mese scorso", "questo"},
    ),
    "pt": (
        ["Na terça-feira,", "Na semana passada,", "Dois dias depois,", "Esta manhã,"],
        ["a presidente Ana Olmo", "Ana Olmo", "ela", "a junta do porto", "isto"],
        ["disse", "insistiu", "chilreou", "afirmou", "escreveu na sexta-feira"],
        ["numa entrevista", "no mês passado", "na rádio", ""],
        "Vamos manter aberta a velha ponte",
        {"terça-feira", "semana passada", "esta manhã", "sexta-feira", "mês passado", "isto"},
    ),
    "pl": (
        ["We wtorek", "W zeszłym tygodniu", "Dwa dni później", "Dziś"],
        ["burmistrz Anna Olszak", "Anna Olszak", "ona", "rada portu", "to"],
        ["powiedziała", "podkreśliła", "zaćwierkała", "dodała", "napisała w piątek"],
        ["w wywiadzie", "w zeszłym miesiącu", "w radiu", ""],
        "Zostawimy stary most otwarty na zimę",
        {"wtorek", "zeszłym tygodniu", "dziś", "piątek", "zeszłym miesiącu", "to"},
    ),
    "ru": (
        ["Во вторник", "На прошлой неделе", "Два дня спустя", "Сегодня"],
        ["мэр Анна Ольшина", "Анна Ольшина", "она", "совет порта", "это"],
        ["сказала", "подчеркнула", "прощебетала", "добавила", "написала в пятницу"],
        ["в интервью", "в прошлом месяце", "по радио", ""],
        "Мы оставим старый мост открытым",
        {"вторник", "прошлой неделе", "сегодня", "пятницу", "прошлом месяце", "это"},
    ),
    "uk": (
        ["У вівторок", "Минулого тижня", "Два дні по тому", "Сьогодні"],
        ["мерка Анна Ольшина", "Анна Ольшина", "вона", "рада порту", "це"],
        ["сказала", "підкреслила", "процвірінькала", "додала", "написала в п'ятницю"],
        ["в інтерв'ю", "минулого місяця", "по радіо", ""],
        "Ми залишимо старий міст відкритим",
        {"вівторок", "минулого тижня", "сьогодні", "п'ятницю", "минулого місяця", "це"},
    ),
    "nl": (
        ["Dinsdag", "Vorige week", "Twee dagen later", "Vanochtend"],
        ["burgemeester Anna Holm", "Anna Holm", "ze", "de havenraad", "dit"],
        ["zei", "benadrukte", "kwetterde", "verklaarde", "schreef vrijdag"],
        ["in een gesprek", "vorige maand", "op de radio", ""],
        "We houden de oude brug open",
        {"dinsdag", "vorige week", "twee dagen later", "vanochtend", "vrijdag", "vorige maand", "dit"},
    ),
    "tr": (
        ["Salı günü", "Geçen hafta", "İki gün sonra", "Bu sabah"],
        ["Belediye Başkanı Ayşe Holmen", "Ayşe Holmen", "Liman kurulu", "Bu"],
        ["dedi", "diye konuştu", "diye cıvıldadı", "ifadelerini kullandı"],
        [""],
        "Eski köprüyü bu kış açık tutacağız",
        {"salı", "salı günü", "geçen hafta", "i̇ki gün sonra", "bu sabah", "bu"},
    ),
    "ar": (
        ["يوم الثلاثاء", "الأسبوع الماضي", "اليوم"],
        ["رئيسة البلدية هناء الجابري", "هناء الجابري", "هي", "هذا"],
        ["قالت", "أكدت", "غردت"],
        ["في مقابلة", "أمس", ""],
        "سنبقي الجسر القديم مفتوحا هذا الشتاء",
        {"يوم الثلاثاء", "الثلاثاء", "الأسبوع الماضي", "اليوم", "أمس", "هذا"},
    ),
    "ja": (
        ["火曜日、", "先週、", "今朝、"],
        ["半田郁子市長は", "半田郁子さんは", "彼女は", "これは"],
        ["と述べた", "と強調した", "とさえずった"],
        [""],
        "古い橋はこの冬も開けておきます",
        {"火曜日", "先週", "今朝", "これ"},
    ),
    "zh": (
        ["周二，", "上周，", "今天早上，"],
        ["市长韩玉琴", "韩玉琴", "她", "这"],
        ["说", "强调", "啾啾道"],
        [""],
        "这个冬天我们会让老桥开着",
        {"周二", "上周", "今天早上", "这"},
    ),
    "ko": (
        ["화요일 ", "지난주 ", "오늘 아침 "],
        ["한유미 시장은", "한유미 씨는", "그녀는", "이것은"],
        ["고 말했다", "고 강조했다", "고 지저귀었다"],
        [""],
        "올겨울에도 낡은 다리를 열어 두겠습니다",
        {"화요일", "지난주", "오늘 아침", "이것"},
    ),
}
_MARKS = {"de": "„“", "pl": "„”", "fr": "«»", "es": "«»", "it": "«»", "ru": "«»", "uk": "«»", "ja": "「」"}
_JOINED = ("ja", "zh")


def _tidy(text: str, *, joined: bool) -> str:
    text = text.replace(" ", "") if joined else " ".join(text.split())
    return re.sub(r"\s+([.,:])", r"\1", text)


@st.composite
def _framed(draw: st.DrawFn) -> tuple[str, str, str]:
    """A language, a sentence with a quotation in a random frame, and the words of the quotation."""
    code = draw(st.sampled_from(sorted(_PARTS)))
    heads, subjects, verbs, tails, words, _ = _PARTS[code]
    head, tail = draw(st.sampled_from(["", *heads])), draw(st.sampled_from(tails))
    subject, verb = draw(st.sampled_from(subjects)), draw(st.sampled_from(verbs))
    marks = _MARKS.get(code, "“”")
    quoted = marks[0] + words + marks[1]
    if code in ("ja", "ko"):
        frames = [
            f"{head}{subject} {quoted}{verb}.",
            f"{quoted}{verb}。" if code == "ja" else f"{quoted}{verb}.",
        ]
    elif code == "zh":
        frames = [f"{head}{subject}{verb}：{quoted}", f"{quoted}{subject}{verb}。"]
    elif code == "tr":
        frames = [f"{head} {subject}, {quoted} {verb}.", f"{quoted} {verb} {subject}."]
    elif code == "ar":
        frames = [f"{verb} {subject} {tail}: {quoted}.", f"{head} {verb} {subject}: {quoted}."]
    else:
        frames = [
            f"{head} {subject} {verb} {tail}: {quoted}.",
            f"{quoted}, {verb} {subject} {tail}.",
            f"{quoted}, {subject} {verb} {tail}.",
            f"{head} {verb} {subject} {tail}: {quoted}.",
            f"{quoted}. {head} {subject} {verb} {tail}.",
        ]
    sentence = _tidy(draw(st.sampled_from(frames)), joined=code in _JOINED)
    return code, sentence[0].upper() + sentence[1:], words


@settings(max_examples=300, deadline=None)
@given(_framed())
def test_a_quotation_in_any_frame_is_proposed_and_nobody_is_a_time(framed: tuple[str, str, str]) -> None:
    code, text, words = framed
    printed = words.replace(" ", "") if code in _JOINED else words
    start, end = text.index(printed), text.index(printed) + len(printed)
    proposals = extract(text, language=code)
    assert any(one.start <= start + 1 and end - 1 <= one.end for one in proposals), text
    nobody = _PARTS[code][5]
    for one in proposals:
        said_by = one.speaker.canonical.casefold() if one.speaker and one.speaker.canonical else ""
        assert said_by not in nobody, (text, said_by)
        assert not set(said_by.split(",")[0:1]) & nobody, (text, said_by)


_NOT_SAID = {
    "en": "Ann Holm never said: “We will keep the bridge open.”",
    "de": "Anna Holm hat nie gesagt: „Wir halten die Brücke offen.“",
    "fr": "Anne Hollier n'a jamais dit : « Nous gardons le pont ouvert. »",
    "es": "Ana Olmo nunca dijo: «Mantendremos abierto el puente».",
    "it": "Anna Olmi non ha mai detto: «Terremo aperto il ponte».",
    "pt": "Ana Olmo nunca disse: “Vamos manter aberta a ponte.”",
    "pl": "Anna Olszak nigdy nie powiedziała: „Zostawimy most otwarty”.",
    "ru": "Анна Ольшина никогда не говорила: «Мы оставим мост открытым».",
    "uk": "Анна Ольшина ніколи не казала: «Ми залишимо міст відкритим».",
    "nl": "Anna Holm heeft nooit gezegd: “We houden de brug open.”",
    "tr": "Ayşe Holmen hiçbir zaman “Köprüyü açık tutacağız” demedi.",
    "ar": "لم تقل هناء الجابري أبدا: «سنبقي الجسر القديم مفتوحا».",
    "ja": "半田郁子さんは「古い橋は開けておく」とは言っていない。",
    "zh": "韩玉琴从未说过：“我们会让老桥开着。”",
    "ko": "한유미 시장은 “낡은 다리를 열어 두겠다”고 말한 적이 없다.",
}


@pytest.mark.parametrize("code", sorted(_NOT_SAID))
def test_what_somebody_never_said_is_not_asserted(code: str) -> None:
    proposals = extract(_NOT_SAID[code], language=code)
    assert all(one.polarity != "asserted" for one in proposals), proposals
