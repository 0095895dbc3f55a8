"""Authors in a line below the headline that no markup calls a byline."""

import pytest

from onrecord.ingest.read import read_bytes

BODY = {
    "en": "The harbour board met on Friday evening and heard a good many letters about the old quay and its lamps.",
    "ru": "Совет порта собрался в пятницу вечером и выслушал много писем о старой набережной и её фонарях.",
    "pt": "O conselho do porto reuniu-se na sexta-feira à noite e ouviu muitas cartas sobre o velho cais.",
    "ja": "港の委員会は金曜日の夜に集まり、古い埠頭とその灯りについての多くの手紙を聞いた。",
    "it": "Il consiglio del porto si è riunito venerdì sera e ha ascoltato molte lettere sul vecchio molo.",
    "de": "Der Rat tagte am Freitagabend und hörte viele Briefe über den alten Kai und seine Lampen.",
}


def authors(line: str, language: str) -> list[str]:
    page = f'<html lang="{language}"><body><article><h1>Quay</h1><p>{line}</p><p>{BODY[language]}</p></article></body></html>'
    return [one.name for one in read_bytes(page.encode(), name="a.html").metadata.authors]


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("Автор: Иван Петров", "ru", ["Иван Петров"]),
        ("Иван Петров, 5 марта 2024", "ru", ["Иван Петров"]),
        ("Текст: Анна Белова", "ru", ["Анна Белова"]),
        ("Por Ana Reis", "pt", ["Ana Reis"]),
        ("Por Ana Reis, em Lisboa", "pt", ["Ana Reis"]),
        ("Ana Reis — 5 de março de 2024", "pt", ["Ana Reis"]),
        ("文：山田太郎", "ja", ["山田太郎"]),
        ("【山田太郎】", "ja", ["山田太郎"]),
        ("執筆：山田太郎", "ja", ["山田太郎"]),
        ("山田太郎　2024年3月5日", "ja", ["山田太郎"]),
        ("By Ann Lee", "en", ["Ann Lee"]),
        ("By Ann Lee<br>Special to the Times", "en", ["Ann Lee"]),
        ("By Ann Lee, Special to the Times", "en", ["Ann Lee"]),
        ("Di Marco Sarti", "it", ["Marco Sarti"]),
        ("Von Anna Keller und Max Holm", "de", ["Anna Keller", "Max Holm"]),
    ],
)
def test_a_byline_is_told_by_its_words(line: str, language: str, names: list[str]) -> None:
    assert authors(line, language) == names


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("The harbour in winter", "en"),
        ("By Land and Sea", "en"),
        ("Special to the Times", "en"),
        ("Oslo, 5 March 2024", "en"),
        ("New Haven — 5 March 2024", "en"),
        ("Harbour News, 5 March 2024", "en"),
        ("Фото: Иван Петров", "ru"),
        ("Por favor, leia", "pt"),
        ("東京新聞　2024年3月5日", "ja"),
    ],
)
def test_other_lines_are_no_byline(line: str, language: str) -> None:
    assert authors(line, language) == []
