"""Who is cited, through whom, and what is in doubt: the rules behind the words of the styles."""

import pytest
from cite.factories import (
    BRANDT,
    DESPATCH,
    HNA,
    MERIDIAN,
    OKORO,
    VASSILENKO,
    by,
    organisation,
    person,
    quote,
    source,
    via,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.cite import styles
from onrecord.cite.attribution import doubt_notes, narrative
from onrecord.cite.cited import FORMATS, cite
from onrecord.errors import ConflictError, Hint, InputError, UsageError
from onrecord.model.records import Quote

TEXTS = [name for name, one in FORMATS.items() if not one.binary]


def citation(one: Quote, style: str = "apa") -> str:
    return cite([one], style=style).split("\n")[1]


@pytest.mark.parametrize("result", ["altered", "ambiguous", "absent"])
def test_a_wording_that_failed_is_cited_only_when_asked_and_with_a_mark(result: str) -> None:
    failed = quote(check_result=result)
    for format in TEXTS:
        with pytest.raises(ConflictError) as caught:
            cite([quote(), failed], format=format)
        assert f"k7xq2mabcd@brandt-2021 ({result})" in caught.value.message
        assert caught.value.hint == Hint("cite_marked")
        assert f"wording not verified: {result}" in cite([failed], format=format, force=True)


@pytest.mark.parametrize("result", [None, "exact", "typographic", "elided", "not_checkable"])
def test_other_outcomes_are_cited_without_a_mark(result: str | None) -> None:
    assert "not verified" not in cite([quote(check_result=result)])


@pytest.mark.parametrize("format", TEXTS)
@pytest.mark.parametrize(
    ("doubted", "words"),
    [
        (
            quote(status="disputed", status_reason="Two accounts differ"),
            "Attribution disputed: Two accounts differ.",
        ),
        (quote(status="misattributed", status_reason="it was Okoro!"), "Misattributed: it was Okoro!"),
        (
            quote(rank="deprecated", rank_reason="the transcript is better."),
            "Deprecated: the transcript is better.",
        ),
    ],
)
def test_doubt_is_in_every_format(format: str, doubted: Quote, words: str) -> None:
    assert words in cite([doubted], format=format)


def test_nothing_sure_is_called_doubtful() -> None:
    for format in TEXTS:
        made = cite([quote(), quote("More.", rank="preferred", key="bbbbbbbbbb")], format=format).lower()
        assert not any(word in made for word in ("disputed:", "misattributed", "deprecated"))


@pytest.mark.parametrize("medium", ["speech", "interview", "press_conference", "broadcast"])
def test_apa_cites_reported_speech_by_its_first_publication(medium: str) -> None:
    assert citation(quote(medium=medium)) == "(Brandt, 2021, para. 12)"


@pytest.mark.parametrize("medium", ["written", "post", "document", "other", None])
def test_apa_cites_published_words_at_second_hand(medium: str | None) -> None:
    assert citation(quote(medium=medium)) == "(Vassilenko, as cited in Brandt, 2021, para. 12)"


@pytest.mark.parametrize("role", ["author", "editor", "interviewer", "director"])
def test_whoever_made_the_source_speaks_in_it_first_hand(role: str) -> None:
    one = quote(source=source(creators=by(BRANDT) + by(VASSILENKO, role=role)))
    assert "cited in" not in citation(one)


def test_the_recipient_of_a_letter_does_not_speak_in_it() -> None:
    one = quote(source=source(creators=by(BRANDT) + by(VASSILENKO, role="recipient")))
    assert citation(one) == "(Vassilenko, as cited in Brandt, 2021, para. 12)"


def test_a_recording_and_a_speech_by_nobody_else_are_first_hand() -> None:
    assert "cited in" not in citation(quote(source=source(type="broadcast")))
    assert "cited in" not in citation(quote(source=source(type="speech", creators=())))
    assert "as cited in Brandt" in citation(quote(source=source(type="speech")))


def test_a_relay_that_is_the_source_itself_is_no_relay() -> None:
    by_author = quote(via=[via(HNA), via(BRANDT)])
    by_work = quote(via=[via(HNA), via(MERIDIAN, source())])
    for one in (by_author, by_work):
        assert citation(one) == "(HNA, as cited in Brandt, 2021, para. 12)"
    assert citation(quote(speaker=BRANDT, via=[via(BRANDT)])) == "(Brandt, 2021, para. 12)"


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ("2021-03-10", "HNA, 2021, as"),
        (None, "HNA, as"),
        ("1850~", "HNA, ca. 1850, as"),
        ("-0043", "HNA, 44 B.C.E., as"),
        ("1850/1855", "HNA, 1850–1855, as"),
        ("2021-03/2021-04", "HNA, 2021, as"),
    ],
)
def test_apa_dates_the_original_where_it_is_known(issued: str | None, date: str) -> None:
    work = source("hna", issued=issued, creators=by(HNA))
    assert citation(quote(via=[via(HNA, work)])).startswith(f"({date} cited in Brandt")


