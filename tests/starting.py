"""`onrecord …` as a process: a fresh interpreter, or forked from one in which all is imported already."""

import json
import os
import selectors
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

_SECONDS = 120
# Read while an interpreter starts, or a module is imported.
_EARLY = ("PYTHON", "LANG", "LC_", "TERM", "NO_COLOR", "FORCE_COLOR", "CLICOLOR")

# Memory in large pages: a fork copies tables of pages, and a third of a short command was that.
_LARGE_PAGES = {"PYTHONMALLOC": "malloc", "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1"}

# What the command `onrecord` does.
COMMAND = "from onrecord.cli.main import main; main()"

Done = subprocess.CompletedProcess[str]


def fresh(
    words: Sequence[str | Path],
    folder: Path,
    environment: Mapping[str, str],
    input: str | None = None,
    code: str = COMMAND,
) -> Done:
    """Runs `onrecord`, or other `code`, in an interpreter of its own."""
    return subprocess.run(
        [sys.executable, *(["-m", "onrecord"] if code == COMMAND else ["-c", code]), *map(str, words)],
        input=input,
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment,
        timeout=_SECONDS,
        check=False,
    )


class Warm:
    """A process that has imported all of onrecord, and forks another for every call (see `warmed`)."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._early = _early(environment)
        # Coverage counts from the start of an interpreter on; and an installed wheel is tried as users start it.
        self._never = os.environ.get("ONRECORD_TEST_START") == "fresh" or any(
            name.startswith("COVERAGE") for name in environment
        )
        if self._never:
            return
        self._link, other = socket.socketpair()
        with other:
            self._process = subprocess.Popen(
                [sys.executable, str(Path(__file__).with_name("warmed.py")), str(other.fileno())],
                stdin=subprocess.DEVNULL,
                env={**environment, **_LARGE_PAGES},
                pass_fds=[other.fileno()],
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._never:
            return
        self._link.close()
        self._process.wait(_SECONDS)

    def start(
        self,
        words: Sequence[str | Path],
        folder: Path,
        environment: Mapping[str, str],
        input: str | None = None,
        code: str = COMMAND,
    ) -> Done:
        """Does what `fresh` does; and leaves it to that where a variable changes how an interpreter starts."""
        if self._never or _early(environment) != self._early:
            return fresh(words, folder, environment, input, code)
        line = [os.fsdecode(os.fsencode(word)) for word in words]
        with os.fdopen(os.memfd_create("asked"), "w+b") as asked:
            asked.write(json.dumps([code, line, str(folder), dict(environment)]).encode())
            asked.seek(0)
            out, out_end = os.pipe()
            err, err_end = os.pipe()
            into_end, into = os.pipe() if input is not None else (os.open(os.devnull, os.O_RDONLY), None)
            ends = (into_end, out_end, err_end)
            socket.send_fds(self._link, [b"!"], [asked.fileno(), *ends])
        for end in ends:
            os.close(end)
        number = self._number()
        late = threading.Timer(_SECONDS, os.kill, (number, 9))
        late.start()
        try:
            if into is not None:
                writer = threading.Thread(target=_write, args=(into, (input or "").encode()))
                writer.start()
            output, errors = _read(out, err)
            if into is not None:
                writer.join()
            status = self._number()
        finally:
            late.cancel()
        return subprocess.CompletedProcess(["onrecord", *line], status, output, errors)

    def _number(self) -> int:
        told = self._link.recv(4, socket.MSG_WAITALL)
        assert told, f"the process that forks ended with {self._process.wait(_SECONDS)}"
        (number,) = struct.unpack("i", told)
        return int(number)


def _early(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith(_EARLY)}


def _write(pipe: int, input: bytes) -> None:
    # Not everything that is given is read.
    with suppress(BrokenPipeError), open(pipe, "wb", buffering=0) as file:
        rest = memoryview(input)
        while rest:
            rest = rest[file.write(rest) :]


def _read(*pipes: int) -> list[str]:
    """What comes through pipes until they are closed, as text with the ends of lines of text files."""
    parts: dict[int, list[bytes]] = {pipe: [] for pipe in pipes}
    with selectors.DefaultSelector() as waiting:
        for pipe in pipes:
            waiting.register(pipe, selectors.EVENT_READ)
        while waiting.get_map():
            for ready, _ in waiting.select():
                part = os.read(ready.fd, 1 << 16)
                parts[ready.fd].append(part)
                if not part:
                    waiting.unregister(ready.fd)
                    os.close(ready.fd)
    texts = (b"".join(parts[pipe]).decode() for pipe in pipes)
    return [text.replace("\r\n", "\n").replace("\r", "\n") for text in texts]
