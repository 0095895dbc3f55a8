"""onrecord refresh"""

from __future__ import annotations

import time

from onrecord.cli.options import AS_JSON, DATABASE, asking, recording
from onrecord.cli.spec import SOURCES, Command, argument, flag, option
from onrecord.errors import UsageError

EXAMPLES = """Examples:

onrecord refresh smith-2023

onrecord refresh --all --quiet || mail -s "A source has changed" desk@example.org     (from cron)

onrecord refresh --all --format junit > refresh.xml     (for CI)"""


REPORTS = ("text", "json", "junit")
COMMAND = Command(
    argument(
        "citekeys", help="The sources to fetch again.", metavar="[CITEKEY]...", many=True, complete=SOURCES
    ),
    flag("--all", help="Fetch every source that has a web address and a stored text.", name="everything"),
    option(
        "--pause",
        help="Seconds between two requests to the same host.",
        metavar="SECONDS",
        kind="decimal",
        default=2.0,
        least=0,
        most=3600,
    ),
    flag("--quiet", "-q", help="Print only what touches a recorded statement, and what failed."),
    option(
        "--format",
        help=f"What to print: {', '.join(REPORTS)}.",
        name="report",
        default="text",
        complete=REPORTS,
        closed=True,
    ),
    flag("--allow-private", help="Also fetch from loopback, private and link-local addresses."),
    DATABASE,
    AS_JSON,
    examples=EXAMPLES,
)


def run(
    *,
    citekeys: list[str] | None,
    everything: bool,
    pause: float,
    quiet: bool,
    report: str,
    allow_private: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Fetch sources again, store changed texts as new copies, and report which recorded statements are affected.

    Pages are fetched one at a time, and unchanged pages are not sent again. A page that is gone, asks for a login or has no text
    is noted as a failed capture; no statement is judged by it. Exit status 1 if a recorded statement is affected.
    """
    from onrecord import refresh
    from onrecord.cli.hints import worded
    from onrecord.cli.interrupt import standing
    from onrecord.cli.output import print_json, say
    from onrecord.cli.progress import waiting
    from onrecord.statements.judge import judge_source

    if everything == bool(citekeys):
        raise UsageError("Say what to fetch: CITEKEYs, or --all.")
    with asking(database) as reader:
        asked = refresh.pages(reader, citekeys or ())
    done: list[Refreshed] = []
    last: dict[str, float] = {}
    report = "json" if as_json else report
    with standing(lambda: f"{len(done)} of {len(asked)} were fetched, and what came of it is kept."):
        for page in asked:
            with waiting(f"Fetching {page.url} …"):
                _wait(last.get(page.host), pause)
                seen = refresh.look(page, allow_private=allow_private)
            last[page.host] = time.monotonic()
            with recording(database) as store:
                result = refresh.keep(store, seen)
                if result.outcome in ("changed", "returned"):
                    judge_source(store, result.citekey)
            done.append(result)
            if report == "text":
                for line in _lines(result, quiet=quiet):
                    say(line)
    if report == "json":
        print_json({**result.as_json(), "hint": worded(result.hint)} for result in done)
    elif report == "junit":
        say(junit(done))
    elif not quiet:
        say(_summary(done))
    if any(result.touched for result in done):
        raise SystemExit(1)


def _wait(before: float | None, pause: float) -> None:
    if before is not None:
        time.sleep(max(0.0, before + pause - time.monotonic()))


def _lines(result: Refreshed, *, quiet: bool) -> Iterable[str]:
    if result.outcome == "failed":
        from onrecord.cli.hints import told

        yield f"{result.citekey}: not read. {told(result.reason or '', result.hint)}"
    elif result.outcome != "unchanged" and (result.touched or not quiet):
        what = "has a new text" if result.outcome == "changed" else "has an earlier text again"
        yield f"{result.citekey}: {what}, copy {result.copy}. See: onrecord diff {result.citekey} {result.before}..{result.copy}"
        for ref in result.touched:
            yield f"  touched: {ref}"


def _summary(done: Sequence[Refreshed]) -> str:
    counts = {outcome: sum(one.outcome == outcome for one in done) for outcome in _OUTCOMES}
    told = ", ".join(f"{count} {outcome}" for outcome, count in counts.items() if count)
    touched = sum(len(one.touched) for one in done)
    statements = f"; {touched} statement{'s' if touched != 1 else ''} touched" if touched else ""
    return f"{len(done)} fetched{': ' if told else ''}{told}{statements}."


_OUTCOMES = ("unchanged", "changed", "returned", "failed")


def junit(done: Sequence[Refreshed]) -> str:
    """The results as JUnit XML: a source a test case, which fails where a statement is touched."""
    from xml.sax.saxutils import escape, quoteattr

    from onrecord.cli.hints import told
    from onrecord.text.clean import one_line

    failures = sum(bool(one.touched) for one in done)
    errors = sum(one.outcome == "failed" for one in done)
    cases = []
    for page in done:
        inside = ""
        if page.touched:
            inside = f"<failure message={quoteattr(f'{len(page.touched)} touched')}>{escape(one_line(' '.join(page.touched)))}</failure>"
        elif page.outcome == "failed":
            inside = f"<error message={quoteattr(one_line(told(page.reason or '', page.hint)))}/>"
        cases.append(
            f'<testcase classname="onrecord.refresh" name={quoteattr(one_line(page.citekey))}>{inside}</testcase>'
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuite name="onrecord refresh" tests="{len(done)}" failures="{failures}" errors="{errors}">'
        f"{''.join(cases)}</testsuite>"
    )


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.refresh import Refreshed
