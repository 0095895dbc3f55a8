"""From sources to CSL items: the names and dates that a reader finds on the work, and nothing unusable."""

import pytest
from cite.factories import BRANDT, HNA, by, organisation, person, source

from onrecord.cite import csl
from onrecord.model.record import replace
from onrecord.model.records import CreatorRecord, Json, SpeakerRef


def authors(speaker: SpeakerRef, named_as: str | None = None) -> object:
    made_by = (CreatorRecord(role="author", speaker=speaker, named_as=named_as),)
    return csl.item(source(creators=made_by))["author"]


@pytest.mark.parametrize(
    ("speaker", "named_as", "expected"),
    [
        (BRANDT, None, {"family": "Brandt", "given": "Mirela"}),
        (BRANDT, "Mirela Brandt", {"family": "Brandt", "given": "Mirela"}),
        (BRANDT, "Brandt, Mirela", {"family": "Brandt", "given": "Mirela"}),
        (BRANDT, "Mirella Brand", {"family": "Brand", "given": "Mirella"}),
        (
            person("Ana de la Cruz", "de la Cruz", "Ana"),
            "Ana de la Cruz",
            {"family": "de la Cruz", "given": "Ana"},
        ),
        (person("Li Wei Ming", "Li", "Wei Ming"), "Li Wei Ming", {"family": "Li", "given": "Wei Ming"}),
        (person("Demaratus"), None, {"literal": "Demaratus"}),
        (HNA, "the HNA", {"literal": "the HNA"}),
        (person("a clerk", unnamed=True), "one clerk", {"literal": "one clerk"}),
        (organisation("night shift", kind="group"), None, {"literal": "night shift"}),
    ],
)
def test_names_are_the_works_own(speaker: SpeakerRef, named_as: str | None, expected: Json) -> None:
    assert authors(speaker, named_as) == [expected]


def test_every_role_keeps_its_order_and_publishers_are_no_names() -> None:
    creators = (
        by(HNA, BRANDT) + by(BRANDT, role="translator") + by(organisation("Gull Press"), role="publisher")
    )
    item = csl.item(source(creators=creators))
    assert item["author"] == [{"literal": "HNA"}, {"family": "Brandt", "given": "Mirela"}]
    assert item["translator"] == [{"family": "Brandt", "given": "Mirela"}]
    assert item["publisher"] == "Gull Press"


def test_an_archive_stands_in_for_a_missing_address_and_beside_a_given_one() -> None:
    kept = "https://archive.example/1"
    alone = csl.item(source(url=None, archive_url=kept))
    assert alone["URL"] == kept
    both = csl.item(source(archive_url=kept))
    # An archive is a building to CSL, and styles would print the address as one.
    assert (both["URL"], both.get("archive")) == ("https://coastal.example/ferry", None)


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ({"date-parts": [[2020, 2]]}, {"date-parts": [[2020, 2]]}),
        ({"date-parts": [["2020", "2"]]}, {"date-parts": [[2020, 2]]}),
        ({"date-parts": [[2020, None]]}, {"date-parts": [[2020]]}),
        ({"date-parts": [[1987, 0, 0]]}, {"date-parts": [[1987]]}),
        ({"date-parts": [[1987, 6, 0]]}, {"date-parts": [[1987, 6]]}),
        ({"date-parts": [[1987, 6, 31]]}, {"date-parts": [[1987, 6]]}),
        ({"date-parts": [[1987, 14]]}, {"date-parts": [[1987]]}),
        ({"date-parts": [[1987, 22]]}, {"date-parts": [[1987, 22]]}),
        ({"date-parts": [[1987, 6, 3], [0, 0, 0]]}, {"date-parts": [[1987, 6, 3]]}),
        ({"date-parts": [[2020], [2021]], "circa": True}, {"date-parts": [[2020], [2021]], "circa": True}),
        ({"date-parts": [[2020]], "season": "2"}, {"date-parts": [[2020]], "season": "2"}),
        ({"raw": "Easter\n2020"}, {"raw": "Easter 2020"}),
        ("Easter 2020", {"literal": "Easter 2020"}),
        ({"date-parts": [[]]}, None),
        ({"date-parts": None}, None),
        ({"date-parts": [["soon"]]}, None),
        ("", None),
        (2020, None),
        (None, None),
    ],
)
def test_imported_dates_are_kept_where_a_processor_can_read_them(stored: object, expected: object) -> None:
    assert csl.item(source(issued=None, csl={"issued": stored})).get("issued") == expected


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        (
            [{"family": "Roe", "given": "J.", "suffix": "Jr."}],
            [{"family": "Roe", "given": "J.", "suffix": "Jr."}],
        ),
        ([{"literal": "Harbour Board"}, None, "text", {}], [{"literal": "Harbour Board"}]),
        ([{"given": "Cher"}], [{"literal": "Cher"}]),
        ([{"family": "Roe", "given": None, "isInstitution": 1}], [{"family": "Roe"}]),
        ("J. Roe", None),
    ],
)
def test_imported_names_are_kept_where_a_processor_can_read_them(stored: object, expected: object) -> None:
    assert csl.item(source(csl={"editor": stored})).get("editor") == expected


