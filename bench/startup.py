"""How long commands take to start and answer on a small database, beside their peers: `python -m bench.startup`.

Each run is a process of its own on a fresh copy of the database of the demonstration, output to nowhere, in environments
that this makes: onrecord installed from its wheel and from the checkout, one for each peer. The commands take turns, so that whatever else
the machine does meets all of them alike. All is relative to `python -c "import sqlite3"` there: × of the median time and × of the
instructions (valgrind, Debian's package; child processes such as pandoc are in the time alone). Writes
bench/results/startup.md.
"""

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.keeping import RESULTS, keep
from onrecord.demo.steps import CLAIM, GANGWAY, HONEST, SOURCE

ROOT = Path(__file__).parents[1]
# Package, then what is asked of its program; each is installed in an environment of its own.
PEERS = {
    "papis": ("papis --version",),
    "jrnl": ("jrnl --version",),
    "sqlite-utils": ("sqlite-utils --version", "sqlite-utils tables onrecord.db"),
    "beets": ("beet version",),
    "datasette": ("datasette --version",),
    "llm": ("llm --version",),
}
SPEAKER, OTHER, NOTES = "the-harbours-log", "c-bxtoig", "notes.txt"
COMPLETION = "tab completion of a key (bash)"
# The most that a command may take, × of the base, and the commands.
GOALS: Mapping[float, tuple[str, ...]] = {
    1.3: ("--version", COMPLETION, f"show {HONEST}", f"show {SOURCE}", f"show {SPEAKER}", f"show {CLAIM}"),
    1.6: (
        "search delegation", "search nobodysaidthis", "search delegation --facet speaker", "search harbour --by NAP",
        "search Баранов", f"cite {HONEST} --format bibtex", f"cite {HONEST} --format ris --json",
        f"cite {HONEST} --format bibtex -o out.bib", "list sources", "list speakers", "list claims", "list tags", "where", "history",
        "styles", "styles nature", "--help", "search --help", "add quote --help", f"tag {HONEST} bench",
        f"stance {HONEST} {CLAIM} --questions", f"link {OTHER} {CLAIM} --supports", f"edit {GANGWAY} --note later",
        "undo",
    ),
    3: (f"cite {HONEST}",),
    4: (
        "add speaker Jo", f"add quote 'with a flag.' --by Lindqvist --in {SOURCE}",
        f"add quote 'about to leave' --by Jo --new-speaker --form direct --in {SOURCE} --unverified", f"add source {NOTES}",
    ),
    6: (f"verify {HONEST}", f"extract {NOTES} --engine rules", f"ingest {NOTES} --engine rules"),
    20: (
        "verify --all", "export --format bibtex", "add claim 'It sailed.'", "add alias nap 'The Agency'", f"text {SOURCE}",
        f"rm {HONEST}", f"correct {SOURCE} --title Notes", "init new.db", "import refs.ris", f"merge {SPEAKER} nap",
    ),
}  # fmt: skip
RUNS = 30
HEAD = """# Start-up

{doc}

| command | goal, × | median, ms | × | instructions, × | the same from the checkout |
|---|---|---|---|---|---|
"""


@dataclass
class Asked:
    """A command that is measured: its words, the folder of its programs, what was found."""

    name: str
    words: list[str]
    programs: Path
    goal: float | None = None
    environ: Mapping[str, str] = field(default_factory=dict)
    times: list[float] = field(default_factory=list)  # seconds


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.startup", description=__doc__)
    parser.add_argument("--without-peers", action="store_true", help="onrecord alone")
    parser.add_argument(
        "--programs", type=Path, help="an environment's bin to measure instead of new ones; nothing is kept"
    )
    parser.add_argument(
        "--only", default="", help="of onrecord's commands, those in which this regular expression is found"
    )
    parser.add_argument("--runs", type=int, default=RUNS, help="of each command; 0 counts instructions alone")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-startup-") as name:
        folder = Path(name)
        wheel = given.programs or _environment(folder / "wheel", str(ROOT))
        demonstrate(wheel, folder)
        asked = [base(wheel), *ours(wheel, given.only)]
        checkout = [] if given.programs else _from_checkout(folder, given.only)
        if not given.without_peers and not given.programs:
            for package, lines in PEERS.items():
                programs = _environment(folder / package, package)
                asked += [Asked(line, shlex.split(line), programs) for line in lines]
        _time(asked, folder, given.runs)
        counts = [counted(one, folder) if one.programs == wheel else None for one in asked]
        others = {one.name: counted(one, folder) for one in checkout}
    rows = list(_rows(asked, counts, others))
    if given.programs:
        print("\n".join(rows))
        return
    ms = {one.name: median(one.times) * 1000 for one in asked if one.times}
    instructions = {one.name: count for one, count in zip(asked, counts, strict=True) if count}
    kept = keep(
        "startup", 1, {"ms": ms, "instructions": instructions, "instructions from the checkout": others}
    )[1]
    doc = f"{(__doc__ or '').split(chr(10) * 2, 1)[1].strip()} Measured on {kept['day']}: {kept['machine']}, Python {kept['python']}."
    (RESULTS / "startup.md").write_text(HEAD.format(doc=doc) + "\n".join(rows) + "\n", encoding="utf-8")
    print(RESULTS / "startup.md")


