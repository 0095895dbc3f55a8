"""Citekeys by a formula of Better BibTeX: what the formulas give, and what they say when they cannot be read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.text import slugs
from onrecord.text.citekeys import Facts, make, unique

FERRY = Facts(
    authors=("Österberg", "van Dijk", "Ek"),
    title="The ferry that the harbour's fog forgot",
    container="Coastal Review",
    publisher="Gull Press",
    issued="2021-03-14",
    type="article-magazine",
    language="en",
)
NOBODY = Facts(title="Заметки о приливе", issued="1999")


@pytest.mark.parametrize(
    ("formula", "key"),
    [
        ("auth.lower + shorttitle(3,3) + year", "osterbergFerryThatHarbours2021"),
        ("auth + '-' + year", "Osterberg-2021"),
        ("auth(3) + shortyear", "Ost21"),
        ("auth(0, 2).condense('_').lower", "van_dijk"),
        ("authors(2) + ':' + date('%Y-%m')", "OsterbergvanDijkEtAl:2021-03"),
        ("authEtAl.lower", "osterbergetal"),
        ("authorLast", "Ek"),
        ("title.substring(1, 8)", "TheFerry"),
        ("veryshorttitle.upper", "FERRY"),
        ("journal.abbr", "CR"),
        ("publicationTitle.select(2).lower + '/' + publisher.condense('-')", "review/Gull-Press"),
        ("type.replace('article-', '')", "magazine"),
        ("(auth + year).prefix('x_').postfix('_y')", "x_Osterberg2021_y"),
        ("auth(0,9) | 'nobody' + day", "nobody14"),
        ("title.skipwords.condense", "TheFerryThatTheHarbourSFogForgot"),
    ],
)
def test_formulas(formula: str, key: str) -> None:
    assert make(formula, FERRY) == key


def test_a_source_that_says_little() -> None:
    assert make("auth + year | shorttitle(2,2) + year", NOBODY) == "1999"
    assert make("auth.prefix('by') + shorttitle(1)", NOBODY) == "Zametki"
    assert make("auth", NOBODY) == ""
    assert make("date('%Y-%m')", NOBODY) == "1999"


@pytest.mark.parametrize(
    ("formula", "sentence"),
    [
        ("", "character 1: a function such as auth"),
        ("auth +", "character 7: a function such as auth"),
        ("auth year", "character 6: 'year' is not expected here"),
        ("author", "character 1: there is no function author. There are: auth, authors"),
        ("auth.shout", "character 6: there is no filter shout"),
        ("auth.", "a filter such as lower"),
        ("auth('x')", "auth does not take 1 such arguments"),
        ("auth(1,2,3)", "auth does not take 3 such arguments"),
        ("auth(", "a number, a text or )"),
        ("auth(1 2)", ") is expected"),
        ("(auth", ") is expected"),
        ("auth + 'x", 'character 8: "\'x"'),
        ("auth; year", "character 5: '; year'"),
        ("(" * 900, "parentheses"),
        ("x" * 2000, "longer than 1000"),
    ],
)
def test_what_cannot_be_read(formula: str, sentence: str) -> None:
    with pytest.raises(InputError) as caught:
        make(formula, FERRY)
    assert sentence in caught.value.message


WORDS = st.sampled_from(
    [
        "auth",
        "year",
        "title",
        "shorttitle",
        "'x'",
        '"-."',
        "+",
        "|",
        ".",
        "(",
        ")",
        ",",
        "2",
        "lower",
        "abbr",
        " ",
        "journal",
    ]
)


@given(
    st.lists(WORDS, max_size=12).map("".join) | st.text(max_size=40),
    st.text(max_size=30),
    st.text(max_size=30),
)
def test_any_formula_gives_a_key_or_one_sentence(formula: str, name: str, title: str) -> None:
    try:
        key = make(formula, Facts(authors=(name,), title=title, issued="2021"))
    except InputError as error:
        assert error.message.count("\n") == 0 or "\n" in formula
        return
    assert key == "" or (slugs.is_citekey(key) and re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_:+/.-]*", key))


def test_letters_for_keys_that_are_taken() -> None:
    taken = {"ek2021"}
    made = []
    for _ in range(29):
        made.append(unique("ek2021", taken.__contains__))
        taken.add(made[-1])
    assert (made[0], made[25], made[26], made[28]) == ("ek2021a", "ek2021z", "ek2021aa", "ek2021ac")
