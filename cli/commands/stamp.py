"""onrecord stamp"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, asking, database_file, recording, settled
from onrecord.cli.output import print_json, print_rows, remark, say
from onrecord.cli.spec import Command, flag, option
from onrecord.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.cli.outlet import Outlet
    from onrecord.stamps.kept import Stamped

EXAMPLES = """Examples:

onrecord stamp --authority https://tsa.example.org/tsr

onrecord config set stamp-authority https://tsa.example.org/tsr; onrecord stamp

onrecord stamp --request seal.tsq     (then take the answer of your authority in: onrecord stamp --response seal.tsr)

onrecord stamp --opentimestamps     (some hours later: onrecord stamp --upgrade)

onrecord verify --stamps --ca authority.pem"""

_HOW = {"rfc3161": "RFC 3161", "opentimestamps": "OpenTimestamps"}

COMMAND = Command(
    option(
        "--authority",
        help="The address of a time-stamping authority (RFC 3161). Default: the setting stamp-authority.",
        metavar="URL",
    ),
    option(
        "--request",
        help="Write the request for an authority to this file instead of sending it.",
        metavar="FILE",
        kind="file",
    ),
    option(
        "--response",
        help="Read an authority's response from this file (- is standard input).",
        metavar="FILE",
        kind="file",
    ),
    flag(
        "--opentimestamps",
        help="Ask calendars of OpenTimestamps, which put it into a block of Bitcoin, instead of an authority.",
    ),
    flag(
        "--upgrade",
        help="Complete the OpenTimestamps stamps on record: ask their calendars for the rest of the proof.",
    ),
    option(
        "--calendar",
        help="The address of a calendar to ask, or to trust with --upgrade. Repeatable. Default: the public ones.",
        metavar="URL",
        many=True,
    ),
    flag("--list", help="List the stamps on record; request none.", name="listing"),
    flag("--force", help="Overwrite the --request file if it exists."),
    DATABASE,
    AS_JSON,
    acts=True,
    examples=EXAMPLES,
)


def run(
    *,
    authority: str | None,
    request: str | None,
    response: str | None,
    opentimestamps: bool,
    upgrade: bool,
    calendar: list[str] | None,
    listing: bool,
    force: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Get a time stamp for the history: proof of when your record was there.

    Every operation is sealed by a digest chained to the one before, so one stamp covers everything recorded until then. An
    authority (RFC 3161) signs it at once, and needs: onrecord[stamp]. OpenTimestamps asks for no trust in an authority: a block of
    Bitcoin has it some hours later. Either is sent a digest of 32 bytes and nothing of what you recorded. Prove stamps with
    onrecord verify --stamps.
    """
    if sum(map(bool, (authority, request, response, listing, opentimestamps, upgrade))) > 1:
        raise UsageError(
            "Give one of --authority, --request, --response, --opentimestamps, --upgrade and --list."
        )
    if force and not request:
        raise UsageError("--force goes with --request.")
    if calendar and not (opentimestamps or upgrade):
        raise UsageError("--calendar goes with --opentimestamps and --upgrade.")
    if authority or calendar:
        from onrecord.ingest.fetch import checked

        for address in (authority, *(calendar or ())):
            if address:
                checked(address)
    if listing:
        from onrecord.stamps.kept import stamps

        with asking(database) as reader:
            _list(list(stamps(reader)), as_json=as_json)
    elif opentimestamps or upgrade:
        from onrecord.cli import calendars

        (calendars.upgrade if upgrade else calendars.submit)(database, calendar or (), as_json=as_json)
    else:
        _by_authority(authority, request, response, force=force, database=database, as_json=as_json)


def _by_authority(
    authority: str | None,
    request: str | None,
    response: str | None,
    *,
    force: bool,
    database: str | None,
    as_json: bool,
) -> None:
    from onrecord.stamps import authorities
    from onrecord.stamps.kept import last_seal

    if response is not None:
        answer = _answer(response)
        authority = "an answer in a file"
    else:
        authority = authority or (None if request else settled("stamp-authority", database))
        if not (authority or request):
            raise UsageError(
                "Name a time-stamping authority with --authority URL, or set one with: onrecord config set stamp-authority URL"
            )
        outlet = _outlet(request, force=force, database=database) if request else None
        with asking(database) as reader:
            _, digest = last_seal(reader)
        asked = authorities.request(digest)
        if outlet is not None:
            outlet.put(asked, binary=True)
            return
        assert authority is not None
        answer = _asked(authority, asked)
    with recording(database) as store:
        kept = authorities.keep(store, answer, authority)
    if as_json:
        print_json(kept.as_json())
    else:
        say(
            f"Stamped at {kept.at}: all that was recorded up to operation {kept.operation}, by {kept.authority}."
        )


def _answer(file: str) -> bytes:
    from onrecord.cli.stamped import contents
    from onrecord.stamps.kept import MOST_BYTES

    return contents(file, MOST_BYTES)


def _asked(authority: str, asked: bytes) -> bytes:
    from onrecord.cli.progress import waiting
    from onrecord.ingest.post import anywhere, post
    from onrecord.stamps.authorities import REQUEST, RESPONSE, SECONDS
    from onrecord.stamps.kept import MOST_BYTES

    with waiting("Asking the authority …"):
        return post(
            authority,
            asked,
            {"Content-Type": REQUEST, "Accept": RESPONSE},
            seconds=SECONDS,
            most=MOST_BYTES,
            # What is signed needs no secrecy on its way.
            openly=anywhere,
        )


def _outlet(file: str, *, force: bool, database: str | None) -> Outlet:
    from onrecord.cli.outlet import Outlet
    from onrecord.errors import Hint

    output = None if file == "-" else file
    return Outlet(
        output, copy=False, force=force, database=database_file(database), inputs=(), hint=Hint("replace")
    )


def _list(stamps: list[Stamped], *, as_json: bool) -> None:
    if as_json:
        print_json(stamp.as_json() for stamp in stamps)
        return
    if not stamps:
        remark("There are no stamps yet: onrecord stamp")
    print_rows(
        ("stamped", "up to operation", "how", "by", "digest"),
        [
            (stamp.at, str(stamp.operation), _HOW[stamp.kind], stamp.authority, stamp.digest)
            for stamp in stamps
        ],
    )