def test_people_are_cited_by_family_name_in_parentheses_and_in_full_in_notes() -> None:
    one = quote(via=[via(OKORO)])
    assert citation(one) == "(Okoro, as cited in Brandt, 2021, para. 12)"
    assert citation(one, "chicago-notes-bibliography").startswith("Tobias Okoro, quoted in Mirela Brandt, ")


def test_the_unnamed_are_cited_as_printed() -> None:
    official = person("a harbour official", unnamed=True)
    one = quote(speaker=official, named_as="an official who asked not to be named")
    assert citation(one) == "(an official who asked not to be named, as cited in Brandt, 2021, para. 12)"
    assert "— an official who asked not to be named\n" in cite([one])


def test_one_run_of_notes_serves_several_quotations_of_one_work() -> None:
    first, second = (
        quote(via=[via(HNA, DESPATCH)]),
        quote("Again.", via=[via(HNA, DESPATCH)], key="bbbbbbbbbb"),
    )
    made = cite([first, second], style="chicago-notes-bibliography").split("\n")
    assert made[1] == made[4]  # each note whole, none shortened


@settings(deadline=None)
@given(st.lists(st.sampled_from(["HNA", "Meridian Wire", "Tobias Okoro", "harbour radio"]), max_size=6))
def test_a_chain_is_told_from_the_speaker_to_the_source(names: list[str]) -> None:
    one = quote("Words.", via=[via(organisation(name)) for name in names])
    expected = "".join(f", via {name}" for name in names)
    assert f"N1  - “Words.” — Irina Vassilenko{expected}, para. 12\n" in cite([one], format="ris")


def test_a_long_chain_is_cited_hop_by_hop() -> None:
    one = quote(via=[via(organisation(f"Wire {number}")) for number in range(1, 5)])
    assert citation(one) == (
        "(Wire 1, as cited in Wire 2, as cited in Wire 3, as cited in Wire 4, as cited in Brandt, 2021, para. 12)"
    )


def test_what_cannot_be_asked_for_is_said() -> None:
    with pytest.raises(UsageError, match="'pages' is not a format"):
        cite([quote()], format="pages")
    with pytest.raises(InputError, match="no citation style"):
        cite([quote()], style="nosuchstyle")
    assert cite([]) == ""


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("The ferry sails.", "“The ferry sails.”"),
        # Sixty characters are shown; of more than that the whole words among them.
        (f"{'tide ' * 11}there", f"“{'tide ' * 11}there”"),
        (f"{'tide ' * 11}theres", f"“{'tide ' * 11}…”"),
        (f"{'tide ' * 11}ebb and more", f"“{'tide ' * 11}ebb …”"),
        ("x" * 70, f"“{'x' * 60} …”"),
    ],
)
def test_a_doubt_in_a_record_says_which_quotation_it_is_about(words: str, shown: str) -> None:
    doubted = quote(words, status="disputed", status_reason="he denies it")
    assert doubt_notes(doubted) == [f"[{shown} (Irina Vassilenko): Attribution disputed: he denies it.]"]


@pytest.mark.parametrize(
    ("style", "named", "before"),
    [
        ("apa", "HNA", "2021, as cited in Meridian Wire, as cited in"),
        ("chicago-author-date", "HNA", "quoted in Meridian Wire, quoted in"),
        ("modern-language-association", "HNA", "qtd. in"),
        ("chicago-notes-bibliography", "HNA", "as the note has it"),
    ],
)
def test_a_sentence_names_the_first_and_what_precedes_the_work(style: str, named: str, before: str) -> None:
    chain = quote(via=[via(HNA, DESPATCH), via(MERIDIAN)])
    assert narrative(chain, styles.load(style), "as the note has it") == (named, before)
    assert narrative(quote(speaker=BRANDT), styles.load(style), "") is None
    unnamed = person("A harbour official", unnamed=True)
    told = narrative(quote(speaker=unnamed), styles.load(style), "")
    assert told is not None and told[0] == "a harbour official"
