"""A review as a person does it: keys on the interface, and what is in the database after each."""

import asyncio
import re
from collections.abc import Callable, Coroutine
from pathlib import Path

import pytest
from factories import source
from hypothesis import given
from hypothesis import strategies as st
from proposals.proposing import REPORT, proposal, usual
from textual.pilot import Pilot
from textual.widgets import OptionList

from onrecord.claims import queries as claim_queries
from onrecord.cli.review_app import fields
from onrecord.cli.review_app.app import ReviewApp
from onrecord.cli.review_app.article import GUTTER, Article
from onrecord.cli.review_app.chains import hops_in, via_text
from onrecord.cli.review_app.desk import Desk
from onrecord.db.store import reading, writing
from onrecord.proposals import queries as proposal_queries
from onrecord.proposals.decide import accept_proposal
from onrecord.proposals.records import HopRecord, ProposalRecord
from onrecord.proposals.store import store_proposals
from onrecord.speakers.write import add_speaker, speakers_named
from onrecord.statements import queries as statement_queries

Steps = Callable[[Pilot[None]], Coroutine[None, None, None]]


@pytest.fixture
def proposed(database: Path) -> Path:
    with writing(database, "ingest") as store:
        source(store, REPORT)
        store_proposals(store, "dahl-2024", REPORT, usual(), engine="rules 1")
    return database


def stored(database: Path) -> list[ProposalRecord]:
    with reading(database) as store:
        return proposal_queries.proposals(store, "dahl-2024")


def states(database: Path) -> str:
    return "".join(one.state[0] for one in stored(database))


def perform(database: Path, *keys: str, steps: Steps | None = None, size: tuple[int, int] = (120, 40)) -> str:
    """Opens the review, presses the keys, and gives what the screen then says: message, counts and fields."""

    async def go() -> str:
        app = ReviewApp(Desk(database, "dahl-2024"))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            if steps is not None:
                await steps(pilot)
                await pilot.pause()
            return "\n".join(screen(app))

    return asyncio.run(go())


def screen(app: ReviewApp) -> list[str]:
    """The screen as text, a line a row."""
    rows = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in rows]


def test_accepting_and_rejecting_go_on_to_the_next_open_one(proposed: Path) -> None:
    said = perform(proposed, "a")
    assert states(proposed) == "aooooo"
    assert "exact in the stored text" in said or "typographic in the stored text" in said
    assert "5 open · 1 accepted · 0 rejected" in said and "2 of 6" in said
    said = perform(proposed, "r")
    assert states(proposed) == "aroooo"
    assert "4 open · 1 accepted · 1 rejected" in said and "3 of 6" in said


def test_a_review_goes_on_where_the_last_one_stopped(proposed: Path) -> None:
    perform(proposed, "a", "r", "q")
    assert "3 of 6" in perform(proposed)


@pytest.mark.parametrize(("forward", "back"), [("n", "p"), ("j", "k"), ("down", "up")])
def test_going_about_decides_nothing(proposed: Path, forward: str, back: str) -> None:
    assert "3 of 6" in perform(proposed, forward, forward)
    assert "2 of 6" in perform(proposed, forward, forward, back)
    assert "1 of 6" in perform(proposed, back)
    assert states(proposed) == "oooooo"


def test_undo_and_open_again(proposed: Path) -> None:
    perform(proposed, "a", "u")
    assert states(proposed) == "oooooo"
    perform(proposed, "r", "p", "o")
    assert states(proposed) == "oooooo"
    assert "no decision of a review" in perform(proposed, *["u"] * 5)


def test_undo_takes_back_a_claim_and_then_what_was_done_before_it(proposed: Path) -> None:
    claim = ("p", "l", *"Fog", "enter")
    said = perform(proposed, "a", *claim, "n", "n", "u")
    assert "Took back: " in said and "asserts a claim" in said and "1 of 6" in said
    with reading(proposed) as store:
        assert claim_queries.claim_records(store) == []
    assert states(proposed) == "aooooo"
    perform(proposed, "p", "l", *"Fog", "enter", "q")
    said = perform(proposed, "u")  # in a later session too
    assert "asserts a claim" in said
    assert "Took back: accept" in perform(proposed, "u")
    assert states(proposed) == "oooooo"


