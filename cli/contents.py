"""The table of contents: every command, where it is, what it is for. A command's module is loaded when it is asked for."""

from __future__ import annotations

from onrecord.cli.spec import Command, flag, option
from onrecord.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import ModuleType

RECORD, FIND, WORK, KEEP = "Record", "Find and check", "Edit and organise", "The database"


@record()
class Entry:
    """One line of the table: the module below `onrecord.cli.commands`, the summary, the part of the table."""

    module: str
    summary: str
    panel: str = "Commands"


COMMANDS: Mapping[str, Entry] = {
    "ingest": Entry("ingest", "Store a source and propose the statements it attributes to somebody.", RECORD),
    "review": Entry("review", "Accept, correct or reject proposals.", RECORD),
    "add": Entry("add", "Add a source, speaker, quotation, claim, stance, verdict, link or tag.", RECORD),
    "clip": Entry("clip", "Record a passage marked in a browser, by its link.", RECORD),
    "extract": Entry("extract", "Propose who says what in a text, recording nothing.", FIND),
    "search": Entry("search", "Find quotations by wording, speaker, source and date.", FIND),
    "whosaid": Entry("whosaid", "Find a half-remembered quotation, and everybody it is attributed to.", FIND),
    "variants": Entry("variants", "Show statements with nearly the same wording, and how they differ.", FIND),
    "trace": Entry("trace", "Show where a statement comes from, and who took it from whom.", FIND),
    "stats": Entry("stats", "Show what is on record in numbers.", FIND),
    "timeline": Entry("timeline", "Show statements over time, by speaker, form, outcome or source.", FIND),
    "show": Entry("show", "Show everything about one statement, source, speaker, claim … or tag.", FIND),
    "list": Entry("list", "List quotations, attributions, sources, speakers, claims … or tags.", FIND),
    "conflicts": Entry("conflicts", "Show what sources disagree on, side by side.", FIND),
    "verify": Entry("verify", "Check recorded wordings against the stored text of their sources.", FIND),
    "check": Entry("check", "Check the quotations of a draft against the record and the stored texts.", FIND),
    "text": Entry("text", "Print the stored text of a source, with what is recorded from it marked.", FIND),
    "diff": Entry("diff", "Show what changed between two stored copies of a source.", FIND),
    "refresh": Entry("refresh", "Fetch sources again, and report what changed.", FIND),
    "cite": Entry("cite", "Cite quotations in a style or a bibliography format.", FIND),
    "styles": Entry("styles", "Find citation styles by name, title or field.", FIND),
    "browse": Entry("browse", "Browse the database in a web browser (Datasette, read only).", FIND),
    "mcp": Entry("mcp", "Let an assistant search, verify and cite (Model Context Protocol).", FIND),
    "publish": Entry("publish", "Write the reading room as files for any web server.", FIND),
    "edit": Entry("edit", "Change a statement, source, speaker, claim, stance … or tag.", WORK),
    "rm": Entry("rm", "Remove statements, sources, speakers, claims, stances … or tags.", WORK),
    "merge": Entry("merge", "Merge two speakers into one.", WORK),
    "stamp": Entry("stamp", "Get a time stamp for your record: proof of when it was there.", WORK),
    "prefer": Entry("prefer", "Prefer one attribution where sources disagree, and remember why.", WORK),
    "deprecate": Entry("deprecate", "Deprecate an attribution, with a reason that is printed.", WORK),
    "speakers": Entry(
        "speakers_dupes", "Find speakers that may be the same, and record your judgement.", WORK
    ),
    "redact": Entry("redact", "Remove a text for good, for legal reasons.", WORK),
    "history": Entry("history", "Show what was done, by whom and when, overall or to one thing.", WORK),
    "undo": Entry("undo", "Undo an operation: the latest, or the last on one thing.", WORK),
    "import": Entry("import_records", "Import records from other programs, or whole databases.", KEEP),
    "export": Entry("export", "Export records for other programs, or in full.", KEEP),
    "init": Entry("init", "Make a new database.", KEEP),
    "backup": Entry("backup", "Back up the database, or check a backup from end to end.", KEEP),
    "restore": Entry("restore", "Restore a backup; the present database is kept beside it.", KEEP),
    "doctor": Entry("doctor", "Examine the database, and repair what can be repaired.", KEEP),
    "migrate": Entry("migrate", "Bring an older database to the current schema, after a backup.", KEEP),
    "index": Entry("index", "Make or update an index beside a large database, for fast search.", KEEP),
    "config": Entry("config_list", "Set defaults for style, editor and more.", KEEP),
    "where": Entry("where", "Show which database is in use, how large it is and what is in it.", KEEP),
    "demo": Entry("demo", "Walk through the main job, on a bundled article and a new database.", KEEP),
}

