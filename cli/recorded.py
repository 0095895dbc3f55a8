"""Saying what recording a quotation did, for the commands that record one."""

from __future__ import annotations

from onrecord.cli.output import print_quotes, remark, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.records import Json
    from onrecord.statements.add import AddedQuote
    from onrecord.statements.fields import QuoteFields


def notes_of(fields: QuoteFields, added: AddedQuote) -> list[str]:
    """What is to be known of it, with the option that says otherwise where there is one."""
    from onrecord.statements.add import note_of_cue
    from onrecord.statements.expressed import note_of_reading

    from_cue = note_of_cue(fields.cue or "", added.quote.polarity)
    from_text = note_of_reading(added.quote.polarity, added.quote.speaker.name)
    return [
        f"{note}; --polarity says otherwise" if note in (from_cue, from_text) else note
        for note in added.notes
    ]


def as_json(added: AddedQuote, notes: Sequence[str]) -> Json:
    """The quotation, and what was new."""
    return {
        **added.quote.as_json(),
        "new_statement": added.new_statement,
        "new_attribution": added.new_attribution,
        "new_speakers": list(added.new_speakers),
        "notes": list(notes),
    }


def tell(added: AddedQuote, notes: Sequence[str]) -> None:
    """Says what was recorded."""
    if not added.new_attribution:
        for note in notes[1:]:
            remark(f"Note: {note}. Change it with: onrecord edit {added.quote.ref} --polarity …")
        say(
            f"Nothing added: {added.quote.ref} is recorded already. Change it with: onrecord edit {added.quote.ref}"
        )
        return
    what = "statement" if added.new_statement else "attribution of a known statement"
    say(f"Added {what} {added.quote.ref}", "green")
    print_quotes([added.quote])
    for slug in added.new_speakers:
        say(f"  new speaker: {slug}")
    for note in notes:
        remark(f"Note: {note}.")
