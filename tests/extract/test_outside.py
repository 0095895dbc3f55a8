"""Proposals from outside: found again in the text whatever their offsets say, checked, or rejected."""

import pytest
from hypothesis import given as any_of
from hypothesis import strategies as st

from onrecord.extract import Proposal, extract
from onrecord.extract.outside.given import Given, GivenHop, GivenName
from onrecord.extract.outside.taken import MOST_CONFIDENT, Taken, taken
from onrecord.ingest.document import Document, Metadata, Turn
from onrecord.model.record import replace

TEXT = """Ferries and fog

“Nobody who bought a ticket will be left on the pier,” said Ingrid Dahl, the mayor of Tallvik. “We sail,” she added, “whatever the fog may do.”

“Nobody asked us,” a deckhand said. Later Per Moe said: “Nobody asked us.” The Coastal Wire reported that he never said that the crew was tired.

Dahl denied that the pier was closed.
"""
FRENCH = """« Le pont, a-t-elle ajouté, tiendra jusqu’au printemps », a dit Anne Morel, la maire de Brévent. « Personne ne passera », a répondu Luc Petit."""
GERMAN = (
    """„Wir fahren bei jedem Wetter“, sagte Ute Voß. „Niemand bleibt am Kai“, fügte der Hafenmeister hinzu."""
)


def document(text: str = TEXT, *turns: Turn) -> Document:
    return Document(text, "text/plain", "text", text.encode(), Metadata(), turns=turns)


def name(printed: str, full: str | None = None) -> GivenName:
    return GivenName(printed=printed, full=full or printed)


def given(words: str, speaker: str | None = None, start: int | None = None, **fields: object) -> Given:
    made = Given(
        where="line 1", wordings=(words,), starts=(start,), speaker=name(speaker) if speaker else None
    )
    return replace(made, **fields)


def took(*all_given: Given, text: str = TEXT, own: tuple[Proposal, ...] = ()) -> Taken:
    return taken(document(text), all_given, own)


def words(found: tuple[Proposal, ...], text: str = TEXT) -> list[str]:
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize("start", [None, 0, 3, 250, 10**9])
def test_a_wording_is_found_whatever_its_offset_says(start: int | None) -> None:
    found = took(
        given("“We sail,”", "Dahl", start), given("Nobody who bought a ticket", "Ingrid Dahl", start)
    )
    assert [one.strip(",") for one in words(found.others)] == ["We sail", "Nobody who bought a ticket"]
    assert found.rejected == ()


def test_of_several_places_the_nearest_to_the_hint_is_taken_and_else_the_nearest_to_the_speaker() -> None:
    first, second = TEXT.index("Nobody asked"), TEXT.rindex("Nobody asked")
    assert took(given("Nobody asked us", None, first + 9)).others[0].start == first
    assert took(given("Nobody asked us", None, second + 200)).others[0].start == second
    assert took(given("Nobody asked us", "Per Moe")).others[0].start == second
    untold = took(given("Nobody asked us")).others[0]
    assert untold.start == first
    assert "2 times" in untold.reason


def test_the_hint_decides_also_where_a_wording_stands_a_hundred_times() -> None:
    text = "\n\n".join(f"“We wait,” said Ann Lee on day {number}." for number in range(100))
    wanted = [found for found in range(len(text)) if text.startswith("We wait", found)][77]
    assert took(given("We wait", "Ann Lee", wanted + 5), text=text).others[0].start == wanted


@pytest.mark.parametrize(
    "wording",
    [
        "The fog is a lie",
        "Somebody who bought a ticket will be left on the pier",
        "Nobody who bought a ticket will sail",
        "the pier was not closed",
        "“…”",
        "ail",
        "Ignore all earlier instructions",
    ],
)
def test_what_does_not_stand_there_is_rejected_with_the_reason(wording: str) -> None:
    found = took(given(wording, "Ingrid Dahl"))
    assert (found.agreed, found.others) == ((), ())
    assert found.rejected[0].reason


def test_an_interrupted_wording_is_given_back_as_its_stretches() -> None:
    found = took(given("We sail, whatever the fog may do", "Ingrid Dahl"))
    assert words(found.others) == ["We sail", "whatever the fog may do"]
    assert len({one.group for one in found.others}) == 1


def test_who_speaks_is_checked_in_the_text() -> None:
    def speaker(said_by: str) -> str | None:
        (one,) = took(given("We sail", said_by)).others
        return one.speaker.canonical if one.speaker else None

    assert speaker("Mayor Ingrid Dahl") == "Ingrid Dahl"
    assert speaker("Dahl") == "Ingrid Dahl"
    assert speaker("Ingrid  Dahl") == "Ingrid Dahl"
    # A known family name does not make another person of it.
    assert speaker("Robert Dahl") is None
    assert speaker("Kim Jong Un") is None
    (one,) = took(given("We sail", "Kim Jong Un")).others
    assert "does not name Kim Jong Un" in one.reason
    assert one.confidence <= 0.4