ADD: Mapping[str, Entry] = {
    "source": Entry("add_source", "Add a source, with its text as a stored copy."),
    "snapshot": Entry("add_snapshot", "Store a later copy of a source."),
    "speaker": Entry("add_speaker", "Add a person, organisation, group or office."),
    "office": Entry("add_office", "Record that a speaker held an office, and when."),
    "alias": Entry("add_alias", "Give a speaker another name."),
    "quote": Entry("add_quote", "Record that a source attributes a wording to a speaker."),
    "claim": Entry("add_claim", "Add a proposition that can be true or false."),
    "stance": Entry("stance", "Record whether a statement asserts, denies or questions a claim."),
    "verdict": Entry("verdict", "Record what somebody who examined a claim concluded."),
    "link": Entry("link", "Link two statements or two claims."),
    "tag": Entry("tag", "Add tags to a statement, or remove them."),
}

LIST: Mapping[str, Entry] = {
    "quotes": Entry("list_quotes", "List quotations, with the filters of search."),
    "sources": Entry("list_sources", "List sources."),
    "speakers": Entry("list_speakers", "List speakers."),
    "offices": Entry("list_offices", "List offices that speakers held, and when."),
    "attributions": Entry("list_attributions", "List attributions: which source attributes what to whom."),
    "claims": Entry("list_claims", "List claims."),
    "stances": Entry("list_stances", "List stances: what statements say of claims."),
    "links": Entry("list_links", "List links between statements and between claims."),
    "verdicts": Entry("list_verdicts", "List verdicts on claims."),
    "tags": Entry("list_tags", "List tags."),
}

OF_SPEAKERS: Mapping[str, Entry] = {
    "dupes": Entry("speakers_dupes", "Find pairs of speakers that may be the same."),
    "same": Entry("speakers_same", "Record that two speakers are the same."),
    "different": Entry("speakers_different", "Record that two speakers are not the same."),
    "unsure": Entry("speakers_unsure", "Record that nobody can tell yet."),
    "forget": Entry("speakers_forget", "Forget the judgement on two speakers."),
}

CONFIG: Mapping[str, Entry] = {
    "list": Entry("config_list", "List the settings, and where each is set."),
    "get": Entry("config_get", "Print one setting."),
    "set": Entry("config_set", "Change a setting."),
    "unset": Entry("config_unset", "Remove a setting."),
    "edit": Entry("config_edit", "Open your settings file in your editor."),
    "path": Entry("config_path", "Print the path of your settings file."),
}

# What is understood and not listed: commands by their former names, and what opens a line without a command.
HIDDEN: Mapping[str, Entry] = {
    "status": Entry("status", "Show what is in the database, what awaits review, and what to do next."),
    "correct": Entry("correct", "Correct the details of a source, including its citekey."),
    **{name: ADD[name] for name in ("stance", "verdict", "link", "tag")},
}
# What a group says of itself beyond its summary.
NOTES: Mapping[str, str] = {
    "config": "An option overrides an environment variable (ONRECORD_STYLE, ONRECORD_DB …), which overrides onrecord.toml beside the "
    "database, which overrides your own file. Only style, locale and citekey-format are read from onrecord.toml: whoever sent you a "
    "database may have sent that file too."
}
# Other words for what a group holds.
_SYNONYMS: Mapping[str, Mapping[str, str]] = {
    "add": {
        "statement": "quote",
        "attribution": "quote",
        "quotation": "quote",
        "name": "alias",
        "copy": "snapshot",
    },
    "list": {"statements": "quotes", "quotations": "quotes"},
}

# What a group holds by its name; "" is onrecord itself.
GROUPS: Mapping[str, Mapping[str, Entry]] = {
    "": COMMANDS,
    "add": ADD,
    "list": LIST,
    "config": CONFIG,
    "speakers": OF_SPEAKERS,
}
ABOUT = (
    "Quotations and claims, each with its source: who said what, when, according to whom, and where.",
    "New here? Run: onrecord demo. Help on a command: onrecord help COMMAND",
)
DATABASE_HELP = "The database. Default: ONRECORD_DB, else the nearest onrecord.db, else the setting database, else your data folder."
HELP = flag("--help", "-h", help="Show this message and exit.")
ROOT = Command(
    option("--db", help=DATABASE_HELP, name="database", metavar="FILE", kind="file"),
    flag("--version", help="Show the version and exit."),
    flag("--install-completion", help="Install completion for the current shell."),
    flag("--show-completion", help="Show the completion script for the current shell, to copy or adapt it."),
    examples="",
    answers=False,
)


def find(words: Sequence[str]) -> tuple[str, Entry | None, int]:
    """What the words begin with: its full name, its entry (None for a group), and how many words that took."""
    if not words:
        return "", None, 0
    name = words[0]
    if name not in COMMANDS:
        return (name, HIDDEN[name], 1) if name in HIDDEN else ("", None, 0)
    inner = GROUPS.get(name)
    if inner is None:
        return name, COMMANDS[name], 1
    if len(words) > 1:
        noun = _SYNONYMS.get(name, {}).get(words[1], words[1])
        if noun in inner:
            return f"{name} {noun}", inner[noun], 2
    return name, None, 1


def loaded(entry: Entry) -> ModuleType:
    """The module of a command: its COMMAND, and `run`."""
    from onrecord.model.light import import_module

    return import_module(f"onrecord.cli.commands.{entry.module}")


def paragraphs(module: ModuleType) -> list[str]:
    """What a command says of itself, in paragraphs."""
    told = module.run.__doc__ or ""
    return [" ".join(one.split()) for one in told.split("\n\n") if one.strip()]
