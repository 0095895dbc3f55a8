"""The review as questions and answers in lines: for screen readers, plain terminals and pipes."""

from __future__ import annotations

import sys

from onrecord.cli.output import say
from onrecord.cli.review_app import left
from onrecord.cli.review_app.desk import Desk, attempt, via_text
from onrecord.model.polarities import label
from onrecord.proposals.edit import ProposalEdits
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.proposals.records import ProposalRecord

# An answer a line: who has them read out hears one after the other, on a terminal of any width.
HELP = """a: accept
r: reject
n, or an empty line: leave it open, next
b: back
s NAME: the speaker is NAME
p: said, denied, not said, asked
f: direct, mixed, indirect
d DATE: when it was said
v CHAIN: through whom
u: take back the latest step
q: leave
?: these answers
Each answer is stored at once."""


def review(database: Path, citekey: str) -> None:
    """Asks about the open proposals of a source one by one, until they or the answers end."""
    desk = Desk(database, citekey)
    waiting = [one.id for one in desk.proposals if one.state == "open"]
    say(f"{desk.title}: {len(waiting)} open. ? explains the keys.")
    at = 0
    while at < len(waiting):
        one = next(proposal for proposal in desk.proposals if proposal.id == waiting[at])
        _show(desk, one, f"{at + 1} of {len(waiting)}")
        said, at = _answered(desk, one, at, waiting)
        if said is None:
            break
        if said:
            say(one_line(said))
        if at == len(waiting) and sys.stdin.isatty():
            at = _after_the_last(desk, waiting)
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


def _show(desk: Desk, one: ProposalRecord, place: str) -> None:
    standing, problem = attempt(lambda: desk.standing(one))
    verb = "says" if one.polarity == "asserted" else label(one.polarity)
    say("")
    say(f"{place}. {one.speaker or 'Nobody named'} ({standing or problem}) {verb}: {one_line(one.text)}")
    told = [
        one.form,
        one.state,
        one.locator,
        f"via {via_text(one.via)}" if one.via else "",
        f"said {one.said}" if one.said else "",
    ]
    say("  " + " · ".join(part for part in told if part))
    if named := desk.named_in(one):
        say(f"  in the text: {one_line(named)}")
    if same := attempt(lambda: desk.same_as(one))[0]:
        say(f"  the same words are on record: {'; '.join(same)}")


def _answered(desk: Desk, one: ProposalRecord, at: int, waiting: list[int]) -> tuple[str | None, int]:
    """What came of the next answer (None: leave), and which proposal is next."""
    print("a accept, r reject, n next, q leave, ? all answers > ", end="", flush=True)
    line = sys.stdin.readline()
    if not line:
        print()
        return None, at
    key, _, value = line.strip().partition(" ")
    value = value.strip()
    if key == "q":
        return None, at
    if key in ("n", ""):
        return "", at + 1
    if key == "b":
        return "", max(at - 1, 0)
    if key == "u":
        undone, problem = attempt(desk.undo)
        number = undone[1] if undone else None
        return (undone[0] if undone else problem or ""), waiting.index(number) if number in waiting else at
    actions = {
        "a": lambda: desk.accept(one),
        "r": lambda: desk.reject(one),
        "p": lambda: desk.cycle_polarity(one),
        "f": lambda: desk.cycle_form(one),
        "s": lambda: desk.change(one, ProposalEdits(speaker=value)),
        "d": lambda: desk.set_said(one, value),
        "v": lambda: desk.set_via(one, value),
    }
    action = actions.get(key)
    if action is None or (key == "s" and not value):
        if key == "?":
            say(HELP)
            return "", at
        return (
            "Say who: s NAME" if key == "s" else f"{line.strip()[:40]!r} is no answer: ? tells them all."
        ), at
    said, problem = attempt(action)
    if problem is not None:
        attempt(desk.refresh)
    return (problem or said or ""), at + (problem is None and key in ("a", "r"))