def test_what_changes_nothing_is_said_to_and_is_no_step(proposed: Path) -> None:
    perform(proposed, "s", *"Ingrid", "space", *"Dahl", "enter")
    said = perform(proposed, "r", "p", "o", "s", "enter")
    assert "Nothing changed" in said
    desk = Desk(proposed, "dahl-2024")
    one = desk.proposals[0]
    assert "Rejected" in desk.reject(one)
    assert "Nothing changed" in desk.reject(desk.proposals[0])
    assert desk.undo() == (f"Took back: reject {one.id}", one.id)
    assert states(proposed) == "oooooo"


def test_a_bare_family_name_offers_the_known_person_first(database: Path) -> None:
    text = "“We wait,” Ellingham said.\n"
    with writing(database, "ingest") as store:
        source(store, text)
        add_speaker(store, "Margaret Ellingham")
        found = [proposal("We wait", "Ellingham", text=text, kind="organisation")]
        store_proposals(store, "dahl-2024", text, found, engine="rules 1")
    desk = Desk(database, "dahl-2024")
    assert "known family name" in desk.standing(desk.proposals[0])
    said = perform(database, "a")
    assert states(database) == "o"
    assert said.index("Margaret Ellingham · person, known") < said.index("Ellingham · in this text")


def test_undo_takes_back_the_own_latest_step_and_goes_there(proposed: Path) -> None:
    async def somebody_else_works(pilot: Pilot[None]) -> None:
        with writing(proposed, "onrecord add speaker") as store:
            add_speaker(store, "Olaf Berg")
        await pilot.press("n", "n", "u")

    said = perform(proposed, "a", "r", steps=somebody_else_works)
    assert states(proposed) == "aooooo"
    assert "Took back: reject" in said and "2 of 6" in said
    with reading(proposed) as store:
        assert speakers_named(store, "Olaf Berg")


def test_an_unclear_name_is_asked_for_when_it_is_accepted(proposed: Path) -> None:
    with writing(proposed, "add speakers") as store:
        slug = add_speaker(store, "Margaret Ellingham", description="harbour master").slug
        add_speaker(store, "Bo Quist")
    said = perform(proposed, "s", *"Ellingham", "enter")
    assert stored(proposed)[0].speaker_slug == slug and "harbour master" in said
    with writing(proposed, "change") as store:
        store.execute(
            "UPDATE proposals SET speaker = 'Ellingham', speaker_slug = NULL, speaker_kind = 'person' WHERE id = 1"
        )
    assert "It is accepted with your choice" in perform(proposed, "a")
    assert states(proposed) == "oooooo"
    perform(proposed, "a", "enter")
    assert states(proposed) == "aooooo" and stored(proposed)[0].speaker_slug == slug


def test_part_of_a_name_never_makes_a_speaker_where_somebody_fits(proposed: Path) -> None:
    with writing(proposed, "add speaker") as store:
        slug = add_speaker(store, "Margaret Ellingham").slug
    perform(proposed, "s", *"elling", "enter")
    assert stored(proposed)[0].speaker_slug == slug


def test_all_confident_ones_at_once(proposed: Path) -> None:
    said = perform(proposed, "c")
    assert states(proposed) == "aaaaao"
    assert "Accepted 5." in said and "6 of 6" in said
    perform(proposed, "u")
    assert states(proposed) == "oooooo"


def test_a_known_speaker_is_completed(proposed: Path) -> None:
    with writing(proposed, "add speaker") as store:
        slug = add_speaker(store, "Ragnhild Moen").slug
    perform(proposed, "s", *"moe", "enter")
    assert (stored(proposed)[0].speaker, stored(proposed)[0].speaker_slug) == ("Ragnhild Moen", slug)


