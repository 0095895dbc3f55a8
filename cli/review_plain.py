"""The review as questions and answers in lines: for screen readers, plain terminals and pipes."""

from __future__ import annotations

import re
import sys

from onrecord.cli.output import say
from onrecord.cli.review_app import left
from onrecord.cli.review_app.chains import via_text
from onrecord.cli.review_app.desk import Desk, attempt
from onrecord.errors import InputError
from onrecord.model.polarities import label
from onrecord.proposals.edit import ProposalEdits
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from onrecord.cli.review_app.desk import Choice
    from onrecord.proposals.records import ProposalRecord

# An answer a line: who has them read out hears one after the other, on a terminal of any width.
HELP = """a: accept
r: reject
o: open again what was decided here
n, or an empty line: leave it open, next
b: back
s NAME: the speaker is NAME
s: lists who may be meant
s 2: the speaker is the second of that list
s =NAME: the speaker is a new one, called NAME
t: kind of a new speaker: person, organisation, group, office
x: the speaker is named, or only described
p: said, denied, not said, asked
f: direct, mixed, indirect
d DATE: when it was said
v CHAIN: through whom
l CLAIM: a claim that it asserts, denies or questions; it is accepted too
l: lists the claims
l 2: the claim is the second of that list
e WORDS: the place is where these words stand
e FIRST WORDS … LAST WORDS: and all that is between
e: reads the place out
m WORDS: add a statement that was missed, by its words
c: accept all confident ones
u: take back the latest step
q: leave
?: these answers
Each answer is stored at once."""


def review(database: Path, citekey: str) -> None:
    """Asks about the open proposals of a source one by one, until they or the answers end."""
    desk = Desk(database, citekey)
    waiting = [proposal.id for proposal in desk.proposals if proposal.state == "open"]
    say(f"{desk.title}: {len(waiting)} open. ? explains the keys.")
    position = 0
    while position < len(waiting):
        one = next(proposal for proposal in desk.proposals if proposal.id == waiting[position])
        _show(desk, one, f"{position + 1} of {len(waiting)}")
        said, position = _answered(desk, one, position, waiting)
        if said is None:
            break
        if said:
            say(one_line(said))
        if position == len(waiting) and sys.stdin.isatty():
            position = _after_the_last(desk, waiting)
    for sentence in left(citekey, *desk.decided(), open_=desk.counts()[0]):
        say(sentence)


def _after_the_last(desk: Desk, waiting: list[int]) -> int:
    """Whoever decided about the last one may still go back: which is next, or that none is."""
    print("That was the last. u takes the latest step back, b goes back, Enter leaves > ", end="", flush=True)
    key = sys.stdin.readline().strip()
    if key == "b":
        return len(waiting) - 1
    if key != "u":
        return len(waiting)
    undone, problem = attempt(desk.undo)
    say(one_line(undone[0] if undone else problem or ""))
    number = undone[1] if undone else None
    return waiting.index(number) if number in waiting else len(waiting)


def _show(desk: Desk, proposal: ProposalRecord, place: str) -> None:
    standing, problem = attempt(lambda: desk.standing(proposal))
    verb = "says" if proposal.polarity == "asserted" else label(proposal.polarity)
    say("")
    say(
        f"{place}. {proposal.speaker or 'Nobody named'} ({standing or problem}) {verb}: {one_line(proposal.text)}"
    )
    told = [
        proposal.form,
        proposal.state,
        proposal.locator,
        f"via {via_text(proposal.via)}" if proposal.via else "",
        f"said {proposal.said}" if proposal.said else "",
    ]
    say("  " + " · ".join(part for part in told if part))
    if named := desk.named_in(proposal):
        say(f"  in the text: {one_line(named)}")
    if same := attempt(lambda: desk.same_as(proposal))[0]:
        say(f"  the same words are on record: {'; '.join(same)}")


def _answered(
    desk: Desk, proposal: ProposalRecord, position: int, waiting: list[int]
) -> tuple[str | None, int]:
    """What came of the next answer (None: leave), and which proposal is next."""
    print("a accept, r reject, s NAME, n next, q leave, ? all answers > ", end="", flush=True)
    line = sys.stdin.readline()
    if not line:
        print()
        return None, position
    key, _, value = line.strip().partition(" ")
    value = value.strip()
    if key == "q":
        return None, position
    if key in ("n", ""):
        return "", position + 1
    if key == "b":
        return "", max(position - 1, 0)
    if key == "u":
        undone, problem = attempt(desk.undo)
        number = undone[1] if undone else None
        return (undone[0] if undone else problem or ""), waiting.index(
            number
        ) if number in waiting else position
    if key == "?":
        say(HELP)
        return "", position
    action = _action(desk, proposal, key, value, position, waiting)
    if action is None:
        return f"{line.strip()[:40]!r} is no answer: ? tells them all.", position
    said, problem = attempt(action)
    if problem is not None:
        attempt(desk.refresh)
        return problem, position
    decided = key in ("a", "r") or (key == "l" and bool(value))
    if key == "c":
        states = {each.id: each.state for each in desk.proposals}
        return said or "", next(
            (i for i in range(position, len(waiting)) if states.get(waiting[i]) == "open"), len(waiting)
        )
    return said or "", position + decided


