"""What to do about an error, in the words of the command line: its commands and options stand here alone.

Operations say what is wrong, and name a step that may help; they know no commands. A wording that begins with a comma, a
colon or a semicolon goes on with the sentence of the message.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.errors import Hint, Step

_GOES_ON = (",", ":", ";")

WORDINGS: Mapping[Step, str] = {
    # to look something up
    "find_key": "A key may be abbreviated to {letters} letters; find keys with: onrecord search",
    "find_statement": "Find keys with: onrecord search",
    "find_style": "List them with: onrecord styles [WORDS]",
    "list_conflicts": "See: onrecord conflicts",
    "list_claims": "See: onrecord list claims",
    "list_links": "See: onrecord list links",
    "list_offices": "See: onrecord list offices",
    "list_operations": "See: onrecord history",
    "list_proposals": "See: onrecord review",
    "list_sources": "See: onrecord list sources",
    "list_stances": "See: onrecord list stances",
    "list_tags": "See: onrecord list tags",
    "list_verdicts": "See: onrecord list verdicts",
    "show": "See: onrecord show {name}",
    # to record it
    "accept_missing": "Give these words too, or say with --accept-reason REASON why they may be missing.",
    "add_another_copy": "Keep this copy too with: onrecord add snapshot {citekey} …",
    "add_copy": "Store one with: onrecord add snapshot {citekey} FILE|URL",
    "add_later_copy": "Store a later one with: onrecord add snapshot {citekey} FILE|URL",
    "add_speaker": "Add one with: onrecord add speaker",
    "add_this_copy": "Add it: onrecord add snapshot {citekey}",
    "choose_citekey": "Choose another with --citekey.",
    "choose_slug": "For another speaker of that name give a --slug of its own.",
    "correct_quoted": "Correct --quoted.",
    "describe_source": "Give --title, --author or --url.",
    "give_acceptance": "Give it with --accept-reason.",
    "give_reason": "Give it with --reason.",
    "give_rank_reason": "Give it with --rank-reason.",
    "give_url": "Give it one: onrecord edit {citekey} --url URL",
    "leave_out_acceptance": "Leave --accept-reason out.",
    "make_speaker": "Add one with --new-speaker, or: onrecord add speaker",
    "make_unnamed": "Give --new-speaker with --unnamed, or the slug of a known one.",
    "read_source": "It has no stored text. Give it one: onrecord add snapshot {citekey} FILE",
    "read_stored": "Read its stored text with: onrecord ingest {citekey}",
    "record_unverified": "Correct it, or keep it unchecked with --unverified.",
    "save_page": "Save the page in the browser, and give it with --file.",
    "say_author": "Say it with --by NAME.",
    "say_place": 'Give more of it, or say which with --locator, such as "{locator}".',
    "say_quoted": "Say which part is quoted with --quoted, or give --form direct or --form indirect.",
    "write_bracketed": ", or record it with: onrecord add quote",
    # to change what is recorded
    "change_origin": "Change that first: onrecord edit {ref} --quoted-from ''",
    "change_recorded": "Change what is recorded with: onrecord edit {ref}",
    "change_statement": "Change it with: onrecord edit",
    "edit_decided": "Change that with: onrecord edit {ref}",
    "family_or_organisation": "Is it an organisation? Record it first: onrecord add speaker {name} --kind organisation",
    "judge_anew": "If they are one: onrecord speakers same {duplicate} {into} --merge",
    "merge": "Turn it round: onrecord merge {duplicate} {into}",
    "remove_cascade": "To remove what depends on it too: --cascade",
    "say_correction": ": give at least one option, such as --title or --date.",
    "say_speaker_edit": ": give at least one option, such as --name or --kind.",
    "say_claim_edit": ": give --text or --note.",
    "say_edit": ": give at least one option, such as --said or --locator.",
    "say_link_edit": ": give one option, such as --variant-of, or --supports between claims.",
    "say_office_edit": ": give at least one option, such as --since or --until.",
    "say_stance_edit": ": give --asserts, --denies, --questions or --note.",
    "say_tag_edit": ": give --name.",
    "say_verdict_edit": ": give at least one option, such as --verdict or --rating.",
    "take_back_stance": "Remove that first: onrecord rm {statement}/{claim}",
    "undo": "For other operations: onrecord undo",
    "undo_first": "Take that back first: onrecord undo {operation}",
    "undo_that": "To do it again: onrecord undo {operation}",
    # to cite it
    "cite_another_way": ": use --as {ways}, or for a {way} --format {formats}.",
    "cite_marked": "Correct it with onrecord edit, or cite it with a mark: --force",
    "cite_document": "Say --as document, or --style news.",
    "cite_partially": "(--partial leaves them out)",
    "filter_marked": "Correct it with onrecord edit, or put it in with a mark: onrecord-force: true",
    "sort_otherwise": ": use --sort given, date, speaker or source.",
    # to read and write files
    "allow_private": "; allow private addresses (--allow-private) if that is meant.",
    "fewer_jobs": "; use fewer --jobs.",
    "map_columns": "Say which column is which with: onrecord import FILE --map text=COLUMN,speaker=COLUMN,source=COLUMN",
    "name_output": ": name one with --output.",
    "newer_zotero": "Zotero 7 and newer have one; --zotero-port names another port.",
    "replace": "Replace it with --force.",
    "replace_output": "Replace it with --replace.",
    "replace_review": "Replace it with --force, or do what it says with --from.",
    "say_contents": ": --format {format}.",
    "say_format": "Say it with --format: {formats}.",
    "say_which_format": "Say which with --format: {formats}.",
    "start_zotero": "Start Zotero (7 or newer), or name its port with --zotero-port.",
    # to show it to others
    "choose_port": "Choose another with --port (0: any free one).",
    "correct_address": "Correct --base-url.",
    # to get the database right
    "index": "Run: onrecord index",
    "make_database": "Make one with: onrecord init",
    "make_database_anew": "Delete it, then: onrecord init",
    "mend": "Mend it with: onrecord migrate --repair",
    "mend_settings": "Mend it with: onrecord config edit",
    "migrate": "Run: onrecord migrate",
    "move_and_index": "Move it elsewhere, then: onrecord index",
    "see_recorded": "; what was recorded shows: onrecord history.",
    "name_database": "If you trust them, name it: --db {path}",
    "use_database": "Choose another place, or use it with: --db {path}",
}


def worded(hint: Hint | None) -> str | None:
    """The hint by itself, as a sentence would begin."""
    if hint is None:
        return None
    said = WORDINGS[hint.step].format(**hint.about).lstrip(",:; ")
    return said[:1].upper() + said[1:]


def told(message: str, hint: Hint | None) -> str:
    """A message as the terminal prints it, with its hint."""
    if hint is None:
        return message
    wording = WORDINGS[hint.step].format(**hint.about)
    return message.removesuffix(".") + wording if wording.startswith(_GOES_ON) else f"{message} {wording}"