def test_a_speaker_is_typed_or_taken_from_the_text(proposed: Path) -> None:
    said = perform(proposed, "s", *"Olaf", "space", *"Berg", "enter")
    assert stored(proposed)[0].speaker == "Olaf Berg" and "new" in said
    perform(proposed, "s", *"coastal", "enter")
    assert stored(proposed)[0].speaker == "Coastal Wire"
    perform(proposed, "s", *"nobody", "escape")
    assert stored(proposed)[0].speaker == "Coastal Wire"


def test_form_kind_and_whether_named(proposed: Path) -> None:
    perform(proposed, "f", "t", "x")
    one = stored(proposed)[0]
    assert (one.form, one.speaker_kind, one.unnamed) == ("mixed", "organisation", True)


def test_the_chain(proposed: Path) -> None:
    perform(proposed, "v", *"KCNA", "enter")
    assert [hop.speaker for hop in stored(proposed)[0].via] == ["KCNA"]
    perform(proposed, "v", "backspace", "enter")
    assert stored(proposed)[0].via == ()


def test_a_chain_is_read_as_it_is_shown() -> None:
    via = (
        HopRecord(speaker="KCNA", slug="kcna", named_as="the agency", cue="reported"),
        HopRecord(speaker="Reuters"),
    )
    assert via_text(via) == "KCNA [reported]; Reuters"
    assert hops_in(via_text(via), via) == via
    assert hops_in(" ; ") == ()
    assert hops_in("a]; b [") == (HopRecord(speaker="a]"), HopRecord(speaker="b ["))


def test_a_date_is_checked_before_it_is_kept(proposed: Path) -> None:
    said = perform(proposed, "d", *"someday", "enter")
    assert "someday" in said and stored(proposed)[0].said is None
    perform(proposed, "d", *"2024-05,inferred", "enter")
    assert (stored(proposed)[0].said, stored(proposed)[0].said_basis) == ("2024-05", "inferred")


def test_the_place_is_moved_by_words_at_both_ends(proposed: Path) -> None:
    perform(proposed, "e", "left", "left", "left", "tab", "right", "enter")
    assert stored(proposed)[0].text == "who bought a ticket will be left"
    perform(proposed, "e", "left", "escape")
    assert stored(proposed)[0].text == "who bought a ticket will be left"
    # An interrupted one keeps its break.
    perform(proposed, "n", "e", "left", "left", "enter")
    assert stored(proposed)[1].text == "We sail … whatever the fog may"


def test_a_missed_one_is_added_with_the_cursor(proposed: Path) -> None:
    perform(proposed, "m", "home", "up", "up", "v", "w", "enter", *"Ann", "enter")
    added = [one for one in stored(proposed) if one.engine == "person"]
    assert [(one.text, one.speaker, one.state) for one in added] == [("Ferries", "Ann", "open")]
    said = perform(proposed, "m", "enter")
    assert "Nothing is selected" in said


async def _drag(pilot: Pilot[None], first: str, last: str) -> None:
    """Drags the mouse over the words from `first` to `last`, which stand in one line."""
    article = pilot.app.query_one(Article)
    lines = article.layout_lines
    at, to = article.text.index(first), article.text.index(last) + len(last)
    where = [
        (lines.column_of(one) + GUTTER, lines.line_of(one) - article.scroll_offset.y) for one in (at, to)
    ]
    await pilot.mouse_down(Article, offset=where[0])
    await pilot.hover(Article, offset=where[1])
    await pilot.mouse_up(Article, offset=where[1])


def test_the_mouse_selects_what_was_missed_and_places(proposed: Path) -> None:
    async def add(pilot: Pilot[None]) -> None:
        await _drag(pilot, "mayor", "Tallvik")
        await pilot.press("plus", "escape")

    perform(proposed, steps=add)
    assert "mayor of Tallvik" in [one.text for one in stored(proposed) if one.engine == "person"]

    async def move(pilot: Pilot[None]) -> None:
        await _drag(pilot, "bought", "ticket")
        await pilot.press("e")

    perform(proposed, steps=move)
    assert stored(proposed)[0].text == "bought a ticket"


