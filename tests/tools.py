"""What tests borrow from the machine: programs that may be absent, and a user whom permissions bind."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest


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
