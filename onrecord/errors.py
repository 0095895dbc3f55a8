"""Every error that onrecord raises on purpose.

OnrecordError              something cannot be done: what is wrong, and where
├── UsageError             the request itself is wrong (exit code 2)
├── InputError             a file, page, date, name or text given by the user cannot be used
├── NotFoundError          a key, slug, citekey or operation names nothing
├── AmbiguousError         a name, key or wording means several things; `candidates` lists them
├── ConflictError          it would contradict, or is needed by, what is already recorded
├── WordingError           a wording does not stand in the stored text; `diff` shows the nearest passage
└── DatabaseError          the database file cannot be used

The message holds wherever it is read: on a terminal, on a page, in Python. What to do about it depends on how one
asks; where there is a step for it, `hint` names that step, and the command line words it (`onrecord.cli.hints`).
The command line turns errors into exit codes in one place (`onrecord.cli.main`).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    Step = Literal[
        # to look something up
        "find_key", "find_statement", "find_style", "list_claims", "list_conflicts", "list_links", "list_offices", "list_operations", "list_proposals",
        "list_sources", "list_stances", "list_tags", "list_verdicts", "show",
        # to record it
        "accept_missing", "add_another_copy", "add_copy", "add_later_copy", "add_speaker", "add_this_copy",
        "choose_citekey", "choose_slug", "correct_quoted", "describe_source", "give_acceptance",
        "give_reason", "give_rank_reason", "give_url", "leave_out_acceptance", "make_speaker", "make_unnamed",
        "read_source", "read_stored", "record_unverified", "save_page", "say_author", "say_place", "say_quoted", "write_bracketed",
        # to change what is recorded
        "change_origin", "change_recorded", "change_statement", "edit_decided", "family_or_organisation", "judge_anew", "merge", "say_correction",
        "remove_cascade", "say_edit", "say_link_edit", "say_office_edit", "say_stance_edit", "say_tag_edit",
        "say_verdict_edit", "say_speaker_edit", "say_claim_edit", "take_back_stance", "undo", "undo_first", "undo_that",
        # to cite it
        "cite_another_way", "cite_document", "cite_marked", "cite_partially", "filter_marked", "sort_otherwise",
        # to read and write files
        "allow_private", "fewer_jobs", "map_columns", "name_output", "newer_zotero", "replace", "replace_output", "replace_review",
        "say_contents", "say_format", "say_which_format", "start_zotero",
        # to show it to others
        "choose_port", "correct_address",
        # to get the database right
        "index", "make_database", "make_database_anew", "mend", "mend_settings", "migrate", "move_and_index", "name_database", "see_recorded",
        "use_database",
    ]  # fmt: skip

# An unset variable of a shell: as a path it would mean the folder one is in.
NO_NAME = "The name of the file is empty. Is the variable set that it comes from?"


class Hint:
    """A step that may help: its name, and by name what it is taken with (a citekey, a path)."""

    __slots__ = ("about", "step")

    def __init__(self, step: Step, **about: object) -> None:
        self.step = step
        self.about = about

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Hint) and (self.step, self.about) == (other.step, other.about)

    def __hash__(self) -> int:
        return hash(self.step)

    def __repr__(self) -> str:
        return f"Hint({', '.join([repr(self.step), *(f'{name}={value!r}' for name, value in self.about.items())])})"


class OnrecordError(Exception):
    """The root: everything raised on purpose derives from it. `exit_code` is for the command line."""

    exit_code = 1

    def __init__(self, message: str, *, hint: Hint | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(OnrecordError):
    """The request itself is wrong: a value that is none of those there are, or things that do not go together."""

    exit_code = 2


class InputError(OnrecordError):
    """What was given (a file, a page, a date, a name, a text) cannot be used as it is."""


class NotFoundError(OnrecordError):
    """A key, slug, citekey or operation that names nothing."""


class AmbiguousError(OnrecordError):
    """What was given means several things, and onrecord does not guess."""

    def __init__(self, message: str, candidates: Sequence[str] = (), *, hint: Hint | None = None) -> None:
        super().__init__(message, hint=hint)
        self.candidates = tuple(candidates)


class ConflictError(OnrecordError):
    """What was asked contradicts what is recorded, or others depend on it."""


class WordingError(OnrecordError):
    """A wording does not stand in the stored text. `diff` shows the nearest passage, where there is one."""

    def __init__(self, message: str, diff: str | None = None, *, hint: Hint | None = None) -> None:
        super().__init__(message, hint=hint)
        self.diff = diff


class DatabaseError(OnrecordError):
    """The database file cannot be opened, read or written."""
