"""A statement of ours in PostgreSQL's words: each difference is written anew, and whatever is none stays as it stands."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.db.dialect import FUNCTIONS, translated


@pytest.mark.parametrize(
    ("sql", "parameters", "written", "named"),
    [
        ("SELECT ?, ?", ("a", 2), "SELECT %(p1)s, %(p2)s", {"p1": "a", "p2": 2}),
        ("SELECT ?2, ?1, ?2", (1, 2), "SELECT %(p2)s, %(p1)s, %(p2)s", {"p1": 1, "p2": 2}),
        ("SELECT :word, :word", {"word": 3}, "SELECT %(word)s, %(word)s", {"word": 3}),
        # A number is no name that psycopg takes.
        ("SELECT ?1", {"1": 3}, "SELECT %(p1)s", {"p1": 3}),
        ("SELECT x::bigint, ?", (1,), "SELECT x::bigint, %(p1)s", {"p1": 1}),
        ("SELECT 'is it ? :so', \"a?\" -- why?\n, ?", (1,), "SELECT 'is it ? :so', \"a?\" -- why?\n, %(p1)s", {"p1": 1}),
        ("SELECT 'it''s ?', ?", (1,), "SELECT 'it''s ?', %(p1)s", {"p1": 1}),
        ("SELECT '50%' LIKE x % 2", (), "SELECT '50%%' LIKE x %% 2", {}),
        ("WHERE a IS ? AND b IS NOT :c", {"1": 1, "c": 2}, "WHERE a IS NOT DISTINCT FROM %(p1)s AND b IS DISTINCT FROM %(c)s", {"p1": 1, "c": 2}),
        ("WHERE a is not b", (), "WHERE a IS DISTINCT FROM b", {}),
        ("a IS NULL AND b IS NOT NULL AND c IS TRUE AND d IS FALSE", (), "a IS NULL AND b IS NOT NULL AND c IS TRUE AND d IS FALSE", {}),
        ("a IS DISTINCT FROM b", (), "a IS DISTINCT FROM b", {}),
        ("SELECT 1 LIMIT ?", (-1,), "SELECT 1 LIMIT nullif(%(p1)s::bigint, -1)", {"p1": -1}),
        ("SELECT 1 limit :most OFFSET ?2", {"most": 5, "2": 1}, "SELECT 1 LIMIT nullif(%(most)s::bigint, -1) OFFSET %(p2)s", {"most": 5, "p2": 1}),
        ("SELECT 1 LIMIT 20", (), "SELECT 1 LIMIT 20", {}),
        ("id IN (SELECT value FROM json_each(?)) AND x = ?", ("[1,2]", 3), "id IN (SELECT value FROM json_each_numbers(%(p1)s)) AND x = %(p2)s", {"p1": "[1,2]", "p2": 3}),
        ("FROM JSON_EACH ( :names )", {"names": '["a"]'}, "FROM json_each_texts(%(names)s)", {"names": '["a"]'}),
        ("FROM json_each(?2), json_each(?1)", ('{"a": 1}', "[]"), "FROM json_each_numbers(%(p2)s), json_each_members(%(p1)s)", {"p1": '{"a": 1}', "p2": "[]"}),
        ("FROM json_each(?)", (" [ ]",), "FROM json_each_numbers(%(p1)s)", {"p1": " [ ]"}),
        ("FROM json_each(?)", ("\n{}",), "FROM json_each_members(%(p1)s)", {"p1": "\n{}"}),
        ("FROM json_each(?)", (None,), "FROM json_each_numbers(%(p1)s)", {"p1": None}),
        ("FROM json_each(a.csl)", (), "FROM json_each(a.csl)", {}),
    ],
)  # fmt: skip
def test_each_difference_is_written_anew(
    sql: str, parameters: Sequence[Any] | Mapping[str, Any], written: str, named: dict[str, Any]
) -> None:
    assert translated(sql, parameters) == (written, named)


def test_one_statement_is_written_for_each_kind_of_list() -> None:
    for _ in range(2):  # what is remembered of a statement hangs on the kinds of its parameters too
        assert translated("FROM json_each(?)", ('["a"]',))[0] == "FROM json_each_texts(%(p1)s)"
        assert translated("FROM json_each(?)", ("[1]",))[0] == "FROM json_each_numbers(%(p1)s)"
        assert translated("FROM json_each(?)", ('{"a":1}',))[0] == "FROM json_each_members(%(p1)s)"


@given(st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=40))
def test_no_text_in_quotation_marks_is_touched_but_for_its_percents(text: str) -> None:
    literal = "'" + text.replace("'", "''") + "'"
    assert translated(f"SELECT {literal}, ?", (1,))[0] == f"SELECT {literal.replace('%', '%%')}, %(p1)s"


def test_every_function_is_made_once_and_may_be_made_again() -> None:
    assert len(set(FUNCTIONS)) == len(FUNCTIONS)
    assert all(
        one.startswith(("CREATE OR REPLACE FUNCTION ", "CREATE OR REPLACE AGGREGATE ")) for one in FUNCTIONS
    )
