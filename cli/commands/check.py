"""onrecord check"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, asking, database_file, refuse_database
from onrecord.cli.plain import for_stream, is_terminal, print_json, remark
from onrecord.cli.spec import Command, argument, flag, option
from onrecord.errors import Hint, UsageError
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.check.draft import Draft
    from onrecord.check.verdict import Report, Verdict
    from onrecord.cli.outlet import Outlet
    from onrecord.db.reader import Reader
    from onrecord.model.records import Json

EXAMPLES = """Examples:

onrecord check draft.md

onrecord check chapter-1.tex chapter-2.tex --strict

pbpaste | onrecord check -

onrecord check answer.docx --verbose

onrecord check draft.md --ignore not-quotations.txt --json

onrecord check draft.md --report draft-checked.html

onrecord check articles/*.md --format sarif > quotations.sarif     (for code scanning)

onrecord check draft.md --fix

onrecord check draft.md --fix --dry-run"""


FORMATS = ("lines", "json", "sarif", "junit")

COMMAND = Command(
    argument(
        "files",
        help="The drafts: Markdown, text, HTML, LaTeX, docx, odt, e-mail …; - is standard input.",
        metavar="FILE...",
        many=True,
        required=True,
        kind="file",
    ),
    flag("--strict", help="Also fail for passages that are in a stored text but not on record."),
    flag("--verbose", "-v", help="Also list verified passages."),
    flag("--quiet", "-q", help="Print nothing but what fails; the exit status says whether anything does."),
    option(
        "--ignore",
        help="Skip passages whose words are listed in this file, one per line; # starts a comment.",
        metavar="FILE",
    ),
    option(
        "--format",
        help=f"How to print: {', '.join(FORMATS)}. Default: lines, as compilers print them.",
        name="format_",
        complete=FORMATS,
    ),
    option(
        "--report",
        help="Also write an HTML report: the draft with marks, and the evidence beside them.",
        metavar="FILE",
    ),
    flag("--fix", help="Correct altered words, dashes and ellipses in the draft, asking about each."),
    flag("--dry-run", help="With --fix: ask nothing, change nothing; print the changes as a diff."),
    option(
        "--output", "-o", help="With --fix: write to this file and leave the draft alone.", metavar="FILE"
    ),
    flag("--force", help="Overwrite the --report or -o file if it exists."),
    DATABASE,
    AS_JSON,
    examples=EXAMPLES,
)


def run(
    *,
    files: list[str],
    strict: bool,
    verbose: bool,
    quiet: bool,
    ignore: str | None,
    format_: str | None,
    report: str | None,
    fix: bool,
    dry_run: bool,
    output: str | None,
    force: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Check every quotation of a draft against the record, then against all stored texts.

    Outcomes, gravest first: denied (the source has the speaker deny it), other speaker, inverted (a word the sense depends on is
    missing or added), stitched (from several quotations), altered, not found, wrong place (not in the source or on the page that
    the draft cites), doubtful, unrecorded (in a stored text but not on record), verified. Titles and mentioned words are counted
    but not judged. Exit status 1 if anything is worse than unrecorded.

    --fix shows each passage that is altered, inverted by a changed word, or has other dashes than the source, with the correct
    wording: y replaces it, n skips it, a replaces this one and the rest, q skips the rest. Brackets, ellipses, quotation marks and
    final punctuation stay as in the draft, and so does every other byte. The draft is then checked again.
    """
    from onrecord.cli.streams import once

    once(*files, ignore)
    if verbose and quiet:
        raise UsageError("Give either --verbose or --quiet.")
    if format_ is not None and format_ not in FORMATS:
        raise UsageError(f"{format_!r} is not a format. Formats: {', '.join(FORMATS)}.")
    if as_json and format_ not in (None, "json"):
        raise UsageError("Give either --json or --format.")
    if force and report is None and output is None:
        raise UsageError("--force goes with --report FILE or -o FILE.")
    if fix:
        from onrecord.cli import mending

        mending.refuse(files, output, dry_run=dry_run, printed=as_json or format_ not in (None, "lines"))
    elif dry_run or output is not None:
        raise UsageError("--dry-run and -o FILE go with --fix.")
    refuse_database(database, *files, ignore)
    outlet = _outlet(report, database, files, ignore, force=force) if report is not None else None
    ignored = _ignored(ignore)
    with asking(database) as reader:
        checked = [(_name(file), *_checked(reader, file, ignored)) for file in files]
        if fix:
            into = mending.Into(output, database_file(database), [*files, *_given(ignore)], force=force)
            checked = [
                mending.mended(reader, file, *one, into=into, ignored=ignored, dry_run=dry_run)
                for file, one in zip(files, checked, strict=True)
            ]
    reports = [(name, found) for name, _, found in checked]
    if outlet is not None:
        from onrecord.check.page import html

        outlet.put(html(checked, strict=strict).encode("utf-8", "replace"), binary=False)
    if as_json or format_ == "json":
        told = [_as_json(name, found) for name, found in reports]
        print_json(told[0] if len(told) == 1 else told)
    elif format_ in ("sarif", "junit"):
        from onrecord.check import formats

        print((formats.sarif if format_ == "sarif" else formats.junit)(reports, strict=strict).rstrip())
    else:
        for name, found in reports:
            _tell(name, found, strict=strict, verbose=verbose, quiet=quiet)
    if any(found.fails(strict=strict) for _, found in reports):
        raise SystemExit(1)


def _outlet(
    report: str, database: str | None, files: Sequence[str], ignore: str | None, *, force: bool
) -> Outlet:
    """Where the page goes. ConflictError and InputError, before anything is checked, where it cannot be written."""
    from onrecord.cli.outlet import Outlet

    read = [file for file in (*files, *_given(ignore)) if file != "-"]
    return Outlet(
        report, copy=False, force=force, database=database_file(database), inputs=read, hint=Hint("replace")
    )


def _given(*names: str | None) -> list[str]:
    return [name for name in names if name is not None]


def _name(file: str) -> str:
    return "standard input" if file == "-" else one_line(file)


def _as_json(name: str, report: Report) -> Json:
    return {"file": name, **report.as_json()}


def _checked(reader: Reader, file: str, ignored: Sequence[str]) -> tuple[Draft, Report]:
    from onrecord.check import reading
    from onrecord.check.judge import check
    from onrecord.cli.progress import waiting
    from onrecord.cli.streams import standard_input

    with waiting(f"Checking {_name(file)} …"):
        read = reading.read_stdin(standard_input()) if file == "-" else reading.read_file(file)
        return read, check(reader, read, ignored=ignored)


def _ignored(file: str | None) -> list[str]:
    """The wordings of a file that are to be left out."""
    if file is None:
        return []
    from onrecord.cli.drafts import read

    lines = (line.strip() for line in read(file).splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _tell(name: str, report: Report, *, strict: bool, verbose: bool, quiet: bool) -> None:
    for verdict in report.verdicts:
        told = verdict.kind.value == "unrecorded" or verdict.unchecked
        if verbose or verdict.kind.fails(strict=strict) or (told and not quiet):
            _print(name, verdict)
    if quiet:
        return
    counts = [f"{number} {kind.replace('-', ' ')}" for kind, number in report.counts().items()]
    rest = [
        f"{number} {what}"
        for number, what in (
            (report.mentions, "mentioned"),
            (report.titles, "title" if report.titles == 1 else "titles"),
            (report.ignored, "ignored"),
        )
        if number
    ]
    summary = ", ".join(counts) or "no quotation"
    others = f" (not judged: {', '.join(rest)})" if rest else ""
    remark(f"{name}: {summary}{others}.")
    for note in report.notes:
        remark(f"{name}: {note}.")


def _print(name: str, verdict: Verdict) -> None:
    from onrecord.cli.terminal import painted

    passage = verdict.passage
    words = " ".join(passage.wording.split())
    shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
    place = f"{name}:{passage.line}:{passage.column}: "
    rest = f": “{one_line(shown)}”: {one_line(verdict.sentence)}"
    if is_terminal():
        print(
            painted(
                [
                    (place, "bold"),
                    (verdict.kind.label, _STYLES.get(verdict.kind.value, "bold red")),
                    (rest, ""),
                ]
            )
        )
    else:
        print(f"{place}{verdict.kind.label}{rest}")
    if verdict.command:
        from sys import stdout

        print(for_stream(f"    {verdict.command}", stdout))


# Of a long passage no more is printed, in characters.
_LONGEST = 100
_STYLES = {"verified": "green", "unrecorded": "cyan", "doubtful": "bold yellow", "wrong-place": "bold yellow"}
