"""What mkdocs does not do itself: the commands as pages, and links to files beside docs/."""

import re
from pathlib import Path
from posixpath import normpath, relpath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from onrecord.cli.manual import markdown

CHECKOUT = Path(__file__).parents[2]
# Files of the checkout that are pages of the site too.
BESIDE = {
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    **{f"bench/results/{path.name}": f"measured/{path.name}" for path in (CHECKOUT / "bench/results").glob("*.md")},
}  # fmt: skip
_LINK = re.compile(r"(\]\()([^)#\s:]+)")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Puts the pages of the commands where mkdocs.yml has an empty list for them."""
    for entry in config.nav or []:
        if isinstance(entry, dict) and entry.get("Commands") == []:
            entry["Commands"] = [f"commands/{name}" for name in markdown.files()]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the pages of the commands, and those of the checkout."""
    for name, text in markdown.files().items():
        files.append(File.generated(config, f"commands/{name}", content=text))
    for path, name in BESIDE.items():
        text = (CHECKOUT / path).read_text("utf-8")
        if path.startswith("bench/"):
            # Measurements are linked, not listed.
            text = f"---\nsearch:\n  exclude: true\n---\n{text}"
        files.append(File.generated(config, name, content=text))
    for name in ("iframe-worker.js", "manual.css"):
        source = Path(__file__).with_name(name)
        files.append(File.generated(config, f"assets/{name}", abs_src_path=str(source)))
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Leads links to files beside docs/ to their pages; what is no page here stays text."""
    here = page.file.src_uri
    origin = next((path for path, name in BESIDE.items() if name == here), f"docs/{here}")
    folder = origin.rpartition("/")[0] or "."

    def led(match: re.Match[str]) -> str:
        target = normpath(f"{folder}/{match[2]}")
        meant = BESIDE.get(target) or (target[5:] if target.startswith("docs/") else None)
        return match[1] + (relpath(meant, here.rpartition("/")[0] or ".") if meant else match[2])

    return _LINK.sub(led, markdown)
