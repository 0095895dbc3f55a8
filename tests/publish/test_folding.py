"""The browser folds words as the index was folded: over all of Unicode, and over what people write."""

import json
import shutil
import subprocess
import sys
import unicodedata
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("jinja2", reason="Jinja is not installed: pip install onrecord[browse]")

from onrecord.publish import search_index

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="node is not installed")
SCRIPT = files("onrecord.pages").joinpath("static/folding.js").read_text(encoding="utf-8")
ASK = """
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(given.map((text) => [Folding.words(text), Folding.spans(text)])));
"""
written = st.text(
    st.sampled_from(
        "aAéÉßøİıſﬁ½ΩώΣςё\u0301й\u0306їʼ'’-.,  \u200c\u200d\u00adאָأإةىکی٢हिंक़ไำがﾞｶか\u3099각\u1100\u1161\u11a8東京ＡＢ𝐛🙂"
    ),
    max_size=30,
)


def folded(texts: list[str]) -> list[tuple[list[str], list[list[int | str]]]]:
    assert NODE is not None
    done = subprocess.run(
        [NODE, "-e", SCRIPT + ASK], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return [(words, spans) for words, spans in json.loads(done.stdout)]


def test_every_character() -> None:
    texts = [
        f"x{one}y"
        for one in map(chr, range(1, sys.maxunicode + 1))
        # What Python does not know yet, a browser may.
        if unicodedata.category(one) not in ("Cn", "Cs", "Co")
    ]
    theirs = [words for words, _ in folded(texts)]
    different = [text for text, words in zip(texts, theirs, strict=True) if words != search_index.words(text)]
    assert different == []


@settings(deadline=None, max_examples=8)
@given(st.lists(written, min_size=40, max_size=80))
def test_what_people_write(texts: list[str]) -> None:
    for text, (words, spans) in zip(texts, folded(texts), strict=True):
        assert words == search_index.words(text)
        # Places in a script are counted in UTF-16.
        units = text.encode("utf-16-le")
        assert [word for _, _, word in spans] == words
        for start, end, word in spans:
            assert isinstance(start, int) and isinstance(end, int)
            here = units[2 * start : 2 * end].decode("utf-16-le")
            assert word in search_index.words(here)