def test_other_imported_values_are_scalars_and_own_data() -> None:
    item = csl.item(
        source(
            csl={
                "volume": 3,
                "number": True,
                "page": float("inf"),
                "scale": ["x"],
                "custom": {"a": [1, None, "b"]},
            }
        )
    )
    assert (item["volume"], item["number"], item["page"], item["custom"]) == (
        3,
        "true",
        "inf",
        {"a": [1, "b"]},
    )
    assert "scale" not in item


def test_no_break_spaces_stay_and_what_orders_or_ends_lines_goes() -> None:
    assert csl.clean(" 12\u00a0km\tand\u2028on \u202e\x1b[0m\x00\ud800\ufdd0") == "12\u00a0km and on [0m"


def test_the_base_is_not_changed() -> None:
    stored: Json = {"note": "x", "custom": {"a": 1}}
    before = source(csl=stored)
    csl.with_notes(csl.item(before), ["doubt"])
    assert before == replace(before, csl={"note": "x", "custom": {"a": 1}})


@pytest.mark.parametrize(
    ("speaker", "named_as", "expected"),
    [
        (person("王小明", "王", "小明"), None, {"family": "王", "given": "小明"}),
        (person("김민준", "김", "민준"), "김 민준", {"family": "김", "given": "민준"}),
        # Words in another order are the same name, and a suffix that the source prints is kept.
        (person("John Roe", "Roe", "John"), "Roe, John", {"family": "Roe", "given": "John"}),
        (
            person("John Roe", "Roe", "John"),
            "John Roe Jr.",
            {"family": "Roe", "given": "John", "suffix": "Jr."},
        ),
        (person("Roe", "Roe", None), None, {"family": "Roe"}),
        (person("Ann", None, "Ann"), "Ann", {"literal": "Ann"}),
        # The parts that somebody stated are not those that one would guess.
        (person("Gabriel García Márquez", "García Márquez", "Gabriel"), None, {"family": "García Márquez", "given": "Gabriel"}),
        (person("Maria Ana Costa", "Ana Costa", "Maria"), "Maria Ana Costa", {"family": "Ana Costa", "given": "Maria"}),
        # Parts that were turned round give way to the order in which the source prints a name of this kind.
        (person("Kim Jong-un", "Jong-un", "Kim"), "Kim Jong-un", {"family": "Kim", "given": "Jong-un"}),
        # (The compound name would be guessed.)
        (person("欧阳修", "欧", "阳修"), "欧阳修", {"family": "欧", "given": "阳修"}),
        (person("Cher"), "Cherilyn Sarkisian", {"family": "Sarkisian", "given": "Cherilyn"}),
    ],
)  # fmt: skip
def test_parts_of_a_name_are_those_on_record_where_the_words_are_the_same(
    speaker: SpeakerRef, named_as: str | None, expected: Json
) -> None:
    assert authors(speaker, named_as) == [expected]


def test_running_text_has_the_name_on_record_and_of_the_unnamed_the_words_of_the_source() -> None:
    clerk = person("a clerk", unnamed=True)
    assert csl.printed_name(BRANDT, "M. Brandt") == "Mirela Brandt"
    assert csl.printed_name(clerk, "one clerk") == "one clerk"
    assert csl.printed_name(clerk, None) == "a clerk"
    assert csl.short_name(BRANDT, "M. Brandt") == "Brandt"
    assert csl.short_name(person("Cher"), None) == "Cher"
    assert csl.short_name(replace(BRANDT, kind="organisation"), None) == "Mirela Brandt"
    assert csl.short_name(replace(BRANDT, unnamed=True), "a sailor") == "a sailor"


