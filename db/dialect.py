"""Our SQL, which is SQLite's, in PostgreSQL's words: the few differences that statements that read have.

What PostgreSQL lacks by name (`instr`, `json_each`, `group_concat` …) it is given as functions: `FUNCTIONS`. The rest is
written anew here: placeholders, IS between values, and LIMIT -1.
"""

from __future__ import annotations

import re
from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

# One statement each; made anew whenever a database is prepared.
FUNCTIONS = (
    """CREATE OR REPLACE FUNCTION instr(text, text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT AS 'SELECT strpos($1, $2)'""",
    """CREATE OR REPLACE FUNCTION json_each_numbers(text) RETURNS TABLE(key integer, value bigint) LANGUAGE sql IMMUTABLE AS
    'SELECT ordinality::integer - 1, value::bigint FROM jsonb_array_elements_text($1::jsonb) WITH ORDINALITY AS one(value)'""",
    """CREATE OR REPLACE FUNCTION json_each_texts(text) RETURNS TABLE(key integer, value text) LANGUAGE sql IMMUTABLE AS
    'SELECT ordinality::integer - 1, value FROM jsonb_array_elements_text($1::jsonb) WITH ORDINALITY AS one(value)'""",
    """CREATE OR REPLACE FUNCTION json_each_members(text) RETURNS TABLE(key text, value jsonb, id bigint) LANGUAGE sql IMMUTABLE AS
    'SELECT key, nullif(value::jsonb, ''null''), ordinality FROM json_each($1::json) WITH ORDINALITY AS one(key, value)'""",
    # Only paths of one step: '$.DOI'.
    """CREATE OR REPLACE FUNCTION json_extract(json, text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS
    'SELECT $1 ->> substr($2, 3)'""",
    """CREATE OR REPLACE FUNCTION json_extract(text, text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS
    'SELECT $1::json ->> substr($2, 3)'""",
    """CREATE OR REPLACE FUNCTION group_concat_step(text, text, text) RETURNS text LANGUAGE sql IMMUTABLE AS
    'SELECT CASE WHEN $2 IS NULL THEN $1 WHEN $1 IS NULL THEN $2 ELSE $1 || $3 || $2 END'""",
    """CREATE OR REPLACE AGGREGATE group_concat(text, text) (SFUNC = group_concat_step, STYPE = text)""",
    """CREATE OR REPLACE FUNCTION max(anyelement, anyelement) RETURNS anyelement LANGUAGE sql IMMUTABLE AS
    'SELECT CASE WHEN $1 IS NULL OR $2 IS NULL THEN NULL ELSE greatest($1, $2) END'""",
    """CREATE OR REPLACE FUNCTION min(anyelement, anyelement) RETURNS anyelement LANGUAGE sql IMMUTABLE AS
    'SELECT CASE WHEN $1 IS NULL OR $2 IS NULL THEN NULL ELSE least($1, $2) END'""",
)

_TOKEN = re.compile(
    r"""(?P<kept>'(?:[^']|'')*'|"[^"]*"|--[^\n]*|::\w+)"""
    r"""|(?P<each>\bjson_each\s*\(\s*(?P<of>\?\d*|:\w+)\s*\))"""
    r"""|(?P<limit>\bLIMIT\s+(?P<most>\?\d*|:\w+))"""
    r"""|(?P<mark>\?\d*|:[A-Za-z_]\w*)"""
    r"""|(?P<same>\bIS\s+(?P<other>NOT\s+)?(?!NULL\b|NOT\b|DISTINCT\b|TRUE\b|FALSE\b))"""
    r"""|%""",
    re.IGNORECASE,
)


def translated(sql: str, parameters: Sequence[Any] | Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """A statement with named placeholders as psycopg writes them, and its parameters by name.

    What `json_each` gives is told by what it is given: numbers, texts, or the members of an object.
    """
    named: dict[str, Any]
    if isinstance(parameters, dict):
        named = {f"p{name}" if name.isdigit() else name: value for name, value in parameters.items()}
    else:
        named = {f"p{number}": value for number, value in enumerate(parameters, 1)}
    kinds = tuple([(name, _kind(value)) for name, value in named.items() if isinstance(value, str)])
    return _written(sql, kinds), named


def _kind(value: str) -> str:
    start = value.lstrip()[:2]
    if start[:1] == "{":
        return "members"
    return "texts" if start == '["' else "numbers"


@lru_cache(maxsize=1024)
def _written(sql: str, kinds: tuple[tuple[str, str], ...]) -> str:
    kind = dict(kinds)
    count = 0

    def name(mark: str) -> str:
        nonlocal count
        if mark == "?":
            count += 1
            return f"p{count}"
        return f"p{mark[1:]}" if mark[0] == "?" else mark[1:]

    def written(match: re.Match[str]) -> str:
        if match["each"]:
            which = name(match["of"])
            return f"json_each_{kind.get(which, 'numbers')}(%({which})s)"
        if match["limit"]:
            # SQLite: a negative limit is none.
            return f"LIMIT nullif(%({name(match['most'])})s::bigint, -1)"
        if match["mark"]:
            return f"%({name(match['mark'])})s"
        if match["same"]:
            return "IS DISTINCT FROM " if match["other"] else "IS NOT DISTINCT FROM "
        return match[0].replace("%", "%%")

    return _TOKEN.sub(written, sql)
