"""The table of contents: every command, where it is, what it is for. A command's module is loaded when it is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup

from onrecord import __version__
from onrecord.errors import UsageError

RECORD, FIND, WORK, KEEP = "Record", "Find and check", "Put in order", "The database"


@dataclass(frozen=True)
class Entry:
    """One line of the table: the module below `onrecord.cli.commands`, the summary, the part of the table."""

    module: str
    summary: str
    panel: str | None = None


COMMANDS: Mapping[str, Entry] = {
    "ingest": Entry("ingest", "Store a source and propose the statements it attributes to somebody.", RECORD),
    "review": Entry("review", "Accept, correct or reject what was proposed.", RECORD),
    "add": Entry("add", "Add a source, a speaker, a quotation or a claim.", RECORD),
    "stance": Entry("stance", "Say what a statement says of a claim.", RECORD),
    "verdict": Entry("verdict", "Say what somebody who examined a claim found.", RECORD),
    "link": Entry("link", "Say that two claims contradict or support each other.", RECORD),
    "tag": Entry("tag", "Put tags on a statement, or take them off.", RECORD),
    "extract": Entry("extract", "Propose who says what in a text; nothing is recorded.", FIND),
    "search": Entry("search", "Find quotations by wording, speaker, source and date.", FIND),
    "show": Entry("show", "Show one statement, claim, source or speaker whole.", FIND),
    "list": Entry("list", "List sources, speakers, claims or tags.", FIND),
    "verify": Entry("verify", "Check recorded wordings against the stored text of their sources.", FIND),
    "text": Entry("text", "Print the stored text of a source, with what is recorded from it marked.", FIND),
    "diff": Entry("diff", "Show what changed between two stored copies of a source.", FIND),
    "refresh": Entry("refresh", "Fetch sources again, and tell what changed.", FIND),
    "cite": Entry("cite", "Cite quotations in a style or a bibliography format.", FIND),
    "styles": Entry("styles", "Find citation styles by name, title or field.", FIND),
    "browse": Entry("browse", "Look around in a web browser (Datasette, read only).", FIND),
    "publish": Entry("publish", "Write the reading room as files for any web server.", FIND),
    "edit": Entry("edit", "Change what is recorded of a statement or an attribution.", WORK),
    "correct": Entry("correct", "Correct what is recorded of a source, its citekey too.", WORK),
    "rm": Entry("rm", "Remove a statement, attribution, claim, source or speaker.", WORK),
    "merge": Entry("merge", "Say that two speakers are one.", WORK),
    "history": Entry("history", "Show what was done, by whom and when.", WORK),
    "undo": Entry("undo", "Take an operation back.", WORK),
    "import": Entry("import_records", "Take records in from other programs, or whole.", KEEP),
    "export": Entry("export", "Write records for other programs, or whole.", KEEP),
    "init": Entry("init", "Make a new database.", KEEP),
    "migrate": Entry("migrate", "Bring an older database to the current schema, after a backup.", KEEP),
    "index": Entry("index", "Make or catch up an index beside a large database, for fast search.", KEEP),
    "where": Entry("where", "Show which database is used, how large it is and what is in it.", KEEP),
    "demo": Entry("demo", "See the whole way once, on a bundled article and a new database.", KEEP),
}

ADD: Mapping[str, Entry] = {
    "source": Entry("add_source", "Add a source, with its text as a stored copy."),
    "snapshot": Entry("add_snapshot", "Store a later copy of a source."),
    "speaker": Entry("add_speaker", "Add a person, organisation, group or office."),
    "alias": Entry("add_alias", "Give a speaker another name."),
    "quote": Entry("add_quote", "Record that a source gives a wording to a speaker."),
    "claim": Entry("add_claim", "Add a proposition that can be true or false."),
}

LIST: Mapping[str, Entry] = {
    "sources": Entry("list_sources", "List the sources."),
    "speakers": Entry("list_speakers", "List the speakers."),
    "claims": Entry("list_claims", "List the claims."),
    "tags": Entry("list_tags", "List the tags."),
}


class LazyGroup(TyperGroup):
    """A group that knows its commands' names and summaries, and loads a command only to run it."""

    entries: ClassVar[Mapping[str, Entry]] = {}
    listing = False

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        # What is listed in help and suggested for a typing error; never run.
        self.commands = {
            name: TyperCommand(name, help=entry.summary, rich_help_panel=entry.panel)
            for name, entry in self.entries.items()
        }

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.entries)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        if self.listing:
            return self.commands[cmd_name]
        module = import_module(f"onrecord.cli.commands.{entry.module}")
        command = typer.main.get_command(module.app)
        command.name = cmd_name
        return command

    def format_help(self, ctx: Any, formatter: Any) -> None:
        self.listing = True
        try:
            super().format_help(ctx, formatter)
        finally:
            self.listing = False


class Commands(LazyGroup):
    entries = COMMANDS


class AddCommands(LazyGroup):
    entries = ADD


class ListCommands(LazyGroup):
    entries = LIST


def group(cls: type[LazyGroup]) -> typer.Typer:
    """A Typer application over a lazy group."""
    return typer.Typer(
        cls=cls,
        no_args_is_help=True,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
        add_completion=cls is Commands,
    )


def single() -> typer.Typer:
    """A Typer application for the one command of a file."""
    return typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode="rich")


app = group(Commands)


def database_file(given: str) -> Path:
    """A path that was typed. UsageError for an empty one, which as a path would mean the folder one is in."""
    if not given:
        raise UsageError("The name of the database is empty. Is the variable set that it comes from?")
    return Path(given)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def onrecord(
    ctx: typer.Context,
    database: Annotated[
        Path | None,
        typer.Option(
            "--db",
            parser=database_file,
            metavar="FILE",
            help="The database. Default: ONRECORD_DB, else the nearest onrecord.db, else your data folder.",
            show_default=False,
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    """Quotations and claims, each with its source: who said what, when, according to whom, and where it stands.

    A first walk: onrecord demo. Every command explains itself: onrecord COMMAND --help
    """
    ctx.obj = database
