"""Organisations without braces, letters behind names, names whose family name stands first."""

import pytest

from onrecord.exchange.bibliography.bib_names import names


@pytest.mark.parametrize(
    "written",
    [
        r"Ministerium f\"ur Hafen und Meer",
        r"Bundesamt f{\"u}r Seeschifffahrt",
        r"Minist\`ere de la Mer",
        "Ministerio de Pesca",
        r"Urz\k{a}d Morski w Gdyni",
        "Министерство обороны",
        "Harbour Safety Committee",
        "Agenzia del Porto",
        "Instituto Nacional do Mar",
        "Ministerie van Infrastructuur",
        "Liman Bakanlığı",
        "Kikötői Minisztérium",
        "Ministerstvo dopravy",
        "Kystverket",
    ],
)
def test_an_organisation_is_no_person(written: str) -> None:
    [name] = names(written)[0]
    assert list(name) == ["literal"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Kim Dae Jung", {"family": "Kim", "given": "Dae Jung"}),
        ("Min Young Kim", {"family": "Kim", "given": "Min Young"}),
        ("Yamada Tarō", {"family": "Yamada", "given": "Tarō"}),
        ("Tarō Yamada", {"family": "Yamada", "given": "Tarō"}),
        ("Lord Owen, MP", {"literal": "Lord Owen"}),
        ("Ann Lee, MP", {"family": "Lee", "given": "Ann"}),
        ("Lee, Ann", {"family": "Lee", "given": "Ann"}),
        ("Charlotte Church", {"family": "Church", "given": "Charlotte"}),
        ("Sheikh Hasina", {"family": "Sheikh Hasina"}),
    ],
)
def test_a_person_is_parted_where_the_name_is(written: str, name: dict[str, str]) -> None:
    assert names(written)[0] == [name]