def _action(
    desk: Desk, proposal: ProposalRecord, key: str, value: str, position: int, waiting: list[int]
) -> Callable[[], str] | None:
    """What an answer has done; None where it is none."""
    actions: dict[str, Callable[[], str]] = {
        "a": lambda: desk.accept(proposal),
        "r": lambda: desk.reject(proposal),
        "o": lambda: desk.reopen(proposal),
        "p": lambda: desk.cycle_polarity(proposal),
        "f": lambda: desk.cycle_form(proposal),
        "t": lambda: desk.cycle_kind(proposal),
        "x": lambda: desk.toggle_unnamed(proposal),
        "c": desk.accept_confident,
        "s": lambda: _speaker(desk, proposal, value),
        "d": lambda: desk.set_said(proposal, value),
        "v": lambda: desk.set_via(proposal, value),
        "l": lambda: _claim(desk, proposal, value),
        "e": lambda: _place(desk, proposal, value),
        "m": lambda: _missed(desk, proposal, value, position, waiting),
    }
    return actions.get("m" if key == "+" else key)


def _speaker(desk: Desk, proposal: ProposalRecord, value: str) -> str:
    """Makes the one who is meant the speaker, or lists who may be."""
    if value.startswith("=") and value[1:].strip():
        return desk.new_speaker(proposal, value[1:].strip())
    known = desk.choices("" if value.isdigit() else value.removeprefix("="))
    if value.isdigit():
        return desk.change(
            proposal, ProposalEdits(speaker=_numbered(desk, proposal, value, desk.listed or known))
        )
    exact = [each for each in known if value.casefold() in (each.value.casefold(), each.name.casefold())]
    if value and (not known or len(exact) == 1 or len(known) == 1):
        chosen = (exact or known)[0] if known else None
        said = desk.change(proposal, ProposalEdits(speaker=chosen.value if chosen else value))
        return f"{said} The speaker is {chosen.label if chosen else f'{value}, new'}."
    return _listing(desk, known, "s", f"s ={value} makes a new one" if value else "s NAME takes another")


def _claim(desk: Desk, proposal: ProposalRecord, value: str) -> str:
    """Takes a stance on the claim that is meant, or lists claims."""
    if value.isdigit():
        return desk.take_stance(proposal, _numbered(desk, proposal, value, desk.listed))
    if value:
        return desk.take_stance(proposal, value)
    return f"{desk.question_of_claim(proposal)} {_listing(desk, desk.claims(''), 'l', 'l CLAIM takes or makes another')}"


def _listing(desk: Desk, known: Sequence[Choice], key: str, otherwise: str) -> str:
    """Says what may be chosen by its number."""
    desk.listed = known
    for number, choice in enumerate(known, 1):
        say(f"{number}: {one_line(choice.label)}")
    return f"{f'{key} and a number chooses; ' if known else ''}{otherwise}."


def _numbered(desk: Desk, proposal: ProposalRecord, value: str, known: Sequence[Choice]) -> str:
    if not 1 <= int(value) <= len(known):
        raise InputError(f"There is no number {value}: {len(known)} are listed.")
    return known[int(value) - 1].value


def _place(desk: Desk, proposal: ProposalRecord, value: str) -> str:
    """Moves a proposal to where the words stand, or reads out where it stands."""
    if not value:
        start, end = proposal.stretches[0][0], proposal.stretches[-1][1]
        around = desk.text[max(0, start - 80) : start], desk.text[end : end + 80]
        return one_line(f"{around[0]}[{desk.text[start:end]}]{around[1]}")
    return desk.move(proposal, (standing_at(desk.text, value, near=proposal.stretches[0][0]),))


def _missed(desk: Desk, proposal: ProposalRecord, value: str, position: int, waiting: list[int]) -> str:
    """Adds what was missed, which is asked about next."""
    if not value:
        raise InputError("Say which words: m WORDS, or m FIRST WORDS … LAST WORDS")
    added = desk.add(*standing_at(desk.text, value, near=proposal.stretches[0][0]))
    waiting.insert(position, added.id)
    return "Added. Say who: s NAME"


def standing_at(text: str, words: str, *, near: int) -> tuple[int, int]:
    """Where words stand in a text, nearest to an offset: white space does not count, and … stands for what is between.

    InputError: they stand nowhere.
    """
    parts = [part.split() for part in re.split(r"…|\.\.\.", words)]
    patterns = [r"\s+".join(map(re.escape, part)) for part in parts if part]
    matches = list(re.finditer(r"[\s\S]*?".join(patterns), text)) if patterns else []
    if not matches:
        raise InputError("These words do not stand in the text so.")
    nearest = min(matches, key=lambda match: abs(match.start() - near))
    return nearest.start(), nearest.end()
