"""What every test may use: a fresh database file, and the command line as users start it."""

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import starting
from factories import new_database
from hypothesis import HealthCheck, settings

# How long one example takes says something of what else the machine does; tests of speed count steps.
settings.register_profile(
    "explore", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=200
)
# The same examples every time: whether a change passes must not depend on luck. `--long` looks for new ones.
settings.register_profile("repeat", settings.get_profile("explore"), derandomize=True, max_examples=100)

Run = Callable[..., starting.Done]
Prepared = Callable[[Callable[[Run, Path], object]], Any]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also run the exhaustive tests")


def pytest_configure(config: pytest.Config) -> None:
    # What whoever runs the tests has settled is no matter of theirs.
    os.environ["ONRECORD_CONFIG"] = os.devnull
    # What commands keep for the next one is kept for all tests, away from the folders that tests watch over.
    if "PYTEST_XDIST_WORKER" not in os.environ:
        os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="onrecord-tests-")
    settings.load_profile("explore" if config.getoption("--long") else "repeat")
    # What is collected stays: a quarter of collecting was looking through it for garbage.
    gc.disable()


def pytest_unconfigure(config: pytest.Config) -> None:
    if "PYTEST_XDIST_WORKER" not in os.environ:
        shutil.rmtree(os.environ["XDG_CACHE_HOME"], ignore_errors=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.skip(reason="exhaustive: make test-long"))


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def exhaustive(request: pytest.FixtureRequest) -> bool:
    """Whether a test shall take all that it can take, and not a share (make test-long)."""
    return bool(request.config.getoption("--long"))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A new, empty database."""
    path = tmp_path / "onrecord.db"
    new_database(path)
    return path


def environment(home: Path) -> dict[str, str]:
    """The variables of a command."""
    return {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "COLUMNS": "110",
        # Tests that watch over all files of a folder have their HOME in it.
        "ONRECORD_RECENT": "false",
        # Subprocesses are measured too, where coverage asks for it, and are of the checkout that is tested.
        **{
            name: value
            for name, value in os.environ.items()
            if name.startswith("COVERAGE") or name in ("PYTHONPATH", "XDG_CACHE_HOME")
        },
    }


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[starting.Warm]:
    with starting.Warm(environment(tmp_path_factory.mktemp("warm"))) as ready:
        yield ready


def runner(warm: starting.Warm, folder: Path) -> Run:
    """Runs `onrecord …` in a process of its own, in a folder and with an empty HOME in it."""
    home = folder / "home"
    home.mkdir()
    variables = environment(home)

    def start(*words: str | Path, input: str | None = None, code: int = 0, **extra: str) -> starting.Done:
        done = warm.start(words, folder, {**variables, **extra}, input)
        assert done.returncode == code, f"exit {done.returncode}, not {code}\n{done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr
        return done

    return start


@pytest.fixture
def run(tmp_path: Path, warm: starting.Warm) -> Run:
    """Runs `onrecord …` in a process of its own, in an empty folder and with an empty HOME."""
    return runner(warm, tmp_path)


_filled: dict[object, tuple[Path, object]] = {}


@pytest.fixture
def prepared(
    run: Run, tmp_path: Path, warm: starting.Warm, tmp_path_factory: pytest.TempPathFactory
) -> Prepared:
    """Fills the folder of the test as a function fills an empty one, which it does once; gives what that gave.

    The function is given what runs commands in that folder, and the folder: nothing of what it makes may hold its path.
    """

    def copy(fill: Callable[[Run, Path], object]) -> object:
        if fill not in _filled:
            folder = tmp_path_factory.mktemp("filled")
            _filled[fill] = folder, fill(runner(warm, folder), folder)
        folder, gave = _filled[fill]
        shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
        return gave

    return copy
