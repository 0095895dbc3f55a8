"""One case gone through: its commands run by a shell, what they printed, and the database that they left."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.cases.expected import Case

SECONDS = 120


@dataclass(frozen=True)
class Trial:
    """What a case led to. `outputs` holds what each command printed, its errors too; `database` may be asked further."""

    case: Case
    outputs: tuple[str, ...]
    database: Path
    environment: dict[str, str]

    @property
    def printed(self) -> str:
        return "\n".join(self.outputs)

    def run(self, command: str) -> str:
        """What a further command prints."""
        return _run(command, self.environment)

    def json(self, command: str) -> Any:
        """What a further command of onrecord prints as JSON."""
        return json.loads(self.run(f"onrecord {command} --json 2>/dev/null") or "null")

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Rows of the database, read only."""
        with closing(sqlite3.connect(f"{self.database.as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute(query).fetchall()

    def column(self, query: str) -> list[Any]:
        return [row[0] for row in self.rows(query)]

    def text(self, citekey: str = "s") -> str:
        """The newest stored text of a source; "" where there is none."""
        query = (
            "SELECT text FROM snapshots JOIN sources ON sources.id = source_id "
            f"WHERE citekey = '{citekey}' ORDER BY snapshots.id DESC LIMIT 1"
        )
        return next(iter(self.column(query)), "")

    def proposed(self, file: str) -> list[dict[str, Any]]:
        """What extraction proposes in a file of the case."""
        return list(self.json(f'extract "$C/{file}"') or [])


@contextmanager
def trial(case: Case) -> Iterator[Trial]:
    """Runs the commands of a case in a folder of their own, with a new database."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        database = folder / "t.db"
        environment = _environment(folder) | {
            "C": str(case.folder),
            "W": str(folder),
            "ONRECORD_DB": str(database),
        }
        _run("onrecord init", environment)
        outputs = tuple(_run(command, environment) for command in case.commands)
        yield Trial(case, outputs, database, environment)


def _environment(folder: Path) -> dict[str, str]:
    """The machine's, with the programs of this interpreter first, and without the user's own settings."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ONRECORD_", "XDG_"))}
    return kept | {"PATH": programs, "HOME": str(folder), "NO_COLOR": "1", "COLUMNS": "200"}


def _run(command: str, environment: dict[str, str]) -> str:
    done = subprocess.run(
        ["bash", "-c", command],
        check=False,
        env=environment,
        cwd=environment["W"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=SECONDS,
    )
    return done.stdout.decode("utf-8", "replace")
