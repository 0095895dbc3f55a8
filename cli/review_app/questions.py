"""What is asked about a proposal: who, through whom, when, and of which claim."""

from collections.abc import Callable

from onrecord.cli.review_app.chains import via_text
from onrecord.cli.review_app.desk import attempt
from onrecord.cli.review_app.prompt import Asking
from onrecord.cli.review_app.room import Room
from onrecord.proposals.edit import ProposalEdits
from onrecord.text.clean import one_line


class Questions(Room):
    """A room in which things are asked. What is answered is stored before the question goes."""

    def _storing(self, action: Callable[[str], str]) -> Callable[[str], str | None]:
        def store(value: str) -> str | None:
            said, problem = attempt(lambda: action(value))
            if problem is None:
                self._show(said)
            return problem

        return store

    def _ask_speaker(self, *, accepting: bool = False) -> None:
        if proposal := self._open_one(to_type=True):
            store = self._storing(lambda value: self.desk.change(proposal, ProposalEdits(speaker=value)))
            question = "Who says it? It is accepted with your choice." if accepting else "Who says it?"
            asking = Asking(question, proposal.speaker or "", store, self.desk.choices, choose=accepting)
            self.push_screen(asking, self._accept_chosen if accepting else None)

    def _accept_chosen(self, chosen: bool | None) -> None:
        if chosen:
            self._decide(self.desk.accept, onward=True)

    def _ask_via(self) -> None:
        if proposal := self._open_one(to_type=True):
            store = self._storing(lambda value: self.desk.set_via(proposal, value))
            question = "Through whom? Nearest to the speaker first: KCNA [reported]; Reuters"
            self.push_screen(Asking(question, via_text(proposal.via), store))

    def _ask_said(self) -> None:
        if one := self._open_one(to_type=True):
            store = self._storing(lambda value: self.desk.set_said(one, value))
            value = f"{one.said}, {one.said_basis}" if one.said else ""
            question = "When was it said? A date in EDTF, with its basis: 1962-05-01 or 1962-05, inferred"
            self.push_screen(Asking(question, value, store))

    def _ask_claim(self) -> None:
        proposal = self._one()
        if proposal is None:
            self._refuse("There is no proposal here.")
            return
        question, problem = attempt(lambda: self.desk.question_of_claim(proposal))
        if question is None:
            self._refuse(problem or "")
            return
        store = self._storing(lambda value: self.desk.take_stance(proposal, value))
        self.push_screen(Asking(question, one_line(proposal.text), store, self.desk.claims))
