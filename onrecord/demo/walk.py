"""Runs the steps of the demonstration, each as a user would type it."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path

from onrecord.demo.steps import ARTICLE, STEPS
from onrecord.errors import ConflictError, OnrecordError
from onrecord.model.record import record


@record()
class Step:
    """One command that was run: what it was for, the command line, its exit status and output."""

    purpose: str
    command: str
    status: int
    output: str


def new_folder() -> Path:
    """A folder that is not there yet: onrecord-demo, onrecord-demo-2 …"""
    number, folder = 1, Path("onrecord-demo")
    while folder.exists():
        number += 1
        folder = Path(f"onrecord-demo-{number}")
    return folder


def walk(folder: Path, announce: Callable[[str, str], None], *, capture: bool) -> Iterator[Step]:
    """Makes `folder` with the article in it and runs every step there.

    `announce` is given the purpose and the command line before a step runs. With `capture` the output is in the
    step, else it goes where this process's output goes. Raises ConflictError where the folder holds something,
    OnrecordError where a step ends otherwise than it should.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ConflictError(f"{folder} is not empty. Name another folder, or remove it first.")
    folder.mkdir(parents=True, exist_ok=True)
    with resources.as_file(resources.files("onrecord.demo") / ARTICLE) as article:
        shutil.copyfile(article, folder / ARTICLE)
    environment = {
        **os.environ,
        "ONRECORD_DB": "onrecord.db",
        "ONRECORD_RECENT": "false",
        "ONRECORD_AUTO_BACKUP": "false",
    }
    for purpose, words, expected in STEPS:
        command = f"onrecord {shlex.join(words)}"
        announce(purpose, command)
        sys.stdout.flush()
        done = subprocess.run(
            [sys.executable, "-m", "onrecord", *words],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE if capture else None,
            stderr=subprocess.STDOUT if capture else None,
            text=True,
            check=False,
        )
        if done.returncode != expected:
            raise OnrecordError(
                f"The demonstration stopped: {command} ended with {done.returncode}, not {expected}."
            )
        yield Step(purpose, command, done.returncode, done.stdout or "")
