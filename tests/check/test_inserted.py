"""Reporting clauses inside a draft's marks, what in front of the words leaves them open, and what --fix leaves to a person."""

from pathlib import Path

import factories
import pytest

from onrecord.check import markdown
from onrecord.check.judge import check
from onrecord.check.mended import put_right
from onrecord.check.mending import Mending, applied, mendings
from onrecord.check.verdict import Kind, Verdict
from onrecord.db import reader as readers
from onrecord.db import store as stores


def judged(folder: Path, source: str, text: str) -> tuple[list[Verdict], list[Mending], list[str]]:
    """The verdicts on a draft, what is proposed, and the draft as each that can be done would have it."""
    path = folder / "onrecord.db"
    factories.new_database(path)
    with stores.writing(str(path), "a test") as store:
        factories.source(store, source, citekey="report-2024", title="A report")
    draft = markdown.read(text + "\n")
    draft.again = markdown.read
    with readers.opened(str(path)) as reader:
        report = check(reader, draft)
        found = mendings(reader, draft, report)
    return list(report.verdicts), found, [applied(draft, [one]).strip() for one in found if not one.by_hand]


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("«Мы не закроем порт, пока последний корабль не вернётся домой», — заявил Баранов.",
         "«Мы не закроем порт, — заявил Баранов, — пока последний корабль не вернётся домой»."),
        ("«Кран стоит уже третий месяц, — рассказал докер Иван Петров, — и никто не знает, когда привезут детали».",
         "«Кран стоит уже третий месяц, — рассказал Петров, — и никто не знает, когда привезут детали»."),
        ("«Мы не закроем порт. Мы будем ждать последний корабль», — заявил Иван Баранов.",
         "«Мы не закроем порт, — сказал Баранов. — Мы будем ждать последний корабль»."),
        ("«Ми не закриємо порт, поки останній корабель не повернеться додому», — заявив Баранов.",
         "«Ми не закриємо порт, — заявив Баранов, — поки останній корабель не повернеться додому»."),
        ("„Nie zamkniemy portu, dopóki ostatni statek nie wróci do domu” – powiedział Nowak.",
         "„Nie zamkniemy portu – powiedział Nowak – dopóki ostatni statek nie wróci do domu”."),
        ("«No cerraremos el puerto hasta que vuelva el último barco», dijo Ana Torres.",
         "«No cerraremos el puerto —dijo Torres— hasta que vuelva el último barco»."),
        ("« Nous ne fermerons pas le port avant le retour du dernier navire », a déclaré Marie Dupont.",
         "« Nous ne fermerons pas le port, a déclaré Marie Dupont, avant le retour du dernier navire »."),
    ],
)  # fmt: skip
def test_the_clause_is_none_of_the_words_compared(tmp_path: Path, source: str, draft: str) -> None:
    verdicts, found, _ = judged(tmp_path, source, draft)
    assert [one.kind for one in verdicts] == [Kind.unrecorded], verdicts[0].sentence
    assert not found


BARANOV = "«Мы не закроем порт, пока последний корабль не вернётся домой», — заявил Иван Баранов."
SPLIT = "«Мы не закроем порт, — заявил Баранов, — пока последний корабль не вернётся домой»."


@pytest.mark.parametrize(
    ("old", "new"), [("последний", "первый"), ("порт", "гавань"), ("не закроем", "закроем")]
)
def test_the_clause_stays_where_words_are_put_right(tmp_path: Path, old: str, new: str) -> None:
    verdicts, _, made = judged(tmp_path, BARANOV, SPLIT.replace(old, new))
    assert verdicts[0].kind in (Kind.altered, Kind.inverted)
    assert made == [SPLIT]


def test_a_clause_that_names_another_is_another_speaker(tmp_path: Path) -> None:
    verdicts, _, _ = judged(tmp_path, BARANOV, SPLIT.replace("Баранов", "Пётр Сидоров"))
    assert verdicts[0].kind is Kind.other_speaker


def test_a_clause_with_a_verb_that_nobody_listed_is_left_to_a_person(tmp_path: Path) -> None:
    draft = SPLIT.replace("заявил", "отчеканил").replace("последний", "первый")
    _, found, made = judged(tmp_path, BARANOV, draft)
    assert [one.by_hand for one in found] == ["what stands between its dashes would be lost"]
    assert not made


@pytest.mark.parametrize(
    ("source", "right"),
    [
        ("The terminal is [our] oldest building", "The terminal is [our] oldest building"),
        ("The terminal is [the town’s] oldest building", "The terminal is [the town’s] oldest building"),
        ("[The] terminal is our oldest building", "[The] terminal is our oldest building"),
    ],
)
def test_brackets_of_the_source_hold_no_space(source: str, right: str) -> None:
    assert put_right("The terminal is our newest building", source) == right