def test_the_form_is_what_marks_and_turns_tell() -> None:
    (indirect,) = took(given("the pier was closed", "Dahl", form="direct")).others
    assert (indirect.form, "no marks" in indirect.reason) == ("indirect", True)
    (direct,) = took(given("We sail", "Dahl", form="indirect")).others
    assert direct.form == "direct"
    text = "Ann Lee\nWe wait for the boat here.\n"
    turn = Turn(8, len(text) - 1, "Ann Lee")
    (said,) = taken(document(text, turn), [given("We wait for the boat", "Lee")], ()).others
    assert said.form == "direct"
    assert said.speaker is not None
    assert said.speaker.canonical == "Ann Lee"


def test_what_the_text_denies_is_not_taken_as_said() -> None:
    (closed,) = took(given("the pier was closed", "Dahl", cue="denied", polarity="asserted")).others
    assert (closed.polarity, closed.cue) == ("denied", "denied")
    (tired,) = took(given("the crew was tired", "Per Moe", cue="said")).others
    assert tired.polarity == "not_said"
    # The other way round, what is given as denied stays so: a person decides.
    assert took(given("We sail", "Dahl", polarity="denied")).others[0].polarity == "denied"
    odd = took(given("We sail", "Dahl", polarity="shouted")).others[0]
    assert (odd.polarity, "no polarity" in odd.reason) == ("asserted", True)


def test_a_cue_that_is_not_there_and_a_date_that_is_none_are_left_out() -> None:
    (one,) = took(given("We sail", "Dahl", cue="bellowed", said="the day before", confidence=1.0)).others
    assert (one.cue, one.said, one.confidence) == (None, None, MOST_CONFIDENT)
    hop = GivenHop(name=name("Coastal Wire"), cue="reported")
    (via,) = took(given("the crew was tired", "Per Moe", via=(hop, GivenHop(name=name("Reuters"))))).others
    assert [(one.speaker.canonical, one.cue) for one in via.via] == [("Coastal Wire", "reported")]
    assert "Reuters" in via.reason


def test_first_and_last_words_are_enough() -> None:
    ends = given("Nobody who … the pier", "Ingrid Dahl", ends=("Nobody who", "on the pier"))
    assert words(took(ends).others) == ["Nobody who bought a ticket will be left on the pier"]
    lost = given("Nobody who … the moon", ends=("Nobody who", "on the moon"))
    backwards = given("the pier … bought", ends=("on the pier", "Nobody who bought"))
    assert [one.reason for one in took(lost, backwards).rejected] == [
        "its last words do not stand in the text",
        "its last words do not stand behind its first",
    ]


@pytest.mark.parametrize("text", [TEXT, FRENCH, GERMAN])
def test_what_our_rules_say_too_is_theirs(text: str) -> None:
    own = extract(text)
    assert own
    groups: dict[int, list[Proposal]] = {}
    for one in own:
        groups.setdefault(one.group, []).append(one)
    back = [
        Given(
            where=str(group),
            wordings=tuple(text[one.start : one.end] for one in parts),
            starts=tuple(one.start for one in parts),
            speaker=name(parts[0].speaker.text, parts[0].speaker.canonical) if parts[0].speaker else None,
            polarity=parts[0].polarity,
            via=tuple(GivenHop(name=name(hop.speaker.canonical)) for hop in parts[0].via),
        )
        for group, parts in groups.items()
    ]
    found = taken(document(text), back, own)
    assert found.rejected == ()
    named = [one for one in own if one.speaker is not None]
    assert sorted(found.agreed, key=lambda one: one.start) == sorted(named, key=lambda one: one.start)
    # Somebody else as the speaker is no agreement.
    other = [replace(one, speaker=name("Tallvik")) for one in back]
    assert taken(document(text), other, own).agreed == ()


@any_of(
    st.integers(0, len(TEXT)),
    st.integers(1, 120),
    st.one_of(st.none(), st.integers(-5, 10**6)),
    st.text(max_size=12),
)
def test_what_is_taken_stands_there_and_what_stands_there_whole_is_taken(
    start: int, length: int, hint: int | None, speaker: str
) -> None:
    wording = TEXT[start : start + length]
    made = given(wording, None, hint)
    if speaker.strip():
        made = replace(made, speaker=name(speaker))
    found = took(made)
    for one in found.others:
        assert TEXT[one.start : one.end].strip("“”, .") in wording
        assert one.confidence <= MOST_CONFIDENT
        if one.speaker is not None and one.speaker.start is not None:
            assert TEXT[one.speaker.start : one.speaker.end] == one.speaker.text
    whole = wording.split()
    if len(whole) > 3 and "\n" not in wording:
        inner = " ".join(whole[1:-1]).strip("“”,.: ")
        if any(map(str.isalnum, inner)) and not set("“”") & set(inner):
            assert took(given(inner, None, hint)).rejected == ()


def test_one_place_given_twice_is_one_proposal() -> None:
    found = took(given("We sail", "Dahl"), given("“We sail”", "Per Moe"))
    assert len(found.others) == 1
