"""Whose words they are by a sentence that speaks of them as words, and who speaks of two who are named."""

from collections.abc import Iterator

import factories
import pytest

from onrecord.check import markdown, owned
from onrecord.check.judge import check
from onrecord.check.verdict import Kind
from onrecord.db import reader as readers
from onrecord.db import store as stores
from onrecord.db.reader import Reader

ARTICLE = """“We will rebuild the bridge next year,” said Karl Weber.

“The ferry sails at dawn tomorrow,” said Ann Lee.

«Мы построим мост к зиме», — сказал Пётр Лосев.
"""
BRIDGE = "“We will rebuild the bridge next year”"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    path = tmp_path_factory.mktemp("record") / "onrecord.db"
    factories.new_database(path)
    with stores.writing(str(path), "a test") as store:
        factories.source(store, ARTICLE, citekey="weber-2024")
    with readers.opened(str(path)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("draft", "kind"),
    [
        (f"The words {BRIDGE} are those of Karl Weber.", Kind.unrecorded),
        (f"The words {BRIDGE} are those of Ann Lee.", Kind.other_speaker),
        (f"The words {BRIDGE} are not those of Karl Weber.", Kind.inverted),
        (f"The words {BRIDGE} are Ann Lee’s.", Kind.other_speaker),
        (f"It was Ann Lee who coined the phrase {BRIDGE}.", Kind.other_speaker),
        ("The words “We will tear down the bridge next year” are those of Karl Weber.", Kind.altered),
        ("Слова «Мы построим мост к зиме» принадлежат Петру Лосеву.", Kind.unrecorded),
        ("Слова «Мы построим мост к зиме» принадлежат Ивану Котову.", Kind.other_speaker),
        (f"Not even Ann Lee expected Karl Weber to say {BRIDGE}.", Kind.unrecorded),
        (f"Not even Karl Weber expected Ann Lee to say {BRIDGE}.", Kind.other_speaker),
        (f"Nobody has heard that Karl Weber said {BRIDGE}.", Kind.inverted),
        ("“The ferry sails at dawn tomorrow,” said Ann Lee2.", Kind.unrecorded),
    ],
)
def test_whose_they_are_is_told(reader: Reader, draft: str, kind: Kind) -> None:
    [verdict] = check(reader, markdown.read(draft)).verdicts
    assert verdict.kind == kind, verdict.sentence


@pytest.mark.parametrize(
    ("before", "after", "who"),
    [
        ("Die Worte „", "“ stammen von Karl Weber.", "Karl Weber"),
        ("Les mots « ", " » sont de Karl Weber.", "Karl Weber"),
        ("La frase «", "» es de Ana Torres.", "Ana Torres"),
        ("La frase «", "» è di Ugo Bassi.", "Ugo Bassi"),
        ("A frase “", "” é de Rui Prado.", "Rui Prado"),
        ("De woorden ‘", "’ zijn van Jan de Wit.", "Jan de Wit"),
        ("Słowa „", "” należą do Ewy Nowickiej.", "Ewy Nowickiej"),
        ("“", "”这句话出自王丽华。", "王丽华"),
        ("「", "」は田中太郎の言葉だ。", "田中太郎"),
        ("“", "”는 김민수의 말이다.", "김민수"),
        ("“", "” sözü Ahmet Yılmaz’a aittir.", "Ahmet Yılmaz"),
        ("عبارة «", "» تعود إلى أحمد علي.", "أحمد علي"),
    ],
)
def test_so_it_is_in_other_languages(before: str, after: str, who: str) -> None:
    assert owned.owner(before, after) == (who, False)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The novel “", "” is by Ann Lee."),
        ("The word “", "” is of Greek origin."),
        ("Ann Lee read “", "” aloud."),
        ("Die Worte „", "“ fehlen."),
    ],
)
def test_works_and_words_belong_to_nobody(before: str, after: str) -> None:
    assert owned.owner(before, after) is None


@pytest.mark.parametrize(
    ("draft", "kind"),
    [
        (
            f"For Karl Weber the matter is settled. {BRIDGE[:-1]}.” He would not be drawn further.",
            Kind.unrecorded,
        ),
        (f"Karl Weber was asked. {BRIDGE[:-1]}.” He never said that.", Kind.inverted),
        (f"Not one paper printed what Karl Weber said: {BRIDGE}.", Kind.unrecorded),
        (f"Not one paper knew what Karl Weber did not say: {BRIDGE}.", Kind.inverted),
        ("Ann Lee dreams of “a harbour without a single lock on its gates”.", Kind.not_found),
    ],
)
def test_another_sentence_and_what_is_said_are_not_negated(reader: Reader, draft: str, kind: Kind) -> None:
    [verdict] = check(reader, markdown.read(draft)).verdicts
    assert verdict.kind == kind, verdict.sentence
