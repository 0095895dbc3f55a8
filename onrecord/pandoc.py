"""Pandoc as a process of its own: which program that is, and how it is run."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from types import MappingProxyType

from onrecord.errors import InputError, OnrecordError
from onrecord.model.light import lru_cache, suppress
from onrecord.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

# The most memory that it may take, in MB.
MEMORY = 1500
NOTHING: Mapping[str, str] = MappingProxyType({})


@record()
class Program:
    """A pandoc by its absolute path, and where it is from: "bundled" (pypandoc-binary), "PYPANDOC_PANDOC" or "PATH"."""

    path: str
    origin: str


def programs() -> Iterator[Program]:
    """Every pandoc there is, in the order in which they are tried; one that was found twice comes once.

    The bundled one comes first: citations then do not depend on what else is installed.
    """
    candidates = [Program(path, "bundled") for path in _bundled()]
    if asked := os.environ.get("PYPANDOC_PANDOC"):
        candidates.append(Program(os.path.abspath(os.path.expanduser(asked)), "PYPANDOC_PANDOC"))
    for folders in (None, os.path.join(sys.prefix, "bin")):
        if path := shutil.which("pandoc", path=folders):
            # A relative folder on the path means nothing where pandoc is to run.
            candidates.append(Program(os.path.abspath(path), "PATH"))
    seen: set[str] = set()
    for program in candidates:
        real = os.path.realpath(program.path)
        if real not in seen:
            seen.add(real)
            yield program


def run(
    arguments: Sequence[str],
    data: bytes,
    *,
    seconds: float,
    files: Mapping[str, str] = NOTHING,
    in_place: bool = False,
    memory: int = MEMORY,
    processor: int = 0,
) -> subprocess.CompletedProcess[bytes]:
    """Runs the first pandoc that can be started on `data`: without network, with bounded memory, in a folder of its own.

    `files` are put there, by their names. `in_place`: memory is compacted, not copied: a quarter less for a quarter more time.
    `memory`: MB; beyond it pandoc ends with "Heap exhausted". `processor`: seconds of processor time, where the system can limit
    them and it is not 0.
    OnrecordError: none can be started. subprocess.TimeoutExpired: it took longer than `seconds`, or `processor`.
    """
    with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
        for name, text in files.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        limits = ("+RTS", f"-M{memory}M", *(("-c",) if in_place else ()), "-RTS")
        tried = []
        for program in programs():
            try:
                with subprocess.Popen(
                    [program.path, *limits, "--sandbox", f"--data-dir={folder}", *arguments],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    cwd=folder,
                    env={"LANG": "C.UTF-8", "HOME": folder, "PATH": os.defpath},
                ) as process:
                    return _ended(process, data, seconds, processor)
            except OSError as error:
                tried.append(f"{program.path}: {error.strerror}")
    what = f"cannot be started ({'; '.join(tried)})" if tried else "is missing"
    raise OnrecordError(f"pandoc {what}: install onrecord again, with pypandoc-binary.")


def _ended(
    process: subprocess.Popen[bytes], data: bytes, seconds: float, processor: int
) -> subprocess.CompletedProcess[bytes]:
    if processor and sys.platform == "linux":
        import resource

        with suppress(ProcessLookupError, PermissionError):
            resource.prlimit(process.pid, resource.RLIMIT_CPU, (processor, processor + 1))
    try:
        out, said = process.communicate(data, seconds)
    except BaseException:
        process.kill()
        raise
    if sys.platform != "win32" and process.returncode in (-signal.SIGXCPU, -signal.SIGKILL) and processor:
        raise subprocess.TimeoutExpired(process.args, processor)
    return subprocess.CompletedProcess(process.args, process.returncode, out, said)


@lru_cache(maxsize=8)
def tree(done: subprocess.CompletedProcess[bytes]) -> Any:
    """The document that pandoc has written as JSON. InputError: it broke off, as where the disk is full."""
    try:
        return json.loads(done.stdout)
    except ValueError:
        raise InputError("Pandoc broke off before it had written everything; try again.") from None


def version(path: str) -> str | None:
    """The version that a pandoc says it has; None: it cannot be run."""
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    words = done.stdout.decode("utf-8", "replace").split()
    return words[1] if done.returncode == 0 and len(words) > 1 else None


def _bundled() -> Iterator[str]:
    spec = find_spec("pypandoc")  # which is not loaded: that takes as long as a citation
    if spec is not None and spec.origin is not None:
        path = os.path.join(os.path.dirname(spec.origin), "files", "pandoc")
        if os.path.isfile(path):
            yield path