@pytest.mark.parametrize(
    ("name", "read", "parts"),
    [
        ({"family": "Brandt"}, "Brandt", ("Brandt", "", "")),
        ({"given": "Cher"}, "Cher", ("", "Cher", "")),
        ({"family": "Roe", "given": "Ann", "suffix": "III"}, "Ann Roe III", ("Roe", "Ann", "III")),
        ({"family": "Roe", "suffix": "Jr."}, "Roe Jr.", ("Roe", "", "Jr.")),
        ({"family": "王", "given": "小明"}, "王小明", ("王", "小明", "")),
        ({"family": "王", "given": "小明", "suffix": "II"}, "王小明 II", ("王", "小明", "II")),
        ({"family": "Нагель", "given": "Анна"}, "Анна Нагель", ("Нагель", "Анна", "")),
        ({"literal": "HNA", "family": "x"}, "HNA", ("x", "", "")),
        (
            {"family": "Ek", "given": "Una", "non-dropping-particle": "af", "dropping-particle": "de"},
            "Una de af Ek",
            ("af Ek", "Una de", ""),
        ),
    ],
)
def test_a_name_is_read_in_its_order(name: Json, read: str, parts: tuple[str, str, str]) -> None:
    assert csl.full_name(name) == read
    assert csl.person(name) == parts


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ({"date-parts": [[2023]]}, "2023"),
        ({"date-parts": [[1]]}, "1"),
        ({"date-parts": [[-44]], "circa": True}, "ca. 44 B.C.E."),
        ({"date-parts": [[-1]]}, "1 B.C.E."),
        ({"date-parts": [[1850], [1855]]}, "1850–1855"),
        ({"date-parts": [[2020, 1], [2020, 2]]}, "2020"),
        ({"date-parts": [[2020], []]}, "2020"),
        ({"date-parts": [[0]]}, None),
        ({"date-parts": [[]]}, None),
        ({"date-parts": []}, None),
        ({"literal": "soon"}, None),
        ({}, None),
    ],
)
def test_a_year_is_printed_as_styles_print_it(date: Json, shown: str | None) -> None:
    assert csl.year(date) == shown


# Each variable of these kinds that CSL 1.0.2 has.
_NAMES = (
    "author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator", "director",
    "editor", "editorial-director", "executive-producer", "guest", "host", "illustrator", "interviewer", "narrator", "organizer",
    "original-author", "performer", "producer", "recipient", "reviewed-author", "script-writer", "series-creator", "translator",
)  # fmt: skip
_DATES = ("accessed", "available-date", "event-date", "issued", "original-date", "submitted")


@pytest.mark.parametrize("variable", _NAMES)
def test_each_variable_of_names_holds_names(variable: str) -> None:
    stored: Json = {variable: [{"family": " Roe ", "given": "\x00", "comma": 1}, "text"]}
    assert csl.cleaned(stored)[variable] == [{"family": "Roe"}]
    assert variable not in csl.cleaned({variable: "J. Roe"})


@pytest.mark.parametrize("variable", _DATES)
def test_each_variable_of_dates_holds_dates(variable: str) -> None:
    stored: Json = {
        variable: {"date-parts": [["2020", "2", 3, 4], [2021], [2022]], "literal": " Spring ", "raw": 3}
    }
    assert csl.cleaned(stored)[variable] == {
        "date-parts": [[2020, 2, 3], [2021]],
        "literal": "Spring",
        "raw": 3,
    }
    assert variable not in csl.cleaned({variable: {"season": 2}})


def test_an_item_of_anybody_is_one_that_an_engine_can_use() -> None:
    assert csl.cleaned({}) == {"type": "document", "id": ""}
    stored: Json = {
        "id": 3, "title": " a  b ", "x\x00": "", "DOI": "https://doi.org/10.1234/X", "abstract": "a\n  b\n", "note": "c\nd",
        "annote": "e\tf", "categories": ["g", None, True], "volume": 1.5, "genre": "h\ni", "page": float("nan"), "PMID": None,
    }  # fmt: skip
    assert csl.cleaned(stored) == {
        "type": "document", "id": "3", "title": "a b", "DOI": "10.1234/X", "abstract": "a\nb", "note": "c\nd",
        "annote": "e f", "categories": ["g", True], "volume": 1.5, "genre": "h i", "page": "nan",
    }  # fmt: skip


def test_a_year_of_many_digits_or_of_other_digits_is_none() -> None:
    for year, kept in (("-999999", -999999), ("1000000", None), ("٢٠٢٠", None), ("--5", None)):
        date = csl.cleaned({"issued": {"date-parts": [[year]]}}).get("issued")
        assert date == ({"date-parts": [[kept]]} if kept else None)


