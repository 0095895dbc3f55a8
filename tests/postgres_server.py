"""A PostgreSQL server of the tests' own: a socket in an empty folder, no network, gone afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools import program


@contextmanager
def served() -> Iterator[str]:
    """The address of an empty database. Skipped where there is no PostgreSQL."""
    binaries = _binaries()
    folder = Path(tempfile.mkdtemp(prefix="onrecord-pg-"))
    as_whom = _user()
    if as_whom is not None:
        os.chown(folder, as_whom.pw_uid, as_whom.pw_gid)
    user = None if as_whom is None else as_whom.pw_uid

    def call(*words: str) -> None:
        subprocess.run(words, check=True, cwd=folder, user=user, stdout=subprocess.DEVNULL, env=_ENVIRONMENT)

    try:
        data = folder / "data"
        # Letters sort by their numbers nowhere else by default: what the tables ask for must be what counts.
        call(
            str(binaries / "initdb"),
            "-D",
            str(data),
            "-U",
            "owner",
            "-A",
            "trust",
            "--locale=C.UTF-8",
            "--no-sync",
        )
        settings = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        call(
            str(binaries / "pg_ctl"),
            "-D",
            str(data),
            "-l",
            str(folder / "log"),
            "-w",
            "-o",
            settings,
            "start",
        )
        try:
            yield f"postgresql://owner@/postgres?host={folder}"
        finally:
            call(str(binaries / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


_ENVIRONMENT = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}


def _binaries() -> Path:
    # Debian keeps them off the PATH, by version.
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return (found[-1] if found else Path(program("initdb"))).parent


def _user() -> pwd.struct_passwd | None:
    """Whom the server runs as: it refuses root."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")
