"""Two hundred texts that hope to run, in every field of a record, given to the programs that open what onrecord writes.

The texts and the fields are those of `tests/cite/formats/test_payloads.py`, which reads every format again with a parser; here
LibreOffice opens the table, TeX and BibTeX (and biber, where it is there) the bibliography, TeX the citations, Chromium the pages.
Active is what calculates, reads a file, writes one, asks for a dialog, or stops the program.
"""

import importlib.util
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.reliability import injections_opened

if TYPE_CHECKING:
    from playwright.sync_api import Dialog

_CANARY = "CANARY-THAT-NOBODY-PRINTS"
_SECONDS = 900


def measure(texts: int, only: str = "") -> None:
    """At most `texts` of them (0: all); prints a row for each program whose name has `only` in it."""
    tests = Path(__file__).parents[2] / "tests"
    sys.path.insert(0, str(tests))
    spec = importlib.util.spec_from_file_location(
        "payloads_in_fields", tests / "cite/formats/test_payloads.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    chosen = module.TEXTS[: texts or None]
    held = list(_held(module, chosen))
    print(f"{len(chosen)} texts in {len(module.FIELDS)} fields: {len(held)} records")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "passwd").write_text(_CANARY)
        for name, tool, run in (
            ("CSV in LibreOffice", "soffice", _spreadsheet),
            ("BibTeX in TeX", "pdflatex", _bibtex),
            ("BibLaTeX in biber", "biber", _biber),
            ("LaTeX in TeX", "pdflatex", _latex),
            ("HTML in Chromium", "chromium", _browser),
            ("a site in Chromium", "chromium", injections_opened.site),
            (
                "documents in LibreOffice",
                "soffice",
                lambda place, held: injections_opened.documents(place, held, _run),
            ),
            ("Markdown in pandoc", sys.executable, injections_opened.markdown),
            ("text in a terminal", sys.executable, injections_opened.terminal),
        ):
            if only not in name:
                continue
            if shutil.which(tool) is None:
                print(f"{name:20} left out: there is no {tool}", flush=True)
                continue
            try:
                done, active = run(place, held)
            except FileNotFoundError as error:  # a LibreOffice without Calc writes no table
                print(f"{name:24} left out: {tool} wrote no {Path(error.filename).name}", flush=True)
                continue
            print(f"{name:24} {done} records, {len(active)} active {active[:5]}", flush=True)


def _held(module: Any, texts: list[str]) -> Iterator[Any]:
    from onrecord.model.record import replace

    number = 0
    for field in module.FIELDS:
        for text in texts:
            number += 1
            quote = module.holding(text, field)
            # Where a work has the text as its key, it keeps that.
            if field != "citekey":
                work = replace(quote.source, citekey=f"k{number}")
                quote = replace(quote, source=work, key=f"q{number}", ref=f"q{number}@k{number}")
            yield quote


def _cited(held: list[Any], format: str) -> list[str]:
    """What is written of each; those that no command would have stored are refused in a sentence and left out."""
    from onrecord.cite import cited
    from onrecord.errors import InputError

    made = []
    for quote in held:
        try:
            made.append(cited.cite([quote], format=format, force=True))
        except InputError:
            continue
    return made


