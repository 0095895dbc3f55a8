"""`onrecord stamp --opentimestamps` and `--upgrade`: asking calendars, and what is said of it."""

from __future__ import annotations

from onrecord.cli.options import asking, recording
from onrecord.cli.output import print_json, remark, say
from onrecord.errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def submit(database: str | None, addresses: Sequence[str], *, as_json: bool) -> None:
    """Has calendars promise to stamp the last seal."""
    from onrecord.cli.progress import waiting
    from onrecord.db.clock import now
    from onrecord.stamps import calendars
    from onrecord.stamps.kept import last_seal

    with asking(database) as reader:
        seal, digest = last_seal(reader)
    with waiting("Asking the calendars …"):
        submitted = calendars.submit(digest, addresses or calendars.CALENDARS, _ask)
    with recording(database) as store:
        kept = calendars.keep(store, seal, submitted, now())
    for failure in submitted.failures:
        remark(failure)
    if as_json:
        print_json({**kept.as_json(), "pending": True})
        return
    say(
        f"Submitted at {kept.at}: all that was recorded up to operation {kept.operation}, to {kept.authority}."
    )
    remark("It proves nothing until a block of Bitcoin has it, some hours from now: onrecord stamp --upgrade")


def upgrade(database: str | None, trusted: Sequence[str], *, as_json: bool) -> None:
    """Completes what calendars promised. InputError: calendars could not be asked, and nothing else was completed."""
    from onrecord.cli.progress import waiting
    from onrecord.stamps import calendars

    with asking(database) as reader, waiting("Asking the calendars …"):
        asked = calendars.complete(reader, trusted, _ask)
    with recording(database) as store:
        calendars.replace_proofs(store, asked)
    complete = sum(one.complete for one in asked)
    failures = dict.fromkeys(
        [failure for one in asked for failure in one.failures]
        + [
            f"{address} is not a known calendar; name it with --calendar if you trust it."
            for one in asked
            for address in one.unknown
        ]
    )
    if as_json:
        print_json({"completed": complete, "pending": len(asked) - complete, "failures": list(failures)})
    elif not asked:
        remark("No stamp is pending.")
    else:
        say(f"{complete} of {len(asked)} pending stamps completed.")
    if failures and not complete:
        raise InputError(" ".join(failures))
    if not as_json:
        for failure in failures:
            remark(failure)


def _ask(address: str, body: bytes | None) -> bytes | None:
    from onrecord.ingest.post import anywhere, get, post
    from onrecord.stamps.calendars import MEDIA_TYPE, MOST_ANSWERED, SECONDS

    headers = {"Accept": MEDIA_TYPE}
    if body is None:
        return get(address, headers, seconds=SECONDS, most=MOST_ANSWERED, openly=anywhere)
    typed = {**headers, "Content-Type": "application/octet-stream"}
    return post(address, body, typed, seconds=SECONDS, most=MOST_ANSWERED, openly=anywhere)
