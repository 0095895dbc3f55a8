"""onrecord publish"""

from __future__ import annotations

from collections import deque
from pathlib import Path

from onrecord.cli.options import AS_JSON, DATABASE, DRY_RUN, asking, csl_style, database_path
from onrecord.cli.output import print_json, remark
from onrecord.cli.spec import Command, argument, flag, option
from onrecord.errors import OnrecordError

EXAMPLES = """Examples:

onrecord publish site

onrecord publish /srv/www/quotations --title "Ferries of Tallvik" --base-url https://archive.example/ferries/

onrecord publish site --style apa --style chicago-notes-bibliography --dry-run"""

MISSING = 'Publishing needs Jinja, which comes with: pip install "onrecord[browse]"'


COMMAND = Command(
    argument(
        "folder",
        help="The folder to write: new, empty, or an earlier copy.",
        metavar="DIR",
        kind="file",
        required=True,
    ),
    option("--title", help="The title of the home page.", default="On the record"),
    option(
        "--base-url",
        help="The address where the copy will be served: for permalinks, previews and a sitemap.",
        metavar="URL",
    ),
    option(
        "--style",
        help="A citation style for the pages of statements. Repeatable. Default: the setting style, else apa.",
        metavar="STYLE",
        many=True,
        complete="onrecord.cite.styles:suggested",
    ),
    flag(
        "--force", help="Replace an earlier copy even if its manifest.json or its list of files is missing."
    ),
    DRY_RUN,
    DATABASE,
    AS_JSON,
    acts=True,
    examples=EXAMPLES,
)


def run(
    *,
    folder: str,
    title: str,
    base_url: str | None,
    style: list[str] | None,
    force: bool,
    dry_run: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Write the reading room as static files for any web server: every page, with relative links, and the data. Needs: onrecord[browse]

    Pages show the passage around each quotation; the whole stored texts of sources are not published.
    """
    try:
        from onrecord.publish import folder as copies
        from onrecord.publish import write
    except ModuleNotFoundError as error:
        if error.name not in ("jinja2", "markupsafe"):
            raise
        raise OnrecordError(MISSING) from error
    from onrecord.cli.interrupt import standing
    from onrecord.cli.progress import progress
    from onrecord.outputs.folder import place_of
    from onrecord.outputs.guard import Guard

    asked = write.wanted(title, base_url, style or (_usual(database),))
    path = database_path(database)
    target = Path(folder)
    with asking(database) as reader:
        copies.check_target(target, Guard(path), force=force)
        total = write.steps(reader)
        if not dry_run:
            was = "is as it was" if target.exists() else "was not written"
            with standing(lambda: f"{folder} {was}."), copies.replacing(target, force=force) as draft:
                made = write.publish(reader, draft, asked, before=place_of(target))
                deque(progress(made, total=total, what="Publishing"), maxlen=0)
    if as_json:
        print_json({"folder": str(folder), "records": total, "written": not dry_run})
    else:
        remark(
            f"{'Would write' if dry_run else 'Wrote'} {folder}: pages of {total:,} statements, sources, speakers and claims.",
            done=True,
        )


def _usual(database: str | None) -> str:
    """The settled style where pages may show it, else APA."""
    from onrecord.cite.style_files import shipped

    style = csl_style(database, "apa")
    return style if shipped(style) is not None else "apa"
