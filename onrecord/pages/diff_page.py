"""What changed between two stored copies of a source, at `/-/source/CITEKEY/diff?from=1&to=2`."""

from onrecord.pages.host import Host
from onrecord.pages.render import render
from onrecord.pages.words import titled
from onrecord.views.changes import ChangedText

# What became of a paragraph, in words.
WORDS = {"same": "unchanged", "changed": "changed", "removed": "removed", "added": "added"}


def html(host: Host, changed: ChangedText) -> str:
    """The page of what changed."""
    source = changed.source
    return render(
        host,
        "diff.html",
        title=f"What changed in {titled(source.title, source.citekey)}",
        changed=changed,
        source=source,
        copies=list(enumerate(source.snapshots, 1)),
        numbered={statement.number: statement for statement in changed.statements},
        words=WORDS,
        several=lambda range_: range_[0] != range_[1],
    )