def test_a_click_picks_a_proposal(proposed: Path) -> None:
    async def click(pilot: Pilot[None]) -> None:
        article = pilot.app.query_one(Article)
        at = article.text.index("Nobody asked us")
        lines = article.layout_lines
        await pilot.click(Article, offset=(lines.column_of(at) + GUTTER, lines.line_of(at)))

    assert "4 of 6" in perform(proposed, steps=click)


def test_what_cannot_be_done_is_one_line(database: Path) -> None:
    with writing(database, "ingest") as store:
        source(store, REPORT)
        store_proposals(store, "dahl-2024", REPORT, [proposal("We sail", None)], engine="rules 1")
    assert "Who says it?" in perform(database, "a")
    assert "only an open one" not in perform(database, "r", "s")
    assert "This one is rejected. Open it again with o." in perform(database, "s")
    assert states(database) == "r"


def test_a_name_typed_for_one_that_is_decided_is_no_key(proposed: Path) -> None:
    typed = [*"arcu", "space", "x"]
    perform(proposed, "r")
    for key in "svdl":
        perform(proposed, "p", key, *typed)
        assert states(proposed) == "rooooo"
    said = perform(proposed, "p", "s", "enter", "o")
    assert "is open" in said and states(proposed) == "oooooo"


def test_two_reviews_at_once_do_no_harm(proposed: Path) -> None:
    async def meanwhile(pilot: Pilot[None]) -> None:
        with writing(proposed, "another review") as store:
            accept_proposal(store, stored(proposed)[0].id)
        await pilot.press("a")

    said = perform(proposed, steps=meanwhile)
    assert "was accepted as" in said and "5 open · 1 accepted" in said
    assert states(proposed) == "aooooo"


def test_the_next_source_with_open_ones(proposed: Path) -> None:
    other = "“Fog is fog,” said Ann Lund.\n"
    with writing(proposed, "ingest") as store:
        source(store, other, title="Fog", citekey="lund-2025")
        found = [proposal("Fog is fog", "Ann Lund", text=other)]
        store_proposals(store, "lund-2025", other, found, engine="rules 1")
    said = perform(proposed, "right_square_bracket")
    assert "1 of 1" in said and "Fog is fog" in said and "Ferries" not in said


@pytest.mark.parametrize("size", [(80, 24), (140, 40), (30, 10)])
def test_it_fits_every_terminal(proposed: Path, size: tuple[int, int]) -> None:
    said = perform(proposed, "question_mark", "escape", size=size)
    assert len(said.splitlines()) == size[1]
    assert "6 open" in said and "Nobody who bought" in said


def test_a_narrow_terminal_shows_the_keys_that_nobody_can_do_without(proposed: Path) -> None:
    foot = " ".join(perform(proposed, size=(60, 15)).splitlines()[-2:])
    for shown in (
        "a accept",
        "r reject",
        "u undo",
        "? help",
        "q leave",
        "s who",
        "v via",
        "e place",
        "f form",
        "y deny",
    ):
        assert shown in " ".join(foot.split())


@given(
    width=st.integers(20, 200), mode=st.sampled_from(["browse", "span", "mark"]), many=st.integers(0, 99999)
)
def test_no_key_is_parted_from_what_it_does(width: int, mode: str, many: int) -> None:
    lines = fields.status((many, many, many), mode, width).plain.split("\n")
    pairs = [pair for line in lines for pair in line.split("  ") if pair]
    assert len(lines) <= 2 and all(one in fields.KEYS[mode] for one in pairs[1:])
    if width >= 98:
        assert pairs[1:] == [*fields.KEYS[mode]]
    assert all(len(line) <= width for line in lines) or any(len(pair) > width for pair in pairs)


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
def test_the_help_names_every_key(proposed: Path, size: tuple[int, int]) -> None:
    said = perform(proposed, "question_mark", size=size)
    for key in "arocunpsvefyldqtx]mN+":
        assert f"{key} " in said
    assert "the next review goes on here" in said


