"""Review: what extraction proposes of a source, and a person's decisions about it.

`propose` stores proposals, `opened` gives a source with its text and its proposals, `change`, `add_missed`, `accept`,
`reject` and `reopen` decide about one, `accept_confident` about those above a threshold, `undo` takes the latest
decision back. `written` makes a review file, `parsed` reads one and `apply` does what it says. Each is made inside one `onrecord.db.engine.writing` session, which is one operation of the history.
"""

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