def test_sentences_are_added_below_a_note_and_hold_no_variables() -> None:
    assert csl.with_notes({"note": "a"}, ["b.", "", "c {:x"]) == {"note": "a\nb. c { :x"}
    assert csl.with_notes({}, ["b"]) == {"note": "b"}
    assert csl.with_notes({"note": "", "x": 1}, ["b"]) == {"note": "b", "x": 1}
    assert csl.with_notes({"x": 1}, ["", ""]) == {"x": 1}


def test_a_source_says_itself_what_it_says_of_itself() -> None:
    stored: Json = {
        "title": "Another",
        "URL": "https://x.example",
        "issued": {"literal": "0000-00-00"},
        "type": "book",
        "id": "x",
    }
    item = csl.item(source(csl=stored, issued=None, title="Tides"))
    assert (item["id"], item["type"], item["title"]) == ("brandt-2021", "article-magazine", "Tides")
    assert "issued" not in item
    assert csl.item(source(csl={"issued": {"literal": "soon"}}, issued=None))["issued"] == {"literal": "soon"}
    assert csl.item(source(issued="next week"))["issued"] == {"literal": "next week"}
    # Particles and suffixes are in the stored names alone, which stay while they name the same people.
    stored = {"author": [{"family": "Ek", "non-dropping-particle": "af", "given": "Una"}]}
    una = CreatorRecord(role="author", speaker=person("Una af Ek", "af Ek", "Una"), named_as="Una af Ek")
    assert csl.item(source(csl=stored, creators=(una,)))["author"] == stored["author"]
    assert csl.item(source(csl=stored, creators=by(BRANDT)))["author"] == [
        {"family": "Brandt", "given": "Mirela"}
    ]


@pytest.mark.parametrize(
    ("name", "in_lists", "in_notes"),
    [
        ({"family": "Roe", "given": "Ann"}, None, None),
        ({"family": "王", "given": "小明"}, None, {"literal": "王小明"}),
        ({"family": "王", "given": "小明", "suffix": "II"}, None, {"literal": "王小明 II"}),
        ({"family": "王"}, None, None),
        ({"given": "小明"}, None, None),
        ({"literal": "HNA", "family": "王", "given": "小明"}, None, None),
        ({"family": "Jónsdóttir", "given": "Katrín"}, {"literal": "Katrín Jónsdóttir"}, {"literal": "Katrín Jónsdóttir"}),
    ],
)  # fmt: skip
def test_a_name_is_in_one_piece_where_it_is_never_turned_round(
    name: Json, in_lists: Json | None, in_notes: Json | None
) -> None:
    assert csl.for_styles(name) == (in_lists or name)
    assert csl.for_notes(name) == (in_notes or name)


@pytest.mark.parametrize(
    ("item", "called"),
    [
        ({"type": "document"}, "[untitled]"),
        ({"type": "article-newspaper", "container-title": "The Quay"}, "The Quay"),
        ({"type": "webpage", "URL": "https://www.quay.example/a/1"}, "quay.example"),
        ({"type": "report", "publisher": "Harbour Board"}, "Harbour Board"),
    ],
)
def test_a_work_without_title_and_author_is_called_something(item: Json, called: str) -> None:
    assert csl.with_title(item)["title"] == called
    named = {**item, "author": [{"literal": "Ida Lund"}]}
    assert csl.with_title(named) == named


def test_no_style_cites_a_work_as_nothing() -> None:
    from onrecord.cite.pandoc import Cite, render
    from onrecord.cite.styles import load

    for style in ("apa", "chicago-author-date", "modern-language-association", "ieee"):
        made = render([{"id": "a", "type": "document"}], [Cite(id="a")], load(style))
        assert "ntitled]" in made.entries[0][1]
        assert made.citations[0].strip("()[]., nd")


@pytest.mark.parametrize(
    ("family", "given", "shown"),
    [
        ("Ek", "AB", "A. B."),
        ("van Ek", "ABC", "A. B. C."),
        ("EK", "AB", "AB"),
        ("Ek", "Ann", "Ann"),
        ("Ek", "A.B.", "A.B."),
    ],
)
def test_initials_without_stops_are_each_one(family: str, given: str, shown: str) -> None:
    assert csl.for_styles({"family": family, "given": given}) == {"family": family, "given": shown}
