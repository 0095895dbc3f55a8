"""onrecord rm"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, DRY_RUN, asked_by_nobody, confirm, recording
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import ANYTHING, Command, argument, flag
from onrecord.errors import UsageError

COMMAND = Command(
    argument(
        "names",
        help="Statements (KEY), attributions (KEY@CITEKEY), sources (citekey), speakers (slug), claims, stances (KEY/CLAIM), "
        "links (CLAIM/CLAIM), verdicts (CLAIM/REVIEWER), offices (SPEAKER/TITLE) or tags, each written out; a NOUN in front says which are meant.",
        metavar="[NOUN] NAME...",
        many=True,
        required=True,
        complete=ANYTHING,
    ),
    flag(
        "--cascade",
        help="Also remove what depends on it, after listing it: the quotations and verdicts of a source or speaker, the stances, links "
        "and verdicts of a claim, the stances of a statement.",
    ),
    flag("--yes", "-y", help="With --cascade: do not ask."),
    DRY_RUN,
    DATABASE,
    AS_JSON,
    acts=True,
    examples="Examples:  onrecord rm k7xq2m --dry-run  ·  onrecord rm k7xq2m@smith-2023 k9ab2c  ·  onrecord rm smith-2023 --cascade  ·  onrecord rm k7xq2m/c-4hd2ab  ·  onrecord rm tag sanctions",
)


def run(
    *, names: list[str], cascade: bool, yes: bool, dry_run: bool, database: str | None, as_json: bool
) -> None:
    """Remove things of any noun: all that are named, or none.

    Things that others depend on are not removed, unless --cascade removes those too. undo brings everything back.
    """
    asks = cascade and not (yes or dry_run)
    removed = _removed(names, cascade=cascade, rehearse=dry_run or asks, database=database)
    if asks:
        _ask(removed)
        removed = _removed(names, cascade=cascade, rehearse=False, database=database)
    if as_json:
        print_json({"removed": removed, "dry_run": dry_run})
        return
    for one in removed:
        say(f"{'Would remove' if dry_run else 'Removed'} {one}")
    if not dry_run:
        say("Bring it back with: onrecord undo")


def _removed(names: list[str], *, cascade: bool, rehearse: bool, database: str | None) -> list[str]:
    from onrecord.cli.named import several
    from onrecord.names import find_target
    from onrecord.remove import remove_target

    with recording(database, rehearse=rehearse) as store:
        targets = [find_target(store, name, exact=True, kind=kind) for name, kind in several(names)]
        return [one for target in targets for one in remove_target(store, target, cascade=cascade)]


def _ask(removed: list[str]) -> None:
    """Says what would go and asks for a yes. UsageError where nobody is there to ask, or who is there does not want it."""
    if asked_by_nobody():
        raise UsageError(
            f"{len(removed)} records would go. See them with --dry-run, and remove them with --yes."
        )
    listed = "\n".join(f"Would remove {one}" for one in removed)
    confirm(listed, "Remove all of this?", refused="Nothing was removed.")
