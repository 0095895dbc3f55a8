"""onrecord index"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, asking, database_file, database_path
from onrecord.cli.output import print_json, remark, say
from onrecord.cli.spec import Command, flag
from onrecord.errors import UsageError
from onrecord.model.light import contextmanager, suppress
from onrecord.text.amounts import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


EXAMPLES = """Examples:

onrecord index

onrecord index --state

onrecord index --rebuild --db archive.db"""


COMMAND = Command(
    flag("--rebuild", help="Rebuild it from scratch, even if it could be updated."),
    flag("--state", help="Say whether there is one and whether it is up to date, and change nothing."),
    DATABASE,
    AS_JSON,
    acts=True,
    examples=EXAMPLES,
)


def run(*, rebuild: bool, state: bool, database: str | None, as_json: bool) -> None:
    """Make an index beside the file, or bring it up to date: searches stay fast among millions of statements.

    Searches find the same with it and without it. It takes about as much space as the wordings. Beside a file of 100,000 statements or
    more it is made and updated in the background after each command that records something, unless the setting auto-index is false.
    """
    if state:
        if rebuild:
            raise UsageError("--state changes nothing, and goes with no --rebuild.")
        _tell_status(database, as_json=as_json)
        return
    from onrecord.cli.interrupt import standing
    from onrecord.cli.progress import advancing
    from onrecord.search.index.build import Built, bring_up

    results: list[Built] = []
    with standing(lambda: _what_stands(database)), _alone(database), asking(database) as reader:

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
        read = f" {built.read:,} read;" if built.read else ""
        say(f"The index is {built.done}:{read} {many(built.state.statements, 'statement')} in it.")


@contextmanager
def _alone(database: str | None) -> Iterator[None]:
    """Waits until nobody else makes the index, and keeps others from it."""
    from onrecord.db import index_lock

    path, lock = database_file(database), None
    # Where no lock can be had, nothing can be written either, which is said where it is tried.
    with suppress(OSError, ValueError):
        lock = index_lock.take(path)
        if lock is None:
            remark("Waiting for the process that is making it …")
            lock = index_lock.take(path, wait=True)
    try:
        yield
    finally:
        if lock is not None:
            index_lock.give_back(path, lock)


def _tell_status(database: str | None, *, as_json: bool) -> None:
    from onrecord.db import index_lock
    from onrecord.search.index import state as states

    path = database_path(database)
    with asking(database) as reader:
        folder = states.folder_of(states.database_of(reader))
        state = states.read(folder) if folder.is_dir() else None
        problem = states.problem(reader, state) if folder.is_dir() else "missing"
    is_being_made = index_lock.is_taken(path)
    statements = state.statements if state is not None else 0
    if as_json:
        print_json({"status": problem or "in step", "being_made": is_being_made, "statements": statements})
        return
    told = {
        None: f"The index is in step: {many(statements, 'statement')} in it.",
        "missing": "There is no index beside the file.",
    }
    say(told.get(problem, f"The index is {problem}.") + (" It is being made now." if is_being_made else ""))


def _what_stands(database: str | None) -> str:
    from onrecord.search.index import state

    if state.read(state.folder_of(database_path(database))) is None:
        return "there is no index that can be used. Make it with: onrecord index"
    return "the index is as it was."
