"""What pages of the manual show: their commands are run as they stand, and what they print is compared.

A block that begins with ```console has command lines ("$ onrecord list sources") and below each what a terminal then shows. A line
"…" of its own stands for lines that are left out. What is answered to a question ("> a") is typed there.

python tests/shown.py PAGE… runs the pages and puts what they print now in the place of what they show.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import starting

DOCS = Path(__file__).parents[1] / "docs"
# Where a reader of the manual sits.
HOME = "/home/you"
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What a shell has to do: pipes, files, several commands.
_SHELL = re.compile(r"[|<>;&$`*]")
_QUOTED = re.compile(r"'[^']*'|\"[^\"$`]*\"")
_ANSWER = re.compile(r"^(.* > )(\S.*)$", re.MULTILINE)
_VERSION = re.compile(r"(trafilatura|Python) \d[\d.]*\d")
_CLOCK = re.compile(r"T\d\d:\d\d:\d\dZ")

# The command with both streams on a terminal, and answers through a pipe where there are any.
_ON_TERMINAL = """
import os, pty, sys
answers = os.dup(0)
number, terminal = pty.fork()
if not number:
    if "ANSWERS" in os.environ:
        os.dup2(answers, 0)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(line_buffering=True)
    from onrecord.cli.main import main
    main()
while True:
    try:
        part = os.read(terminal, 65536)
    except OSError:
        break
    os.write(1, part)
os.waitpid(number, 0)
"""


@dataclass(frozen=True)
class Step:
    """A command of a page, what the page shows below it, and what it prints."""

    command: str
    shown: str
    printed: str

    @property
    def is_so(self) -> bool:
        """Whether what is shown is what is printed."""
        parts = [re.escape(part) for part in re.split(r"^…\n", settled(self.shown), flags=re.MULTILINE)]
        return re.fullmatch("(?:.*\n)*".join(parts), settled(self.printed)) is not None


def settled(text: str) -> str:
    """A text without what is another one on every day and every machine."""
    now = datetime.now(UTC)
    for day in (now, now - timedelta(days=1)):
        text = text.replace(f"{day:%Y-%m-%d}", "2026-11-02").replace(f"{day:%Y%m%d}", "20261102")
        text = text.replace(f"{day.day} {day:%B %Y}", "2 November 2026").replace(f"{day:%B} {day.day}, {day.year}", "November 2, 2026")  # fmt: skip
    text = _VERSION.sub(r"\1 …", _CLOCK.sub("T09:30:00Z", text))
    return re.sub(r" +$", "", text, flags=re.MULTILINE)


def played(page: Path, warm: starting.Warm) -> Iterator[Step]:
    """Runs every command of a page, one after the other, in a folder with the files of the page and nothing else."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "desk"
        files = page.parent / "files" / page.stem
        if files.is_dir():
            shutil.copytree(files, folder)
        else:
            folder.mkdir()
        for block in _BLOCK.findall(page.read_text("utf-8")):
            for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, shown = _parted(piece)
                answers = _ANSWER.findall(shown) if "review" in command else []
                printed = _printed(command, answers, folder, warm)
                yield Step(command, shown, printed.replace(home, HOME))


def _parted(piece: str) -> tuple[str, str]:
    """A command, which goes on in the next line after a backslash, and what stands below it."""
    lines = piece.splitlines(keepends=True)
    number = next(at for at, line in enumerate(lines) if not line.endswith("\\\n"))
    return "".join(lines[: number + 1]).rstrip("\n"), "".join(lines[number + 1 :])


def variables(home: Path) -> Mapping[str, str]:
    """The variables of a terminal of somebody whose home that is."""
    here = Path(sys.executable).absolute().parent
    kept = {name: os.environ[name] for name in os.environ if name.startswith(("COVERAGE", "XDG_CACHE_HOME"))}
    return {
        "HOME": str(home),
        "PATH": f"{here}{os.pathsep}{os.environ['PATH']}",
        "LANG": "C.UTF-8",
        "USER": "you",
        "LOGNAME": "you",
        "COLUMNS": "80",
        "PAGER": "cat",
        "NO_COLOR": "1",
        "TERM": "dumb",
        "TZ": "UTC",
        **kept,
    }


def _printed(command: str, answers: list[tuple[str, str]], folder: Path, warm: starting.Warm) -> str:
    environment = dict(variables(folder.parent))
    if _SHELL.search(_QUOTED.sub("", command)) or not command.startswith("onrecord "):
        done = subprocess.run(
            ["bash", "-c", command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=folder,
            env=environment,
            check=False,
        )
        return done.stdout
    given = "".join(f"{answer}\n" for _, answer in answers)
    words = shlex.split(command.replace("\\\n", ""))[1:]
    if words[0] in ("ingest", "review"):
        # On a terminal a screen of its own would open.
        environment["ANSWERS"] = "yes"
    done = warm.start(words, folder, environment, given, _ON_TERMINAL)
    return _typed(done.stdout, answers)


def _typed(printed: str, answers: list[tuple[str, str]]) -> str:
    """The same with the answers behind the questions, as a terminal shows what is typed."""
    whole = ""
    for question, answer in answers:
        before, found, printed = printed.partition(question)
        assert found, f"nothing asked {question!r} when {answer!r} was to be answered:\n{before}"
        whole += f"{before}{question}{answer}\n"
    return whole + printed


def rewritten(page: Path, warm: starting.Warm) -> str:
    """The page as it would have to be."""
    text = page.read_text("utf-8")
    at = 0
    for step in played(page, warm):
        head = f"$ {step.command}\n"
        at = text.index(head + step.shown, at) + len(head)
        if not step.is_so:
            text = text[:at] + settled(step.printed) + text[at + len(step.shown) :]
    return text


def main() -> None:
    """Rewrites the pages that the command line names."""
    with tempfile.TemporaryDirectory() as home, starting.Warm(variables(Path(home))) as warm:
        for page in map(Path, sys.argv[1:]):
            page.write_text(rewritten(page, warm), "utf-8")


if __name__ == "__main__":
    main()
