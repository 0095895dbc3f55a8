"""Who speaks in the second clause of a sentence, whose subject has an insertion behind it: "…, but Maria Lind, his deputy, replied"."""

import pytest

from onrecord.extract import extract


def said(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    return [
        (text[one.start : one.end].strip(" ,."), one.speaker.canonical if one.speaker else None)
        for one in extract(text, language=language)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"Taxes will fall," said Peter Hall, but Maria Lind, his deputy, replied: "They will not."',
            [("Taxes will fall", "Peter Hall"), ("They will not", "Maria Lind")],
        ),
        (
            '"I am no thief," Otto Kern once said, and Brandt, asked about him, laughed: "Nobody said you were one."',
            [("I am no thief", "Otto Kern"), ("Nobody said you were one", "Brandt")],
        ),
        (
            '"We won," Ed Marsh said, and Lucy Bell, who lost by nine votes, said "nobody won".',
            [("We won", "Ed Marsh"), ("nobody won", "Lucy Bell")],
        ),
        (
            'Peter Hall was tired, and Maria Lind, who sat beside him, said: "We go home."',
            [("We go home", "Maria Lind")],
        ),
        (
            'Ann Perry shook her head, while Luis Ortega, standing at the door, shouted: "Get out now."',
            [("Get out now", "Luis Ortega")],
        ),
        (
            'Omar Reyes left early, and his lawyer, Jane Frost, told reporters: "He has nothing to add."',
            [("He has nothing to add", "Jane Frost")],
        ),
        (
            "Omar Reyes left early, and Jane Frost, for her part, told reporters that the case was closed.",
            [("the case was closed", "Jane Frost")],
        ),
    ],
)
def test_the_second_clause_has_its_own_speaker(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        'Peter Hall, who was tired, said: "We stay."',
        'Peter Hall, a farmer and, for years, mayor of Kessel, said: "We stay."',
        'Peter Hall, a small but stubborn man, from Kessel, said: "We stay."',
        'Peter Hall smiled at Maria Lind, his deputy, and said: "We stay."',
        'Peter Hall got up, thanked Maria Lind, his deputy, and said: "We stay."',
    ],
)
def test_an_insertion_begins_no_second_clause(text: str) -> None:
    assert said(text) == [("We stay", "Peter Hall")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "« La digue tient », a dit Jan Roth, mais Ida Falk, assise à côté, a répondu : « Elle cède. »"),
        ("it", "«La diga tiene», ha detto Jan Roth, ma Ida Falk, la sua vice, ha risposto: «Cede già»."),
        ("es", "«El dique aguanta», ha dicho Jan Roth, pero Ida Falk, su adjunta, ha respondido: «Ya cede»."),
        ("pt", "“O dique aguenta”, disse Jan Roth, mas Ida Falk, sua vice, respondeu: “Já cede.”"),
        ("nl", "‘De dijk houdt’, zei Jan Roth, maar Ida Falk, zijn vervanger, heeft geantwoord: ‘Hij breekt.’"),
        ("de", "„Der Deich hält“, sagte Jan Roth, doch Ida Falk, seine Stellvertreterin, hat geantwortet: „Er bricht.“"),
        ("pl", "„Tama wytrzyma”, powiedział Jan Roth, ale Ida Falk, jego zastępczyni, odpowiedziała: „Już pęka”."),
        ("ru", "«Дамба держится», — сказал Ян Рот, но Ида Фальк, его заместитель, ответила: «Она рухнет»."),
    ],
)  # fmt: skip
def test_so_it_is_in_other_languages(language: str, text: str) -> None:
    names = ["Ян Рот", "Ида Фальк"] if language == "ru" else ["Jan Roth", "Ida Falk"]
    assert [speaker for _, speaker in said(text, language)] == names
