"""Other programs that check quotations, each in an environment of its own, asked the same questions.

`verdicts(folder, package, cases)` gives what a package answers; ConnectionError where it cannot be installed.
"""

import json
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

from bench.matching.cases import Case
from onrecord.text.marks import strip_outer_marks

# For each package the function that says "this stands in that", as its documentation uses it: `answer(source, wording)`.
PACKAGES = {
    "citations": """
from citations.verify import resolve_in
def answer(source, wording): return resolve_in(wording, source).state == "found"
""",
    "quotecheck": """
from quotecheck import check
def answer(source, wording): return check(wording, source).ok
""",
    "gtrex": """
from gtrex import Policy, Verifier
def answer(source, wording): return Verifier(source, Policy()).verify(wording).grounded
""",
    "xrad": """
from xrad import locate
def answer(source, wording): return locate(source, wording) is not None
""",
    # Its command reads PDFs; this is the comparison it makes of a quotation with a source's text.
    "citefact": """
from citefact.checks.quotes import normalize
def answer(source, wording): return normalize(wording) in normalize(source)
""",
}
_ASKED = """
import json, sys
answers = []
for source, wording in json.load(sys.stdin):
    try:
        answers.append(bool(answer(source, wording)))
    except Exception:
        answers.append(False)
print(json.dumps(answers))
"""


def version(folder: Path, package: str) -> str:
    """The version of a package, which is installed into a folder of its own inside `folder` where it is not there yet."""
    python = _python(folder, package)
    if not python.exists():
        venv.create(folder / package, with_pip=True)
    shown = [str(python), "-c", f"from importlib.metadata import version; print(version({package!r}))"]
    found = subprocess.run(shown, capture_output=True, text=True, check=False)
    if found.returncode:
        install = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", package]
        subprocess.run(install, capture_output=True, check=False)
        found = subprocess.run(shown, capture_output=True, text=True, check=False)
    if found.returncode:
        raise ConnectionError(f"{package} could not be installed")
    return found.stdout.strip()


def verdicts(folder: Path, package: str, cases: Sequence[Case]) -> list[bool]:
    """Whether a package takes each wording for one that stands in its source; an error counts as no."""
    # The marks around the whole of a wording are no part of it, and not every program takes them off.
    asked = [(case.source, strip_outer_marks(case.wording)) for case in cases]
    done = subprocess.run(
        [str(_python(folder, package)), "-c", PACKAGES[package] + _ASKED],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ConnectionError(f"{package} does not run: {done.stderr.strip().splitlines()[-1]}")
    answers: list[bool] = json.loads(done.stdout)
    return answers


def _python(folder: Path, package: str) -> Path:
    return folder / package / ("Scripts" if sys.platform == "win32" else "bin") / "python"
