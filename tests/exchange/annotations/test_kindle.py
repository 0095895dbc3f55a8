"""What people collect while they read: clippings in any language, and who wrote the book."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.exchange import formats
from onrecord.exchange.annotations import kindle
from onrecord.exchange.annotations.author_cells import authors
from onrecord.exchange.entries import Entry, QuoteEntry, Refused

# The second lines of the device in its languages: the same highlight on page 37.
ABOUT = [
    "- Your Highlight on page 37 | Location 418-421 | Added on Thursday, May 9, 2019 7:05:41 PM",
    "- Ihre Markierung auf Seite 37 | Position 418-421 | Hinzugefügt am Donnerstag, 9. Mai 2019 19:05:41",
    "- Votre surlignement sur la page 37 | Emplacement 418-421 | Ajouté le jeudi 9 mai 2019 19:05:41",
    "- La subrayado en la página 37 | posición 418-421 | Añadido el jueves, 9 de mayo de 2019 19:05:41",
    "- La tua evidenziazione a pagina 37 | posizione 418-421 | Aggiunto in data giovedì 9 maggio 2019 19:05:41",
    "- Seu destaque na página 37 | posição 418-421 | Adicionado: quinta-feira, 9 de maio de 2019 19:05:41",
    "- Uw markering op pagina 37 | locatie 418-421 | Toegevoegd op donderdag 9 mei 2019 19:05:41",
    "- 37ページ|位置No. 418-421のハイライト |作成日: 2019年5月9日",
    "- 您在第 37 页（位置 #418-421）的标注 | 添加于 2019年5月9日星期四 下午7:05:41",
    "- Ваш выделенный отрывок на странице 37 | Место 418–421 | Добавлено: четверг, 9 мая 2019 г. в 19:05:41",
    "- 37페이지의 하이라이트 | 위치 418-421 | 추가됨: 2019년 5월 9일 목요일",
    "- Sayfa 37 Konum 418-421 Vurgusu | Eklenme tarihi 9 Mayıs 2019 Perşembe 19:05:41",
    "- Din markering på sidan 37 | plats 418-421 | Tillagd torsdag den 9 maj 2019 19:05:41",
    "- Xxx xxx xx xxxx 37 | Xxxx 418-421 | Xxxx 9 xxx 2019",
]


def read(text: str) -> list[Entry]:
    return list(kindle.read(io.BytesIO(text.encode("utf-8", "replace")), "a file"))


def entry(about: str, words: str = "The tide waits.", title: str = "Tides and men (Ek, Olof)") -> str:
    return f"{title}\n{about}\n\n{words}\n==========\n"


@pytest.mark.parametrize("about", ABOUT)
def test_the_page_in_every_language(about: str) -> None:
    data = entry(about)
    [found] = read("\ufeff" + data.replace("\n", "\r\n"))
    assert isinstance(found, QuoteEntry) and found.source
    assert (found.text, found.locator_label, found.locator) == ("The tide waits.", "page", "37")
    assert found.source.csl == {
        "type": "book",
        "title": "Tides and men",
        "author": [{"family": "Ek", "given": "Olof"}],
    }
    assert formats.to_read("My Clippings.txt", data.encode()).name == "kindle"


@pytest.mark.parametrize(
    ("about", "pages"),
    [
        (
            "- Your Highlight on page 45-46 | Location 690-702 | Added on Thursday, May 9, 2019 7:05:41 PM",
            "45-46",
        ),
        ("- Highlight on pp. 45–46 | Loc. 690-702 | Added on Thursday, May 9, 2019", "45-46"),
        (
            "- Ihre Markierung auf Seite 45-45 | Position 690-702 | Hinzugefügt am Donnerstag, 9. Mai 2019",
            "45",
        ),
        (
            "- La tua evidenziazione alle pagine 45-46 | posizione 690-702 | Aggiunto giovedì 9 maggio 2019",
            "45-46",
        ),
        (
            "- La subrayado en las páginas xiv-xv | posición 90-102 | Añadido el jueves, 9 de mayo de 2019",
            "xiv-xv",
        ),
        ("- 45-46ページ|位置No. 690-702のハイライト |作成日: 2019年5月9日", "45-46"),
        (
            "- La tua evidenziazione alla posizione 690-702 | Aggiunto in data giovedì 9 maggio 2019 19:05:41",
            None,
        ),
        ("- La subrayado en la posición 690-702 | Añadido el jueves, 9 de mayo de 2019 7:05:41 p. m.", None),
    ],
)
def test_several_pages_and_none(about: str, pages: str | None) -> None:
    [found] = read(entry(about))
    assert isinstance(found, QuoteEntry)
    assert (found.locator_label, found.locator) == ("page" if pages else None, pages)


def test_remarks_stand_with_their_highlight_and_bookmarks_quote_nothing() -> None:
    text = (
        entry("- Your Highlight on Location 418-421 | Added on Monday")
        + entry("- Your Note on Location 421 | Added on Monday", "Check this.")
        + entry("- Your Bookmark on Location 300 | Added on Monday", "")
        + entry("- Your Note on Location 9000 | Added on Monday", "Alone.")
    )
    quote, bookmark, alone = read(text)
    assert isinstance(quote, QuoteEntry) and quote.note == "Check this." and quote.locator is None
    assert isinstance(bookmark, Refused) and isinstance(alone, Refused)


def test_titles_keep_their_own_parentheses() -> None:
    [found] = read(entry(ABOUT[0], title="Tides (Coast Library 2) (Ek, Olof;Lund, Ida)"))
    assert isinstance(found, QuoteEntry) and found.source
    assert found.source.csl["title"] == "Tides (Coast Library 2)"
    assert len(authors("Ek, Olof;Lund, Ida")) == 2
    [bare] = read(entry(ABOUT[0], title="Tides"))
    assert isinstance(bare, QuoteEntry) and bare.source and "author" not in bare.source.csl


def test_the_notebook_of_the_app() -> None:
    page = (
        "<html><body><div class='bookTitle'>Tides &amp; men</div><div class='authors'>Ek, Olof</div>"
        "<div class='noteHeading'>Highlight (<span class='highlight_yellow'>yellow</span>) - Page 12 · Location 418</div>"
        "<div class='noteText'>The tide waits.</div></body></html>"
    )
    table = '"Your Kindle Notes For:",,,\n"Tides & men",,,\n"by Olof Ek",,,\n,,,\n"Annotation Type","Location","Starred?","Annotation"\n"Highlight (Yellow)","Page 12","","The tide waits."\n'
    for text, name in ((page, "n.html"), (table, "n.csv")):
        [found] = read(text)
        assert isinstance(found, QuoteEntry) and found.source
        assert (found.text, found.locator, found.source.csl["title"]) == (
            "The tide waits.",
            "12",
            "Tides & men",
        )
        assert formats.to_read(name, text.encode()).name == "kindle"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Ida Lund and Olof Ek", 2), ("Ida Lund, Olof Ek", 2), ("Lund, Ida", 1), ("Lund, Ida; Ek, Olof", 2), ("Lund, Ida & Ek, Olof", 2),
        ("Ida Lund und Olof Ek", 2), ("Ida van der Lund et Olof Ek", 2), ("Ida Lund, Olof Ek, and Ada Moe", 3), ("Marks and Sons", 1),
        ("Ministry of Fisheries and Coastal Affairs", 1), ("Иван Лодкин и Пётр Ветров", 2), ("@ida on Twitter", 1), ("山田 太郎", 1),
    ],
)  # fmt: skip
def test_authors_of_a_cell(cell: str, expected: int) -> None:
    found = authors(cell)
    assert len(found) == expected
    if cell.startswith("@"):
        assert found == [{"literal": "@ida"}]
    if cell.startswith(("Marks", "Ministry")):
        assert found == [{"literal": cell}]


@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from([*ABOUT, "==========", "", "Tides (Ek)", "a", "- "])).map("\n".join)
)
def test_anything_is_taken_or_refused_in_a_sentence(text: str) -> None:
    try:
        read(text)
    except InputError as error:
        assert "a file" in error.message
