"""Looks into a built wheel: everything onrecord needs is in it, and nothing that would collide. Exit 1 otherwise.

python tests/wheel_contents.py dist/onrecord-*.whl
"""

import sys
import zipfile
from pathlib import Path

NEEDED = (
    "onrecord/py.typed",
    "onrecord/cli/main.py",
    "onrecord/cli/commands/add_quote.py",
    "onrecord/db/store.py",
    "onrecord/db/models/statement.py",
    "onrecord/migrations/env.py",
    "onrecord/migrations/script.py.mako",
    "onrecord/migrations/versions/0001_make_the_first_tables.py",
    "onrecord/demo/visit.html",
    "onrecord/browse/plugin.py",
    "onrecord/pages/render.py",
    "onrecord/publish/write.py",
)
CHECKOUT = Path(__file__).parents[1]
# What pages are made of is no module: each file has to be asked for.
PAGES = [
    path.relative_to(CHECKOUT).as_posix()
    for folder in ("browse/static", "pages/static", "pages/templates")
    for path in (CHECKOUT / "onrecord" / folder).rglob("*.*")
    if path.is_file()
]
# Made when the wheel is built, from the tables of the commands.
MANUAL = ("onrecord", "onrecord-search", "onrecord-add-quote", "onrecord-pandoc")


def problems(names: list[str]) -> list[str]:
    """What is missing from, or should not be in, a wheel with these files."""
    missing = [f"{name} is missing" for name in (*NEEDED, *PAGES) if name not in names]
    missing += [f"the manual page {name} is missing" for name in MANUAL if not _has_page(names, name)]
    tops = {name.partition("/")[0] for name in names}
    strangers = [
        f"{top} stands at the top"
        for top in tops
        if top != "onrecord" and not top.endswith((".dist-info", ".data"))
    ]
    strangers += [
        f"{name} is no manual page"
        for name in names
        if ".data/" in name and ".data/data/share/man/man1/onrecord" not in name
    ]
    tests = [f"{name} is a test" for name in names if "/tests/" in name or name.endswith("conftest.py")]
    return missing + strangers + tests


def _has_page(names: list[str], page: str) -> bool:
    return any(name.endswith(f".data/data/share/man/man1/{page}.1") for name in names)


def main() -> int:
    with zipfile.ZipFile(sys.argv[1]) as wheel:
        names = wheel.namelist()
    found = problems(names)
    for problem in found:
        print(problem, file=sys.stderr)
    print(f"{len(names)} files in the wheel, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
