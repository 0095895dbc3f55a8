"""onrecord add link"""

from __future__ import annotations

from onrecord.cli.link_options import BETWEEN_CLAIMS, BETWEEN_STATEMENTS, LINKS, kind_of
from onrecord.cli.options import AS_JSON, DATABASE, recording
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import CLAIMS, STATEMENTS, Command, argument
from onrecord.errors import UsageError

_EITHER = (*STATEMENTS, *CLAIMS)
COMMAND = Command(
    argument("first", help="A statement, or a claim.", metavar="NAME", required=True, complete=_EITHER),
    argument(
        "second", help="Another statement, or another claim.", metavar="NAME", required=True, complete=_EITHER
    ),
    *LINKS,
    DATABASE,
    AS_JSON,
    acts=True,
    examples="Examples:  onrecord add link k7xq2m p3f2ab --translation-of  ·  onrecord add link c-4hd2 c-k9ab --contradicts",
)


def run(*, first: str, second: str, database: str | None, as_json: bool, **options: bool) -> None:
    """Link two statements (variant, excerpt, translation, correction, retraction) or two claims."""
    kind = kind_of(options)
    if kind is None:
        flags = ", ".join(link.flags[0] for link in LINKS)
        raise UsageError(f"Say how the first bears on the second: {flags}.")
    with recording(database) as store:
        if kind in BETWEEN_STATEMENTS:
            from onrecord.statements.links import link_statements

            entry = link_statements(store, first, second, kind)
            document, line = entry.as_json(), f"{entry.statement} {_said(kind)} {entry.other}"
        else:
            from onrecord.claims.write import link_claims, record_of_claim

            assert kind in BETWEEN_CLAIMS
            claim = link_claims(store, first, second, kind)
            document = record_of_claim(store, claim).as_json() if as_json else {}
            line = f"{claim.key} {kind} {second}"
    if as_json:
        print_json(document)
    else:
        say(line)


def _said(kind: str) -> str:
    from onrecord.model.statement_links import WORDS

    return WORDS[kind][0]
