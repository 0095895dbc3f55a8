"""The fields of a proposal, and the help, as text that no markup is read from."""

from collections.abc import Mapping, Sequence

from rich.table import Table
from rich.text import Text

from onrecord.cli.review_app.article import MARKS
from onrecord.cli.review_app.chains import via_text
from onrecord.model.polarities import label
from onrecord.proposals.records import ProposalRecord
from onrecord.text.clean import one_line

# What the status line says of the keys, by what one is doing; what nobody can do without comes first, for narrow terminals.
KEYS: Mapping[str, Sequence[str]] = {
    "browse": (
        "a accept", "r reject", "u undo", "? help", "q leave", "s who", "v via", "e place", "f form", "y deny", "l claim",
        "d said", "+ add", "n/p go",
    ),
    "span": ("← → move this end by a word", "Tab other end", "Enter keep", "Esc leave it"),
    "mark": ("arrows, w b by words", "v or Space begins", "Enter adds", "Esc leaves"),
}  # fmt: skip
# Lines of them, and columns between two.
_LINES, _GAP = 2, "  "


def status(counts: tuple[int, int, int], mode: str, width: int) -> Text:
    """How many are open, accepted and rejected, and the keys: none is broken, and what has no room is told by ? alone."""
    waiting, accepted, rejected = counts
    whole = f"{waiting} open · {accepted} accepted · {rejected} rejected"
    keys = KEYS[mode]
    for head in (whole, f"{waiting} open"):
        lines = _filled([head, *keys], width)
        if len(lines) <= _LINES:
            break
    shown = lines[:_LINES]
    text = Text(head, style="bold")
    text.append("\n".join(_GAP.join(line) for line in shown)[len(head) :], style="not bold")
    return text


def _filled(words: Sequence[str], width: int) -> list[list[str]]:
    """The words in lines of a width, each whole."""
    lines: list[list[str]] = [[]]
    for word in words:
        if lines[-1] and len(_GAP.join([*lines[-1], word])) > width:
            lines.append([])
        lines[-1].append(word)
    return lines


HELP = """\
a  accept: recorded, and verified in the stored text at once
r  reject: it stays rejected when the source is read again
o  open again what was rejected        u  undo this review's latest step
c  accept all confident ones (0.9 and above)
n j ↓  next     p k ↑  previous     N  next open one
]  next source that has open ones
PgUp PgDn Home End, mouse wheel: the text alone. A click picks a proposal.

s  speaker: type to narrow, arrows choose, Enter takes the line marked
t  kind of a new speaker: person, organisation, group, office
x  speaker named, or only described
v  chain, nearest to the speaker first: KCNA [reported]; Reuters
f  form: direct, mixed, indirect   y  said, denied, not said, asked
l  a claim that it asserts, denies or questions (accepted with it)
d  when it was said: 1962-05-01 or 1962-05, inferred
e  place: ← → move an end by a word, Tab the other end, Enter keeps it,
   Esc does not. Or select with the mouse, then e.
m +  add what was missed: arrows, w b by words, v or Space begins,
   Enter adds, Esc leaves. Or select with the mouse, then +.

q  leave: everything is stored already, the next review goes on here"""


def fields(
    proposal: ProposalRecord | None, standing: str, place: str, *, named: str = "", same: Sequence[str] = ()
) -> Table | Text:
    """What is proposed, a field a line; `standing` says whether the speaker is known, `named` how the text names them, `same`
    what is on record in the same words."""
    if proposal is None:
        return Text("Nothing is proposed here. Add what was missed with +.")
    state = Text(f"{MARKS[proposal.state]} {proposal.state}", style="bold")
    state.append(f"  {place}", style="not bold dim")
    if proposal.ref:
        state.append(f"  {one_line(proposal.ref)}", style="not bold")
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=8, no_wrap=True, style="bold")
    table.add_column(overflow="fold")
    table.add_row("state", state)
    kind = f"{proposal.speaker_kind}{', unnamed' if proposal.unnamed else ''}"
    said = f"{proposal.said}, {proposal.said_basis}" if proposal.said else ""
    for name, value, detail in (
        ("speaker", proposal.speaker or "?", f"{standing} · {kind}"),
        ("as", proposal.named_as or "", ""),
        (label(proposal.polarity) if proposal.polarity != "asserted" else "says", proposal.text, ""),
        ("same as", "; ".join(same), ""),
        ("form", proposal.form, ""),
        ("cue", proposal.cue or "", ""),
        ("via", via_text(proposal.via), ""),
        ("said", said, ""),
        ("place", proposal.locator or f"{proposal.stretches[0][0]}-{proposal.stretches[-1][1]}", ""),
        ("sure", f"{proposal.confidence:.2f}", proposal.reason),
        ("named", named, ""),
    ):
        if not value or (name == "as" and value == proposal.speaker):
            continue
        shown = Text(one_line(value), style="bold" if name == "speaker" else "")
        if detail:
            shown.append(f"  {one_line(detail)}", style="not bold dim")
        table.add_row(name, shown)
    return table
