"""What a reader sees in each format: the real readers, and the words they give back."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pypandoc
import pytest

Words = Callable[[bytes, str], str]

# What pandoc calls the formats; typographic quotation marks stand as they are.
PANDOC = {
    "html": "html", "markdown": "markdown-smart-auto_identifiers", "latex": "latex-smart", "rtf": "rtf", "docx": "docx",
    "odt": "odt",
}  # fmt: skip


@pytest.fixture(scope="session")
def words(tmp_path_factory: pytest.TempPathFactory) -> Words:
    """The words of a citation as a reader of its format sees them, white space folded."""

    def read(made: bytes, format: str) -> str:
        if format in PANDOC:
            # In a markdown note nothing is shown that no text refers to.
            shown = made
            if format == "markdown":
                labels = re.findall(rb"^\[\^[^]\s]+\](?=:)", made, flags=re.MULTILINE)
                shown = b"x" + b" x".join(labels) + b"\n\n" + made
            file: Path = tmp_path_factory.mktemp("read") / "made"
            file.write_bytes(shown)
            done = subprocess.run(
                [pypandoc.get_pandoc_path(), "-f", PANDOC[format], "-t", "json", str(file)],
                capture_output=True,
                timeout=60,
                check=True,
            )
            text = _inside(json.loads(done.stdout)["blocks"])
        elif format == "tei":
            text = "".join(ElementTree.fromstring(made).itertext())
        elif format in ("csljson", "jsonld"):
            text = json.dumps(json.loads(made), ensure_ascii=False)
        else:
            text = made.decode()
        return re.sub(r"\s+", " ", text)

    return read


def _inside(node: object) -> str:
    if isinstance(node, list):
        return "".join(map(_inside, node))
    if not isinstance(node, dict):
        return ""
    match node.get("t"), node.get("c"):
        case "Str", str() as word:
            return word
        case "Space" | "SoftBreak" | "LineBreak", _:
            return " "
        case "Code" | "Math" | "RawInline" | "RawBlock", _:
            raise AssertionError(f"markup that nobody wrote: {node}")
        case "Para" | "Plain", inner:
            return f" {_inside(inner)} "
        case _, inner:
            return _inside(inner)