DENIAL = "Ann Lund denied that the fog was thick.\n"


@pytest.fixture
def denied(database: Path) -> Path:
    with writing(database, "ingest") as store:
        source(store, DENIAL)
        found = [
            proposal(
                "the fog was thick", "Ann Lund", text=DENIAL, form="indirect", cue="denied", polarity="denied",
                confidence=0.6, reason="denies; a that-clause after a verb of saying",
            )
        ]  # fmt: skip
        store_proposals(store, "dahl-2024", DENIAL, found, engine="rules 1")
    return database


def test_a_denial_is_shown_as_one_and_a_key_says_otherwise(denied: Path) -> None:
    assert re.search(r"denied +the fog was thick", perform(denied))
    assert "What the speaker does with it: not said." in perform(denied, "y")
    assert stored(denied)[0].polarity == "not_said"
    perform(denied, "y", "y", "y")
    assert stored(denied)[0].polarity == "denied"


def test_what_is_confident_leaves_denials_to_a_person(denied: Path) -> None:
    assert "Accepted 0." in perform(denied, "c")


def test_a_denial_denies_a_claim(denied: Path) -> None:
    said = perform(denied, "l", *"The", "space", *"fog", "enter")
    (one,) = stored(denied)
    assert f"{one.ref} denies c-" in said and one.state == "accepted"
    with reading(denied) as store:
        (quote,) = statement_queries.quotes(store, statement_queries.attribution_ids(store, one.ref or ""))
        (claim,) = claim_queries.claim_records(store)
    assert quote.polarity == "denied"
    assert (claim.text, [one.quote.key for one in claim.having("denies")]) == ("The fog", [quote.key])


def test_what_was_not_said_takes_no_stance(denied: Path) -> None:
    assert "takes no stance" in perform(denied, "y", "l")
    assert "takes no stance" not in perform(denied, "y", "l", "r", "l")


def test_text_of_strangers_is_shown_and_not_obeyed(database: Path) -> None:
    text = "“We\u202e [bold red]sail[/] \u2066on,” said [link=x]Ann\u202e Lund[/link].\n"
    with writing(database, "ingest") as store:
        source(store, text, title="[red]Title\u202e[/]")
        found = [proposal("We\u202e [bold red]sail[/] \u2066on", "[link=x]Ann\u202e Lund[/link]", text=text)]
        store_proposals(store, "dahl-2024", text, found, engine="rules 1")
    said = perform(database)
    assert "<U+202E>" in said and "[bold red]sail[/]" in said and "[red]Title" in said
    assert not set(said) & set("\u202e\u2066\x1b")
    # The place is still the right one.
    perform(database, "e", "tab", "right", "enter")
    assert stored(database)[0].stretches[-1][1] == text.index(",”")


def test_states_differ_without_colour(proposed: Path) -> None:
    async def look(pilot: Pilot[None]) -> None:
        article = pilot.app.query_one(Article)
        seen = {}
        for words in ("Nobody who", "We sail", "would rather"):
            at = article.text.index(words)
            line = article.layout_lines.line_of(at)
            strip = article.render_line(line - article.scroll_offset.y)
            style = next(segment.style for segment in strip if words in segment.text and segment.style)
            seen[words] = (bool(style.bold), bool(style.underline), bool(style.strike), bool(style.reverse))
        assert len(set(seen.values())) == 3
        assert seen["would rather"][3]

    perform(proposed, "a", "r", steps=look)


def test_the_choice_is_marked_without_colour(proposed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def look(pilot: Pilot[None]) -> None:
        listed = pilot.app.screen.query_one(OptionList)
        marked = [
            any(segment.style is not None and segment.style.underline for segment in listed.render_line(row))
            for row in range(listed.option_count)
        ]
        assert marked == [False, True, *[False] * (listed.option_count - 2)]

    perform(proposed, "s", "down", steps=look)
