"""A file of settings is changed by the line: what somebody wrote beside it stays, and what comes out is TOML."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.settings.lines import MARK, keys_in, put

OWN = """# of the desk
style = "apa"   # the house has it so; "mla" for books
'locale' = 'de-DE'

citekey-format = \"\"\"
auth\"\"\"
[tool]
style = "another program's"
"""


def test_a_value_is_replaced_where_it_stands_and_all_else_stays() -> None:
    changed = put(OWN, "style", "ieee")
    assert changed.text == OWN.replace('"apa"', '"ieee"') and not changed.mended
    changed = put(OWN, "citekey-format", "year")
    assert tomllib.loads(changed.text)["citekey-format"] == "year" and "# of the desk" in changed.text


def test_a_new_key_stands_before_the_tables() -> None:
    text = put(OWN, "user", "ma").text
    assert tomllib.loads(text) == {**tomllib.loads(OWN), "user": "ma"}
    assert put(text, "user", None).text == OWN


@pytest.mark.parametrize(
    ("broken", "lines"),
    [
        ('style = "apa\nlocale = "fr"\n', (1,)),
        ('\ufeffx\nlocale = "fr"\n'.removeprefix("\ufeff"), (1,)),
        ('locale = "fr"\nlocale = "de"\n', (2,)),
        ('locale = "fr"\n[t]\nx=\n[t\ny = 1\n', (3, 4)),
        ('locale = "fr"\n[t]\na = """never closed\nmore\n', None),
        ('locale = "fr"\n[a]\nb = 1\n[a]\nc = 2\n', None),
        ('locale = "fr"\nn = ' + "[" * 3000 + "\n", (2,)),
        ('locale = "fr"\nn = ' + "9" * 5000 + "\n", (2,)),
    ],
)
def test_what_cannot_be_read_becomes_a_comment(broken: str, lines: tuple[int, ...] | None) -> None:
    changed = put(broken, "user", "ma")
    assert tomllib.loads(changed.text)["user"] == "ma"
    assert changed.mended and (lines is None or changed.mended == lines)
    for number in changed.mended:
        assert MARK + broken.split("\n")[number - 1] in changed.text
    # Said anew, a broken line is replaced.
    assert MARK not in put('style = "apa\n', "style", "ieee").text


def test_windows_line_ends_stay() -> None:
    own = OWN.replace("\n", "\r\n")
    changed = put(own, "style", "ieee").text
    assert changed == own.replace('"apa"', '"ieee"')
    assert put('style = "a"\r\n', "user", "ma").text == 'style = "a"\r\nuser = "ma"\r\n'


_VALUES = st.one_of(st.booleans(), st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
_NAMES = st.sampled_from(["style", "locale", "user", "recent"])
_LINES = st.lists(
    st.one_of(
        st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=12),
        st.builds("{} = {!r}".format, _NAMES, st.integers()),
        st.sampled_from(
            ["# a remark", "", "[t]", "[t", "x = [1,", "2]", 'y = """', "style = 'a' # b", "[[z]]"]
        ),
    ),
    max_size=8,
)


@given(_LINES, _NAMES, _VALUES)
def test_whatever_stood_there_the_key_is_settled_and_nothing_is_lost(
    lines: list[str], key: str, value: bool | str
) -> None:
    text = "\n".join(lines)
    changed = put(text, key, value)
    assert tomllib.loads(changed.text)[key] == value
    assert put(changed.text, key, value).mended == ()
    again = put(changed.text, key, None)
    assert key not in tomllib.loads(again.text)
    assert key in keys_in(changed.text) and key not in keys_in(again.text)
    try:
        before = tomllib.loads(text)
    except ValueError:
        return
    assert not changed.mended and tomllib.loads(changed.text) == {**before, key: value}
