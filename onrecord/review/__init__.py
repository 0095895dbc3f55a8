"""Review: what extraction proposes of a source, and a person's decisions about it.

`propose` stores proposals, `opened` gives a source with its text and its proposals, `change`, `add_missed`, `accept`,
`reject` and `reopen` decide about one, `accept_confident` about those above a threshold, `undo` takes the latest
decision back. `written` makes a review file, `parsed` reads one and `apply` does what it says. Each is made inside one `onrecord.db.store.writing`, which is one operation of the history.

What is named here is loaded when it is asked for: a list of what waits needs nothing of what looks a wording up.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.review.applying import Applied, apply
    from onrecord.review.changing import Edits, add_missed, change
    from onrecord.review.deciding import Left, Sweep, accept, accept_confident, reject, reopen, undo
    from onrecord.review.filing import parsed, written
    from onrecord.review.listing import opened, proposal, proposals, waiting
    from onrecord.review.records import HopRecord, ProposalRecord, Sheet, Waiting
    from onrecord.review.storing import Stored, propose

__all__ = [
    "Applied",
    "Edits",
    "HopRecord",
    "Left",
    "ProposalRecord",
    "Sheet",
    "Stored",
    "Sweep",
    "Waiting",
    "accept",
    "accept_confident",
    "add_missed",
    "apply",
    "change",
    "opened",
    "parsed",
    "proposal",
    "proposals",
    "propose",
    "reject",
    "reopen",
    "undo",
    "waiting",
    "written",
]

_WHERE = {
    "Applied": "applying", "apply": "applying",
    "Edits": "changing", "add_missed": "changing", "change": "changing",
    "Left": "deciding", "Sweep": "deciding", "accept": "deciding", "accept_confident": "deciding", "reject": "deciding", "reopen": "deciding", "undo": "deciding",
    "parsed": "filing", "written": "filing",
    "opened": "listing", "proposal": "listing", "proposals": "listing", "waiting": "listing",
    "HopRecord": "records", "ProposalRecord": "records", "Sheet": "records", "Waiting": "records",
    "Stored": "storing", "propose": "storing",
}  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in _WHERE:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"onrecord.review.{_WHERE[name]}"), name)
