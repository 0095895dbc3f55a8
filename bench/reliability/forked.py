"""Commands as processes forked from one that has everything imported, shared out among the processors."""

import gc
import importlib.util
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parents[2] / "tests"


def of_the_tests(file: str) -> Any:
    """A file of the tests as a module; the folder `db` there is not the one here."""
    if str(TESTS) not in sys.path:
        sys.path.insert(0, str(TESTS))
    spec = importlib.util.spec_from_file_location(Path(file).stem, TESTS / file)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def warm() -> None:
    """Imports all of onrecord, so that processes forked from this one do nothing but their command."""
    of_the_tests("warmed.py")._import()
    gc.collect()
    gc.freeze()


def command(words: Sequence[str], folder: Path, variables: Mapping[str, str], said: Path) -> int:
    """Starts `onrecord WORDS` in a process of its own; what it says goes to the file `said`, line by line. Its number."""
    child = os.fork()
    if child:
        return child
    code = 99
    try:
        null = os.open(os.devnull, os.O_RDWR)
        out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        for number, descriptor in enumerate((null, out, null)):
            os.dup2(descriptor, number)
        sys.stdin = open(0, closefd=False)  # noqa: SIM115
        sys.stdout = open(1, "w", buffering=1, closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", closefd=False)  # noqa: SIM115
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(variables)
        sys.argv = ["onrecord", *words]
        from onrecord.cli.main import main

        main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    finally:
        sys.stdout.flush()
        os._exit(code)


def ended(process: int) -> int:
    """Waits for a process, and says how it ended: its exit status, or minus the signal."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def shared(work: Callable[[int, int], Counter[str]], shares: int) -> Counter[str]:
    """What happened in all of `shares` processes, of which each does its share: `work(which, of_how_many)`."""
    running = []
    for which in range(shares):
        reading, writing = os.pipe()
        process = os.fork()
        if not process:
            code = 1
            try:
                os.close(reading)
                told = work(which, shares)
                with os.fdopen(writing, "w") as stream:
                    json.dump(told, stream)
                code = 0
            except BaseException:  # noqa: BLE001  (said here, as nobody else hears of it)
                sys.excepthook(*sys.exc_info())
            finally:
                sys.stdout.flush()
                os._exit(code)
        os.close(writing)
        running.append((process, reading))
    total: Counter[str] = Counter()
    for process, reading in running:
        with os.fdopen(reading) as stream:
            answer = stream.read()
        if ended(process):
            raise SystemExit("One of the processes failed.")
        total.update(json.loads(answer))
    return total


def processor_seconds() -> float:
    """What this process and those that it has waited for took of a processor."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
