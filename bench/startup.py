"""How long commands take to start and answer on a small database, beside their peers: `python -m bench.startup`.

hyperfine (Debian's package) runs each as a process of its own, output to nowhere, in environments that this makes: one
with onrecord as users install it, one for each peer. All is relative to `python -c "import sqlite3"` there. Writes
bench/results/startup.md.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bench.keeping import RESULTS, keep

ROOT = Path(__file__).parents[1]
# Package, then what is asked of its program; each is installed in an environment of its own.
PEERS = {
    "papis": ("papis --version",),
    "jrnl": ("jrnl --version",),
    "sqlite-utils": ("sqlite-utils --version", "sqlite-utils tables demo/onrecord.db"),
    "beets": ("beet version",),
    "datasette": ("datasette --version",),
    "llm": ("llm --version",),
}
BASE = 'python -c "import sqlite3"'
RUNS = 30
HEAD = """# Start-up

{doc}

| command | median, ms | ÷ base |
|---|---|---|
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.startup", description=__doc__)
    parser.add_argument("--without-peers", action="store_true", help="onrecord alone")
    given = parser.parse_args()
    if shutil.which("hyperfine") is None:
        raise SystemExit("hyperfine is missing. On Debian: apt install hyperfine")
    with tempfile.TemporaryDirectory(prefix="bench-startup-") as name:
        folder = Path(name)
        ours = _environment(folder / "onrecord", str(ROOT))
        commands = {BASE: f"{ours / 'python'} -c 'import sqlite3'", **_ours(ours, folder)}
        if not given.without_peers:
            for package, asked in PEERS.items():
                programs = _environment(folder / package, package)
                commands |= {one: f"{programs}/{one}" for one in asked}
        figures = _measured(commands, folder)
    kept = keep("startup", 1, {"ms": figures})[1]
    base = figures[BASE]
    rows = [f"| {name} | {one:.1f} | {one / base:.2f} |" for name, one in figures.items()]
    doc = f"{(__doc__ or '').split(chr(10) * 2, 1)[1].strip()} Measured on {kept['day']}: {kept['machine']}, Python {kept['python']}."
    (RESULTS / "startup.md").write_text(HEAD.format(doc=doc) + "\n".join(rows) + "\n", encoding="utf-8")
    print(RESULTS / "startup.md")


def _environment(folder: Path, *packages: str) -> Path:
    """The programs of a new environment in which `packages` are installed and compiled."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    subprocess.run(
        [folder / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", *packages], check=True
    )
    return folder / "bin"


def _ours(programs: Path, folder: Path) -> Mapping[str, str]:
    """The commands, on the database that the demo leaves."""
    command = str(programs / "onrecord")
    subprocess.run([command, "demo", "demo"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    found = subprocess.run(
        [command, "search", "delegation", "--db", "demo/onrecord.db", "--json"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    quote = json.loads(found.stdout)[0]
    key, source, speaker = quote["key"], quote["source"], quote["speaker_slug"]
    words = (
        "--version", "search delegation", "search nobodysaidthis", "search delegation --facet speaker", f"show {key}",
        f"show {source}", f"show {speaker}", f"cite {key}", f"cite {key} --format bibtex", "list sources", "list claims",
        "where", "history", "verify --all", "styles apa", "export --format bibtex", "--help", "search --help",
        "add quote --help", f"tag {key} bench",
    )  # fmt: skip
    completing = f"env COMP_WORDS='onrecord show s' COMP_CWORD=2 _ONRECORD_COMPLETE=complete_bash {command}"
    return {
        **{f"onrecord {one}": f"{command} {one}" for one in words},
        "tab completion of a key (bash)": completing,
    }


def _measured(commands: Mapping[str, str], folder: Path) -> dict[str, float]:
    """Median milliseconds of each."""
    told = folder / "hyperfine.json"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    subprocess.run(
        [
            "hyperfine", "--shell=none", "--warmup", "3", "--runs", str(RUNS), "--style", "basic", "--export-json", told,
            *commands.values(),
        ],
        cwd=folder,
        env={**environment, "ONRECORD_DB": str(folder / "demo" / "onrecord.db"), "HOME": str(folder), "TERM": "dumb"},
        check=True,
    )  # fmt: skip
    results = json.loads(told.read_text(encoding="utf-8"))["results"]
    return {name: one["median"] * 1000 for name, one in zip(commands, results, strict=True)}


if __name__ == "__main__":
    main()
