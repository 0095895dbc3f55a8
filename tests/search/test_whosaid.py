"""Half-remembered words find the quotation, every wording of it, and everybody it is given to."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from factories import new_database, quote, source
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.db.reader import Reader
from onrecord.db.store import Store, reading, writing
from onrecord.speakers.write import add_speaker
from onrecord.statements.links import link_statements
from onrecord.text.recall import recalled, units
from onrecord.views.whosaid import Meant, who_said

Run = Callable[..., CompletedProcess[str]]

BEACHES = "We shall defend the lighthouse whatever the price may be, and we shall never hand over the keys"
OTHERS = (
    "The harbour will be dredged before the autumn storms set in",
    "Every pilot of this coast knows that the charts are forty years old",
    "I have not signed a contract for the second crane, and I will not sign one",
    "The ferry company has paid its debts to the town in full",
    "Nobody who bought a ticket will be left on the pier",
    "Shoygu walked along the quay without saying a word to the fishermen",
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whosaid") / "onrecord.db"
    new_database(path)
    with writing(path, "fill") as store:
        source(store, None, title="The Courier", citekey="courier-1931", issued="1931-03-04")
        source(store, None, title="Memoirs of a keeper", citekey="memoirs-1962", issued="1962", type="book")
        source(store, None, title="Zitate", citekey="zitate-2001", issued="2001", language="de")
        source(store, None, title="日报", citekey="ribao-1990", issued="1990", language="zh")
        add_speaker(store, "Aleksey Shoygu", aliases=["Алексей Шойгу", "Shoigu"])
        for text in OTHERS:
            quote(store, text, "Olof Ek", source="courier-1931")
        key = quote(store, BEACHES, "Ingrid Dahl", source="memoirs-1962").quote.key
        quote(store, BEACHES, "Ingrid Dahl", source="courier-1931")
        quote(
            store,
            "Wir werden den Leuchtturm verteidigen, was es auch kosten mag, und die Schlüssel nie hergeben",
            "Ingrid Dahl", of=key, source="zitate-2001", language="de",
        )  # fmt: skip
        quote(
            store, "We shall defend the lighthouse whatever the price, and never hand over the keys", "Mara Lind",
            source="zitate-2001", status="misattributed", reason="she was not born yet",
        )  # fmt: skip
        quote(store, "我们绝不会把港口的钥匙交给任何外国公司", "王海", source="ribao-1990")
        quote(store, "Мы никогда не отдадим ключи от маяка чужим людям", "Пётр Орлов", source="ribao-1990")
        quote(
            store,
            "우리는 등대를 끝까지 지킬 것이며 열쇠를 넘기지 않을 것입니다",
            "김바다",
            source="ribao-1990",
        )
    return path


@pytest.fixture
def reader(filled: Path) -> Iterator[Store]:
    with reading(filled) as store:
        yield store


def best(reader: Reader, typed: str) -> Meant:
    found = who_said(reader, typed)
    assert found, typed
    return found[0]


@pytest.mark.parametrize(
    "typed",
    [
        "we shall defend the lighthouse, never hand over the keys",  # words dropped
        "we will guard the lighthouse whatever the cost may be and we shall never give over the keys",  # replaced
        "never hand over the keys and whatever the price defend the lighthouse",  # another order
        "we shal defnd the lighthous whatever the prize may be and never hand over the kees",  # misspelled
        "DEFENDING the lighthouses whatever the prices",  # other forms
        "Wir verteidigen den Leuchtturm, koste es was es mag, und geben die Schlüssel nie her",  # a translation
    ],
)
def test_what_is_misremembered_is_found(reader: Reader, typed: str) -> None:
    found = best(reader, typed)
    assert found.people[0].speaker.name == "Ingrid Dahl"
    assert found.confident


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("绝不把钥匙交给外国公司", "王海"),
        ("港口的钥匙我们不会交给任何公司", "王海"),
        ("никогда не отдадут ключ от маяка чужим", "Пётр Орлов"),
        ("등대를 끝까지 지키고 열쇠는 넘기지 않는다", "김바다"),
        ("Шойгу walked along the quay and said no word to fishermen", "Olof Ek"),
    ],
)
def test_in_other_scripts_and_spellings_too(reader: Reader, typed: str, who: str) -> None:
    found = best(reader, typed)
    assert found.first.speaker.name == who
    assert found.confident


def test_every_wording_and_everybody_with_status_and_earliest_source(reader: Reader) -> None:
    found = best(reader, "we shall defend the lighthouse whatever the price may be")
    dahl, lind = found.people
    assert (dahl.speaker.name, dahl.statuses) == ("Ingrid Dahl", (("sourced", None),))
    assert dahl.first.source.citekey == "courier-1931"  # recorded later, and published earlier
    assert (lind.speaker.name, lind.statuses) == ("Mara Lind", (("misattributed", "she was not born yet"),))
    assert [len(one.refs) for one in found.wordings] == [2, 1, 1]
    assert any("Leuchtturm" in one.text for one in found.wordings)


@pytest.mark.parametrize(
    "typed",
    [
        "The committee has decided to postpone the budget until next spring",
        "Never trust a man who counts his sheep in the dark",
        "the the of and to",
        "lighthouse",
        "天气预报说明天会下大雨",
    ],
)
def test_what_is_on_no_record_gets_no_sure_answer(reader: Reader, typed: str) -> None:
    assert not any(one.confident for one in who_said(reader, typed))


@pytest.mark.parametrize(
    "typed", ["", "  ", '"', "'; DROP TABLE statements --", "AND OR NOT NEAR(", "***", "\x00", "🙂"]
)
def test_whatever_is_typed_is_no_error(reader: Reader, typed: str) -> None:
    assert not any(one.confident for one in who_said(reader, typed))


@settings(deadline=None)
@given(st.data())
def test_a_wording_is_remembered_whatever_a_third_of_its_words_are(data: st.DataObject) -> None:
    words = data.draw(
        st.lists(st.text("abcdefgh", min_size=5, max_size=9), min_size=6, max_size=20, unique=True)
    )
    kept = [word for at, word in enumerate(words) if at % 3 or not data.draw(st.booleans())]
    told = recalled(kept, dict.fromkeys(words, 1.0), units(" ".join(words)))
    assert told.share == pytest.approx(1)
    assert told.words == len(kept)
    assert 0 < told.score <= 1
    shuffled = data.draw(st.permutations(kept))
    assert recalled(shuffled, dict.fromkeys(words, 1.0), words).share >= 0.5


def test_what_is_denied_is_never_shown_as_said(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    new_database(path)
    with writing(path, "fill") as store:
        source(store, None, citekey="dahl-2024")
        quote(store, "The keys of the lighthouse were sold to a stranger", form="indirect", polarity="denied")
    with reading(path) as store:
        found = best(store, "the keys of the lighthouse were sold to strangers")
    assert found.wordings[0].text == "denied: The keys of the lighthouse were sold to a stranger"


def test_the_command(filled: Path, run: Run) -> None:
    line = run(
        "--db", filled, "whosaid", "defend the lighthouse", "whatever the prise may be"
    ).stdout.splitlines()
    assert [one.split("\t")[1:6] for one in line if "Leucht" not in one] == [
        ["sure", best_key(filled), "Ingrid Dahl", "sourced", "courier-1931"],
        ["sure", line[-1].split("\t")[2], "Mara Lind", "misattributed: she was not born yet", "zitate-2001"],
    ]
    told = json.loads(run("--db", filled, "whosaid", "defend the lighthouse whatever", "--json").stdout)
    assert told[0]["confident"] and told[0]["people"][0]["earliest"]["source"] == "courier-1931"
    nothing = run("--db", filled, "whosaid", "zebra quagga okapi")
    assert (nothing.stdout, nothing.stderr) == ("", "Nothing on record is like it.\n")
    assert "no word to look for" in run("--db", filled, "whosaid", " ", code=2).stderr


def best_key(path: Path) -> str:
    with reading(path) as store:
        return best(store, BEACHES).first.key


def test_each_wording_has_its_own_earliest_source_and_a_translation_its_original(
    tmp_path: Path, run: Run
) -> None:
    path = tmp_path / "onrecord.db"
    new_database(path)
    with writing(path, "fill") as store:
        for citekey, issued in (
            ("minutes", "2019-03-04"),
            ("herald", "2019-03-09"),
            ("ilbo", "2021-05-01"),
            ("echo", "2023-09-15"),
        ):
            source(store, None, title=citekey, citekey=citekey, issued=issued)
        quote(store, "We will perhaps not rebuild the northern dam before 2025", source="minutes")
        quote(store, "We will rebuild the northern dam before 2025", source="herald")
        korean = quote(store, "등대는 바다의 마지막 약속입니다", source="ilbo", language="ko").quote.key
        english = quote(store, "A lighthouse is the last promise of the sea", source="echo").quote.key
        link_statements(store, english, korean, "translation_of")
    lines = run("whosaid", "we will rebuild the northern dam before 2025", "--db", path).stdout.splitlines()
    dated = {line.split("\t")[7]: line.split("\t")[5] for line in lines}
    assert dated["We will rebuild the northern dam before 2025"] == "herald"
    assert dated["We will perhaps not rebuild the northern dam before 2025"] == "minutes"
    with reading(path) as store:
        [meant] = who_said(store, "last promise of the sea lighthouse", 1)
    assert {quote.key for quote in meant.quotes} == {korean, english}
    assert [person.first.source.citekey for person in meant.people] == ["ilbo"]


def test_a_search_that_finds_nothing_offers_it(filled: Path, run: Run) -> None:
    told = run("--db", filled, "search", "defended", "a", "lighthouse", "at", "any", "price")
    assert told.stdout == ""
    assert "Try: onrecord whosaid 'defended a lighthouse at any price'" in told.stderr
    assert "whosaid" not in run("--db", filled, "search", "quagga").stderr
