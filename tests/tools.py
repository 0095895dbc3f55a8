"""What tests borrow from the machine: programs that may be absent, and a user whom permissions bind."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pypandoc
import pytest

from onrecord.model.records import Json


def program(name: str) -> str:
    """The path of a program. Where it is absent the test is skipped, or fails where every tool was promised."""
    return shutil.which(name) or _missing(name)


def html_checker() -> Path:
    """The Nu Html Checker, which `make test` puts beside the Python packages where there is npm."""
    jar = Path(sys.prefix) / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    return jar if jar.is_file() else Path(_missing("vnu.jar"))


def _missing(name: str) -> str:
    if os.environ.get("ONRECORD_TEST_TOOLS") == "required":
        pytest.fail(f"{name} is not installed, and ONRECORD_TEST_TOOLS says it must be")
    pytest.skip(f"{name} is not installed")


def as_nobody(action: Callable[[], str]) -> str:
    """Runs `action` in a child process whom permissions bind (they do not bind root), and gives what it returns."""
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            os.write(send, action().encode())
        except BaseException as error:  # noqa: BLE001  (the parent must hear of it, whatever it is)
            os.write(send, repr(error).encode())
        finally:
            os._exit(0)
    os.close(send)
    with os.fdopen(receive) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said


@contextmanager
def mounted(folder: Path, *words: str) -> Iterator[None]:
    """Something mounted on `folder` (the `words` of mount), which only root may do; the test is skipped elsewhere."""
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can mount a file system")
    done = subprocess.run(["mount", *words, str(folder)], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"nothing can be mounted here: {done.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def read_with_pandoc(written: str, format: str) -> list[Json]:
    """A bibliography in a format of pandoc's ("bibtex", "ris", "csljson") as CSL-JSON items."""
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", format, "-t", "csljson"],
        input=written.encode(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    items: list[Json] = json.loads(done.stdout)
    return items


def read_with_biber(written: str, folder: Path) -> dict[str, dict[str, str]]:
    """A BibTeX file as biber reads it: the fields of every entry by its key. `folder` takes its files."""
    (folder / "quotes.bib").write_text(written, "utf-8")
    done = subprocess.run(
        [program("biber"), "--tool", "--nolog", "quotes.bib"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "ERROR" not in done.stdout
    entries: dict[str, dict[str, str]] = {}
    for entry in (folder / "quotes_bibertool.bib").read_text("utf-8").split("\n\n"):
        head = re.match(r"@\w+\{([^,]+),", entry.strip())
        if head:
            fields = re.findall(r"^  (\w+) += \{(.*)\},$", entry, flags=re.MULTILINE)
            entries[head[1]] = {name.lower(): value for name, value in fields}
    return entries
