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