def _run(place: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        words, cwd=place, capture_output=True, text=True, errors="replace", timeout=_SECONDS, check=False,
        env={"HOME": str(place), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TEXMFVAR": str(place / "texmf")},
    )  # fmt: skip


def _spreadsheet(place: Path, held: list[Any]) -> tuple[int, list[str]]:
    import csv

    from onrecord.errors import InputError
    from onrecord.exchange.table import COLUMNS, _cells
    from onrecord.text.clean import csv_safe

    with (place / "a.csv").open("w", newline="", encoding="utf-8", errors="replace") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for quote in held:
            try:
                cells = _cells(quote)
            except InputError:
                continue
            writer.writerow([csv_safe(str(cell)) if cell is not None else "" for cell in cells])
    _run(
        place,
        "soffice",
        "--headless",
        "--infilter=CSV:44,34,76,1,,0,false,true",
        "--convert-to",
        "fods",
        "a.csv",
    )
    sheet = (place / "a.fods").read_text("utf-8")
    return sheet.count("<table:table-row"), re.findall(r'table:formula="([^"]*)"', sheet)


def _documents(place: Path) -> set[str]:
    return {one.name for one in place.iterdir()}


def _tex(place: Path, body: str, after: str | None = None) -> list[str]:
    """What was active in a document: files that appeared, the secret in what was set, a stop."""
    head = (
        "\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage[utf8]{inputenc}\\usepackage{csquotes}"
    )
    if not (Path("/usr/share/texlive/texmf-dist/tex/latex/csquotes").exists()):
        head = head.replace("\\usepackage{csquotes}", "")
    before = _documents(place)
    (place / "a.tex").write_text(f"{head}\\begin{{document}}\n{body}\n\\end{{document}}\n", "utf-8")
    _run(place, "pdflatex", "-no-shell-escape", "-interaction=nonstopmode", "a.tex")
    if after is not None:
        _run(place, after, "a")
        _run(place, "pdflatex", "-no-shell-escape", "-interaction=nonstopmode", "a.tex")
    log = (place / "a.log").read_text("utf-8", "replace")
    new = {one for one in _documents(place) - before if not re.fullmatch(r"a\.\w+|texmf|missfont\.log", one)}
    found = sorted(new)
    if _CANARY in log or ((place / "a.pdf").exists() and _CANARY.encode() in (place / "a.pdf").read_bytes()):
        found.append("read a file")
    opened = re.findall(r"\((?:\./)?(?:/etc/)?passwd", log)
    return found + opened + re.findall(r"runsystem\([^)]*\)\.\.\.executed", log)


def _bibtex(place: Path, held: list[Any]) -> tuple[int, list[str]]:
    made = _cited(held, "bibtex")
    (place / "w.bib").write_text("\n\n".join(made), "utf-8")
    return len(made), _tex(place, "\\nocite{*}\\bibliographystyle{plain}\\bibliography{w}", "bibtex")


def _biber(place: Path, held: list[Any]) -> tuple[int, list[str]]:
    made = _cited(held, "biblatex")
    (place / "l.bib").write_text("\n\n".join(made), "utf-8")
    before = _documents(place)
    done = _run(place, "biber", "--tool", "--validate-datamodel", "--output-file", "l.out.bib", "l.bib")
    entries = (
        (place / "l.out.bib").read_text("utf-8", "replace").count("\n@")
        if (place / "l.out.bib").exists()
        else 0
    )
    new = {one for one in _documents(place) - before if not one.startswith(("l.", ".cache"))}
    active = sorted(new) + (
        [f"biber ended with {done.returncode}: {done.stdout[-200:]}"] if done.returncode else []
    )
    return entries, active


def _latex(place: Path, held: list[Any]) -> tuple[int, list[str]]:
    made = _cited(held[:: max(1, len(held) // 400)], "latex")
    return len(made), _tex(place, "\n\n".join(made))


def _browser(place: Path, held: list[Any]) -> tuple[int, list[str]]:
    from playwright.sync_api import sync_playwright

    made = _cited(held[:: max(1, len(held) // 400)], "html")
    ran: list[str] = []

    def dialog(shown: "Dialog") -> None:
        ran.append(shown.message)
        shown.dismiss()

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab = browser.new_page()
        tab.on("dialog", dialog)
        tab.on(
            "request",
            lambda asked: None if asked.url.startswith("file:") else ran.append(f"asks {asked.url}"),
        )
        for number, page in enumerate(made):
            (place / "a.html").write_text(page, "utf-8", "replace")
            tab.goto((place / "a.html").as_uri(), wait_until="load")
            ran += [f"record {number}"] * len(tab.query_selector_all("script, iframe, object, embed"))
        browser.close()
    return len(made), ran