OPEN = "the islanders can trust a timetable that changes every month"


@pytest.mark.parametrize(
    ("front", "words"),
    [
        ("The question is whether", OPEN),
        ("We will stay if", OPEN),
        ("I doubt that", OPEN),
        ("It is not true that", OPEN),
        ("It is false that", OPEN),
        ("It is a myth that", OPEN),
        ("Die Frage ist, ob", "die Insulaner dem neuen Fahrplan vertrauen können"),
        ("Ich bezweifle, dass", "die Insulaner dem neuen Fahrplan vertrauen können"),
        ("Es ist nicht wahr, dass", "die Insulaner dem neuen Fahrplan vertrauen können"),
        ("La question est de savoir si", "les habitants peuvent faire confiance à cet horaire"),
        ("Je doute que", "les habitants peuvent faire confiance à cet horaire"),
        ("Il est faux que", "les habitants peuvent faire confiance à cet horaire"),
        ("La pregunta es si", "los isleños pueden confiar en un horario que cambia cada mes"),
        ("Dudo que", "los isleños pueden confiar en un horario que cambia cada mes"),
        ("Mi chiedo se", "gli isolani possono fidarsi di un orario che cambia ogni mese"),
        ("Dubito che", "gli isolani possono fidarsi di un orario che cambia ogni mese"),
        ("Pytanie brzmi, czy", "wyspiarze mogą ufać rozkładowi, który zmienia się co miesiąc"),
        ("Wątpię, że", "wyspiarze mogą ufać rozkładowi, który zmienia się co miesiąc"),
        ("Вопрос в том, могут ли", "островитяне доверять расписанию, которое меняется каждый месяц"),
        ("Я сомневаюсь, что", "островитяне могут доверять расписанию, которое меняется каждый месяц"),
        ("Неправда, что", "островитяне могут доверять расписанию, которое меняется каждый месяц"),
    ],
)
def test_what_leaves_the_words_open_in_front_of_them_is_seen(tmp_path: Path, front: str, words: str) -> None:
    verdicts, _, _ = judged(
        tmp_path, f"“{front} {words}”, said Helena Brandt.", f"“{words},” Helena Brandt said."
    )
    assert verdicts[0].kind in (Kind.doubtful, Kind.inverted, Kind.denied), verdicts[0].sentence


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (f"“We are sure that {OPEN},” said Helena Brandt.", f"“{OPEN},” Helena Brandt said."),
        (f"“The question is whether {OPEN},” said Helena Brandt.", f"Helena Brandt asked whether “{OPEN}.”"),
        (f"“The question is whether {OPEN},” said Helena Brandt.",
         f"“The question is whether {OPEN},” Helena Brandt said."),
        ("“This is the bridge of the old town that everybody loves,” said Eva Dahl.",
         "“the old town that everybody loves,” Eva Dahl said."),
        ("«Roma è una città grande, dove si può vivere bene in questa città del mare», ha detto Maria Rossi.",
         "«può vivere bene in questa città del mare», ha detto Maria Rossi."),
        ("«La ciudad se prepara para el invierno más largo del siglo», dijo Ana Torres.",
         "«prepara para el invierno más largo del siglo», dijo Ana Torres."),
    ],
)  # fmt: skip
def test_what_leaves_nothing_open_or_is_given_is_not(tmp_path: Path, source: str, draft: str) -> None:
    verdicts, _, _ = judged(tmp_path, source, draft)
    assert verdicts[0].kind is Kind.unrecorded, verdicts[0].sentence


def test_what_is_not_put_right_is_told_with_the_reason(tmp_path: Path) -> None:
    source = "“We will not close the ferry terminal,” said Eva Dahl."
    verdicts, found, made = judged(tmp_path, source, "“We will not close the ferry terminal, said Dahl.")
    assert verdicts[0].kind is Kind.altered
    assert [one.by_hand for one in found] == ["its mark is not closed"]
    assert found[0].wording == verdicts[0].passage.wording
    assert not made


def test_a_quotation_of_several_paragraphs_is_not_one_that_is_not_closed(tmp_path: Path) -> None:
    source = "“The harbour will stay open this year.\n\n“Nor will it close the next one,” said Eva Dahl."
    draft = "“The harbour will stay open this month.\n\n“Nor will it close the next one,” said Eva Dahl."
    _, found, made = judged(tmp_path, source, draft)
    assert [one.by_hand for one in found] == [""]
    assert made == [source]


def test_words_that_stand_and_say_the_opposite_are_left_to_a_person(tmp_path: Path) -> None:
    verdicts, found, made = judged(
        tmp_path, f"“I doubt that {OPEN},” said Eva Dahl.", f"“{OPEN},” Eva Dahl said."
    )
    assert verdicts[0].kind is Kind.inverted
    assert len(found) == 1
    assert found[0].by_hand
    assert not made