def _environment(folder: Path, *packages: str) -> Path:
    """The programs of a new environment in which `packages` are installed and compiled."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    subprocess.run(
        [folder / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", *packages], check=True
    )
    return folder / "bin"


def _from_checkout(folder: Path, only: str) -> list[Asked]:
    """The commands in an environment as `make demo` makes it."""
    programs = _environment(
        folder / "checkout", "--config-settings", "editable_mode=compat", "--editable", str(ROOT)
    )
    return [base(programs), *ours(programs, only)]


def demonstrate(programs: Path, folder: Path) -> None:
    """What every run begins with: the database of the demonstration, a second claim (`OTHER`), and files to take in."""
    fresh, command = folder / "fresh", programs / "onrecord"
    subprocess.run([command, "demo", fresh], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    subprocess.run([command, "add", "claim", "It left."], cwd=fresh, check=True, stdout=subprocess.DEVNULL)
    (fresh / NOTES).write_text(
        "Notes on a quay\n\n“The ferry waits for nobody,” Ingrid Dahl said on Monday. The mayor denied that it was late.\n",
        encoding="utf-8",
    )
    (fresh / "refs.ris").write_text("TY  - BOOK\nAU  - Ek, Olof\nTI  - Memoirs\nER  - \n", encoding="utf-8")


def base(programs: Path) -> Asked:
    return Asked('python -c "import sqlite3"', ["python", "-c", "import sqlite3"], programs)


def ours(programs: Path, only: str, chosen: Collection[str] | None = None) -> Iterator[Asked]:
    """onrecord's commands, in the order of their goals; `chosen`: these alone."""
    for goal, lines in GOALS.items():
        for line in lines:
            if not re.search(only, line) or (chosen is not None and line not in chosen):
                continue
            if line == COMPLETION:
                environ = {
                    "COMP_WORDS": "onrecord show s", "COMP_CWORD": "2", "_ONRECORD_COMPLETE": "complete_bash",
                }  # fmt: skip
                yield Asked(line, ["onrecord"], programs, goal, environ)
            else:
                words = shlex.split(line)
                yield Asked(f"onrecord {line}", ["onrecord", *words], programs, goal)


def _run(one: Asked, folder: Path, *before: str) -> tuple[float, str]:
    """Runs it on a fresh copy, by the interpreter of its environment: seconds, and what it said on standard error."""
    work = folder / "work"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(folder / "fresh", work)
    program = [str(one.programs / one.words[0])]
    if before and one.words[0] == "onrecord":
        program.insert(
            0, str(one.programs / "python")
        )  # what counts instructions does not follow a script's first line
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environ |= {
        "ONRECORD_DB": str(work / "onrecord.db"), "HOME": str(folder), "TERM": "dumb", "PYTHONHASHSEED": "0", **one.environ,
    }  # fmt: skip
    began = perf_counter()
    done = subprocess.run(
        [*before, *program, *one.words[1:]], cwd=work, env=environ, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    took = perf_counter() - began
    if done.returncode:
        raise SystemExit(f"{one.name} ended with {done.returncode}:\n{done.stderr}")
    return took, done.stderr


def _time(asked: list[Asked], folder: Path, runs: int) -> None:
    """Adds the times; the first turn, which fills caches, is left out."""
    for turn in range(runs + 1 if runs else 0):
        for one in asked:
            took, _ = _run(one, folder)
            if turn:
                one.times.append(took)


def counted(one: Asked, folder: Path) -> int | None:
    """The instructions that it takes; None where there is nothing to count them with."""
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        return None
    _run(one, folder)  # whatever it keeps for the next time is there
    _, told = _run(
        one, folder, valgrind, "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"
    )
    count = int(re.findall(r"I\s+refs:\s+([\d,]+)", told)[0].replace(",", ""))
    print(f"{count / 1e6:9.1f} M  {one.name}", file=sys.stderr)
    return count


def _rows(asked: list[Asked], counts: list[int | None], others: Mapping[str, int | None]) -> Iterator[str]:
    """The table."""
    base, counted, other = asked[0], counts[0], others.get(asked[0].name)
    for one, count in zip(asked, counts, strict=True):
        cells = [one.name, f"{one.goal:g}" if one.goal else ""]
        cells += [f"{median(one.times) * 1000:.1f}" if one.times else ""]
        cells += [f"{median(one.times) / median(base.times):.2f}" if one.times else ""]
        cells += [f"{count / counted:.2f}" if count and counted else ""]
        elsewhere = others.get(one.name)
        cells += [f"{elsewhere / other:.2f}" if elsewhere and other else ""]
        yield f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
