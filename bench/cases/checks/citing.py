"""The file in other hands: what is printed of it must be true."""

from collections.abc import Iterator

from bench.cases.checks.telling import holds, lacks, same
from bench.cases.trial import Trial


def text_changed(trial: Trial) -> Iterator[str]:
    results = trial.column("SELECT check_result FROM attributions")
    yield from same("outcomes that hold", [one for one in results if one in ("exact", "typographic")], [])
    yield from lacks("the list", trial.outputs[3], "\texact\t")
    yield from lacks("the card", trial.outputs[4], "letter by letter")
    changed = trial.rows(
        "SELECT kind, \"before\" FROM changes WHERE table_name = 'statements' AND kind = 'update'"
    )
    if not changed:
        yield "no history of the change"
    yield from holds("history", trial.outputs[5] + trial.run("onrecord history --json"), "onrecord add quote")
    if len(trial.outputs[5].splitlines()) < 3:
        yield "history does not list the change"


def transformed(trial: Trial) -> Iterator[str]:
    said = "\n".join(trial.outputs[3:5])
    # As many as the schema has on that table: it has grown since the case was written.
    trial.run('onrecord --db "$W/fresh.db" init')
    every = trial.run('sqlite-utils triggers "$W/fresh.db" sources --csv --no-headers').splitlines()
    every = [line for line in every if ",sources," in line]
    yield from holds("the next command", said, f"{len(every)} triggers of sources are gone")
    yield from holds("the next command", said, "migrate")
    yield from holds("search fells", trial.outputs[5] + trial.run("onrecord search --in s"), "We will open")
    titles = trial.column("SELECT title FROM sources")
    # The undo takes back the correction, and nothing else.
    yield from same("title after undo", titles, ["Quay"])
    yield from same("quotations after undo", trial.column("SELECT count(*) FROM attributions"), [1])


CHECKS = {"sqlite-utils-text-changed": text_changed, "sqlite-utils-transform": transformed}
