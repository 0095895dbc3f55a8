"""onrecord with everything imported, forking a process for every command line that `starting` asks for.

Such a process is one of its own, with its own streams, folder, variables, signals and exit status, and ends as any
other does; it has only not had to import anything. It must be the only thread of this program, and nothing of onrecord
but the loading of the parser is called before the fork, so that a process finds what a fresh one does. The order of sets
is that of this program: what is about it being any order needs fresh ones.
"""

import atexit
import gc
import importlib
import io
import json
import os
import socket
import struct
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import onrecord
from onrecord.errors import InputError
from onrecord.extract.nlp import trees

# What onrecord loads when it is needed, and takes longest.
_LATE = (
    "anyascii", "lxml.html", "pypdf", "rapidfuzz", "Stemmer", "trafilatura", "typer.rich_utils",
)  # fmt: skip
# Not to be imported: the command line itself, what Alembic runs, and Datasette, which processes of their own serve.
_NOT = ("onrecord.__main__", "onrecord.migrations", "onrecord.browse")


def _import() -> None:
    for folder in onrecord.__path__:
        for path in sorted(Path(folder).rglob("*.py")):
            parts = path.relative_to(folder).with_suffix("").parts
            name = ".".join(["onrecord", *(part for part in parts if part != "__init__")])
            if not name.startswith(_NOT):
                _load(name)
    for name in _LATE:
        _load(name)
    # The parser's model: a second and a half of whatever reads a text.
    with suppress(InputError):
        trees.pipeline()


def _load(name: str) -> None:
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        # An extra that is not installed is for the tests that need it to miss.
        if (error.name or "").startswith("onrecord"):
            raise


def _serve(link: socket.socket) -> str:
    """Answers with the number of the process and then its status; returns in each of the processes, with its code."""
    while True:
        message, descriptors, _, _ = socket.recv_fds(link, 1, 4)
        if not message:
            sys.exit()
        process = os.fork()
        if not process:
            link.close()
            return _become(*descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        link.sendall(struct.pack("i", process))
        _, status = os.waitpid(process, 0)
        link.sendall(struct.pack("i", os.waitstatus_to_exitcode(status)))


def _become(asked: int, *streams: int) -> str:
    with open(asked, "rb") as file:
        code, words, folder, environment = json.loads(file.read())
    for number, given in enumerate(streams):
        os.dup2(given, number)
        os.close(given)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    sys.argv[1:] = words
    # As the interpreter opens them.
    for name, mode in (("stdin", "rb"), ("stdout", "wb"), ("stderr", "wb")):
        known = getattr(sys, name)
        number = known.fileno()
        stream = io.TextIOWrapper(
            os.fdopen(number, mode, closefd=False),
            encoding=known.encoding,
            errors=known.errors,
            line_buffering=name == "stderr" or os.isatty(number),
        )
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    gc.enable()
    return str(code)


def _run(code: str) -> None:
    status: object = 0
    try:
        exec(code, {"__name__": "__main__"})
    except SystemExit as end:
        status = end.code or 0
    # What an interpreter does at its end but for taking apart what is in memory, which is most of a short command.
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    assert isinstance(status, int)
    os._exit(status)


if __name__ == "__main__":
    _import()
    # What is there stays: no process looks through it for garbage, or copies it for that.
    gc.collect()
    gc.disable()
    gc.freeze()
    _run(_serve(socket.socket(fileno=int(sys.argv[1]))))
