"""onrecord index"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, asking, database_path
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import Command, flag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


EXAMPLES = """Examples:

onrecord index

onrecord index --rebuild --db archive.db"""


COMMAND = Command(
    flag("--rebuild", help="Rebuild it from scratch, even if it could be updated."),
    DATABASE,
    AS_JSON,
    acts=True,
    examples=EXAMPLES,
)


def run(*, rebuild: bool, database: str | None, as_json: bool) -> None:
    """Make an index beside the file, or bring it up to date: searches stay fast among millions of statements.

    Searches find the same with it and without it. It needs onrecord[scale], and about as much space as the wordings.
    """
    from onrecord.cli.interrupt import standing
    from onrecord.cli.progress import advancing
    from onrecord.search.index.build import Built, bring_up

    results: list[Built] = []
    with standing(lambda: _what_stands(database)), asking(database) as reader:

        def steps() -> Iterator[tuple[int, int]]:
            for step in bring_up(reader, rebuild=rebuild):
                if isinstance(step, Built):
                    results.append(step)
                else:
                    yield step

        for _ in advancing(steps(), lambda step: step[0], total=None, what="Indexing", quiet=True):
            pass
    [built] = results
    if as_json:
        print_json(
            {
                "done": built.done,
                "read": built.read,
                "statements": built.state.statements,
                "change": built.state.change,
            }
        )
    else:
        read = f" {built.read} read;" if built.read else ""
        say(f"The index is {built.done}:{read} {built.state.statements} statements in it.")


def _what_stands(database: str | None) -> str:
    from onrecord.search.index import state

    if state.read(state.folder_of(database_path(database))) is None:
        return "there is no index that can be used. Make it with: onrecord index"
    return "the index is as it was."
