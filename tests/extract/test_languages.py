"""Sentences and articles of the press in other languages, written for this: what is said, and by whom."""

from collections import defaultdict

import pytest

from bench.extraction.own import Sample, Score, is_speaker, overlap, report, samples, unmarked
from onrecord.errors import UsageError
from onrecord.extract import LANGUAGES, extract
from onrecord.extract.abroad import telling
from onrecord.extract.abroad.lexicon import lexicon

SAMPLES = list(samples())
BY_LANGUAGE: dict[str, list[Sample]] = defaultdict(list)
for one in SAMPLES:
    BY_LANGUAGE[one.language].append(one)


@pytest.mark.parametrize("language", BY_LANGUAGE)
def test_what_is_marked_is_found_with_its_speaker_and_little_else(language: str) -> None:
    score = Score()
    for sample in BY_LANGUAGE[language]:
        score.add(sample, extract(sample.text))
    assert score.sentences >= 6
    assert score.spoken >= 0.9 * score.marked
    assert score.found >= 0.9 * score.proposed


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.language}-{sample.text[:20]}")
def test_the_language_is_told(sample: Sample) -> None:
    assert telling.of_text(sample.text) == sample.language


@pytest.mark.parametrize("language", BY_LANGUAGE)
def test_cues_of_one_language_fire_in_no_other(language: str) -> None:
    sample = next(one for one in BY_LANGUAGE[language] if one.kind == "sentence")
    other = "nl" if language in ("ru", "uk") else "ru"
    # Where a verb of saying would stand, and in front of a colon, any word may be one: that is not sure.
    found = [one for one in extract(sample.text, language=other) if one.speaker is not None]
    assert all(one.confidence <= 0.75 for one in found if "colon" in one.reason)
    assert all(one.confidence <= 0.6 for one in found if "colon" not in one.reason)


def test_a_mark_that_nobody_says_is_proposed_without_a_speaker() -> None:
    text = "Das Schild mit der Aufschrift „hier wird nicht mehr gearbeitet“ hing am Tor des Werks."
    [found] = extract(text)
    assert (text[found.start : found.end], found.speaker) == ("hier wird nicht mehr gearbeitet", None)
    assert found.confidence < 0.5 and found.reason.startswith("marks only")


@pytest.mark.parametrize(
    "text",
    [
        "Die Zeitung nennt den Plan einen „Wurf“, und der Hafen bleibt offen.",
        "Le roman « Le Pain et la mer » est en vitrine de la librairie.",
        "Роман «Герой нашего времени» лежит на столе у окна.",
        "小说《边城》的读者常来这里。",
    ],
)
def test_titles_and_words_that_are_mentioned_are_no_statements(text: str) -> None:
    assert extract(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("По словам Игоря Лапина, мост закрыт.", "Игорь Лапин"),
        ("По мнению Натальи Соколовской, мост закрыт.", "Наталья Соколовская"),
        ("По данным прокуратуры, мост закрыт.", "прокуратура"),
        ("Według Andrzeja Dąbrowskiego most jest zamknięty.", "Andrzej Dąbrowski"),
        ("Zdaniem Katarzyny Wolskiej most jest zamknięty.", "Katarzyna Wolska"),
        ("За словами Михайла Шевченка, міст закрито.", "Михайло Шевченко"),
        ("На думку Олени Лісовської, міст закрито.", "Олена Лісовська"),
    ],
)
def test_a_name_in_the_genitive_is_given_in_its_first_case(text: str, who: str) -> None:
    [found] = extract(text)
    assert found.speaker is not None and found.speaker.canonical == who


def test_a_language_may_be_given_and_an_unknown_one_is_refused() -> None:
    text = "«Ja», zei Bo."
    assert [one.speaker.canonical for one in extract(text, language="nl") if one.speaker] == ["Bo"]
    with pytest.raises(UsageError, match="'tlh' is not a supported language"):
        extract(text, language="tlh")


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_every_table_is_whole(language: str) -> None:
    table = lexicon(language).table
    assert table.name and table.says and table.he
    assert len(table.months.split()) == 12
    assert all(part for entry in table.says.split() for part in entry.split("/"))


def test_the_scorer_reads_marks_and_tells_speakers_apart() -> None:
    text, said = unmarked("„⟦Wir kommen gern | Bo Ek⟧“, sagte Bo Ek. — ⟦Nein | ? | direct⟧")
    assert text == "„Wir kommen gern“, sagte Bo Ek. — Nein"
    assert [(text[one.start : one.end], one.speaker, one.form) for one in said] == [
        ("Wir kommen gern", "Bo Ek", "direct"),
        ("Nein", None, "direct"),
    ]
    [found] = extract("„Wir kommen gern“, sagte Bo Ek.")
    assert overlap(said[0], found) == 1 and is_speaker(said[0], found)
    assert not is_speaker(said[1], found)
    parts = {(one.language, one.part) for one in SAMPLES}
    assert report().count("\n") == 1 + len(parts)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("„Wir kommen wieder“, sagte Karin Brandt am 3. Mai 2023.", ("2023-05-03", "stated")),
        ("„Wir kommen wieder“, sagte Karin Brandt am Montag in Emden.", ("2023-08-07", "inferred")),
        ("Am 3. Mai sagte Karin Brandt: „Wir kommen wieder.“", ("2023-05-03", "inferred")),
        ("« Nous viendrons », a déclaré mardi Claire Vasseur.", ("2023-08-08", "inferred")),
        ("«Vamos a ir», dijo ayer Ana Ruiz.", ("2023-08-08", "inferred")),
        ("«Мы придём», — сказал 5 августа 2020 года Пётр Иванов.", ("2020-08-05", "stated")),
        ("– Przyjdziemy – powiedziała w środę Anna Lis.", ("2023-08-09", "inferred")),
        ("2023年5月3日，市长李明表示：“我们不会关闭这家医院。”", ("2023-05-03", "stated")),
        ("„Er kommt seit Montag“, sagte Karin Brandt.", (None, None)),
        ("Karin Brandt, seit 1. Mai 2020 im Amt, sagte: „Wir kommen.“", (None, None)),
        ("„Wir kommen wieder“, sagte Karin Brandt, die am Freitag abreist.", (None, None)),
    ],
)
def test_a_date_beside_the_report_dates_it(text: str, said: tuple[str | None, str | None]) -> None:
    [found] = extract(text, issued="2023-08-09")
    assert (found.said, found.said_basis) == said


def test_a_day_without_a_year_is_nothing_without_a_day_of_publication() -> None:
    for text in ("„Wir kommen“, sagte Karin Brandt am 3. Mai.", "„Wir kommen“, sagte Karin Brandt gestern."):
        assert [one.said for one in extract(text)] == [None]
