"""Readers under a fuzzer that is led by coverage: `python -m bench.fuzz --seconds 120 [READER …]`.

Needs atheris (`pip install atheris`), which no test does. The samples are those of `bench.mutations`, and so is what is right: a file
is read, or refused with one sentence. Each reader runs in a process of its own, which ends at the first traceback, at a file that
takes more than five seconds, or beyond a gigabyte; the file is kept in `--keep` by the fuzzer (`crash-…`, `timeout-…`, `oom-…`), and
`python -m bench.fuzz --again FILE READER` reads it once more.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

_SECONDS_OF_A_FILE, _MEGABYTES = 5, 1024


def _one(reader: str, folder: Path, seconds: int, keep: Path) -> None:
    """One reader in this process, until its time is over or something breaks."""
    import atheris

    with atheris.instrument_imports(include=["onrecord"]):
        from bench import mutations

        kind, files = mutations.samples()[reader]
        read = mutations._read if kind == mutations.INGEST else mutations._take
        for name, data in files.items():
            read(data, name)
    from onrecord.errors import OnrecordError

    names = sorted(files)
    endings = {Path(name).suffix for name in names}

    def take(data: bytes) -> None:
        # The name is part of what a reader is told; where the samples have several, the first byte chooses.
        name = names[data[0] % len(names)] if len(endings) > 1 and data else names[0]
        try:
            read(data[1:] if len(endings) > 1 else data, name)
        except OnrecordError as error:
            if any(ord(one) < 32 or 127 <= ord(one) < 160 for one in error.message):
                raise RuntimeError(f"a sentence with control characters: {error.message!r}") from None

    for number, name in enumerate(names):
        first = bytes([number]) if len(endings) > 1 else b""
        (folder / f"{number}").write_bytes(first + files[name])
    atheris.Setup(
        [
            "fuzz", str(folder), f"-max_total_time={seconds}", f"-timeout={_SECONDS_OF_A_FILE}", f"-rss_limit_mb={_MEGABYTES}",
            "-max_len=60000", "-print_final_stats=1", f"-artifact_prefix={keep}/{reader.replace(' ', '-')}-",
        ],
        take,
    )  # fmt: skip
    atheris.Fuzz()


def _again(file: Path, reader: str) -> None:
    from bench import mutations

    kind, files = mutations.samples()[reader]
    names, data = sorted(files), file.read_bytes()
    several = len({Path(name).suffix for name in names}) > 1
    name = names[data[0] % len(names)] if several else names[0]
    (mutations._read if kind == mutations.INGEST else mutations._take)(data[1:] if several else data, name)


def main() -> None:
    """Each reader in a process of its own; prints a row for each."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("readers", nargs="*")
    asked.add_argument("--seconds", type=int, default=120, help="of each reader")
    asked.add_argument("--keep", type=Path, default=Path(), help="the folder for what breaks")
    asked.add_argument("--again", type=Path)
    asked.add_argument("--one", help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.again:
        _again(given.again, given.readers[0])
        return
    if given.one:
        with tempfile.TemporaryDirectory() as folder:
            _one(given.one, Path(folder), given.seconds, given.keep)
        return
    from bench.mutations import samples

    print("| reader | files | wrong | memory |\n|---|---|---|---|", flush=True)
    for reader in samples():
        if given.readers and not any(one in reader for one in given.readers):
            continue
        words = ["--one", reader, "--seconds", str(given.seconds), "--keep", str(given.keep.resolve())]
        done = subprocess.run(
            [sys.executable, "-m", "bench.fuzz", *words], capture_output=True, text=True, errors="replace", check=False
        )  # fmt: skip
        stats = dict(
            line.removeprefix("stat::").split(":", 1)
            for line in done.stderr.splitlines()
            if line.startswith("stat::")
        )
        wrong = "" if done.returncode == 0 else _said(done.stdout + done.stderr)
        files, memory = (
            stats.get(f"{name:30}".rstrip(), "?").strip()
            for name in ("number_of_executed_units", "peak_rss_mb")
        )
        print(f"| {reader} | {files} | {wrong} | {memory} MB |", flush=True)


def _said(output: str) -> str:
    told = [
        line.strip() for line in output.splitlines() if "Error" in line or "ALARM" in line or "File " in line
    ]
    return " ".join(told[-3:])[:300] or f"it ended: {output[-200:]}"


if __name__ == "__main__":
    main()
