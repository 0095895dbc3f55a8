"""What `check` says of the second set: `python -m bench.check.measured_second [--verbose]`."""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.check.second import DESKS, Desk
from onrecord.check import markdown
from onrecord.check.judge import check
from onrecord.db import new_file
from onrecord.db import reader as readers
from onrecord.db import store as stores
from onrecord.ingest.read import read_bytes
from onrecord.sources.add import SourceFields, add_source
from onrecord.statements.add import add_quote
from onrecord.statements.fields import QuoteFields

HONEST = "honest"
ACCEPTED = ("verified", "unrecorded")


def article(desk: Desk) -> str:
    opens, closes = desk.marks
    said = [
        desk.report.format(q=f"{opens}{line.text}{closes}", s=person)
        for person, lines in zip(desk.people, desk.lines, strict=True)
        for line in lines
    ]
    return "\n\n".join(said) + "\n"


def drafts(desk: Desk) -> Iterator[tuple[str, str]]:
    """What should be said of each draft, and the draft: of each line five that are honest, and five that are not."""
    opens, closes = desk.marks

    def quoted(words: str) -> str:
        return f"{opens}{words}{closes}"

    frames = desk.frames
    for number, (person, lines) in enumerate(zip(desk.people, desk.lines, strict=True)):
        other = desk.people[1 - number]
        for line in lines:
            yield HONEST, frames[0].format(q=quoted(line.text), s=person)
            yield HONEST, desk.broken.format(a=quoted(line.parts[0]), b=quoted(line.parts[1]), s=person)
            yield HONEST, frames[1].format(q=quoted(line.elided), s=person)
            yield HONEST, frames[2].format(q=quoted(line.bracketed), s=person.split()[-1])
            yield HONEST, f"> {line.text.replace('’', chr(39))}.\n>\n> — {person} [@{desk.code}-2025]\n"
            yield "altered", frames[0].format(q=quoted(line.altered[0]), s=person)
            yield "altered", f"> {line.altered[1]}.\n>\n> — {person}\n"
            yield "inverted", frames[1].format(q=quoted(line.inverted), s=person)
            yield "other-speaker", frames[2].format(q=quoted(line.text), s=other)
            yield "wrong-place", frames[1].format(q=quoted(line.text), s=person)[:-1] + " [@other-2025]."
        yield "not-found", frames[1].format(q=quoted(desk.invented[number]), s=person)


def measured(*, verbose: bool = False) -> Counter[tuple[str, str]]:
    """How often what should be told was told as what. Of each person the first line is on record, the second is not."""
    told: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "onrecord.db")
        new_file.create(Path(path))
        with stores.writing(path, "bench") as store:
            add_source(
                store,
                SourceFields(title="Other", citekey="other-2025"),
                read_bytes(b"Nothing of it.", name="o.txt"),
            )
            for desk in DESKS:
                citekey = f"{desk.code}-2025"
                read = read_bytes(article(desk).encode(), name="article.txt")
                add_source(store, SourceFields(title=desk.code, citekey=citekey), read)
                for person, lines in zip(desk.people, desk.lines, strict=True):
                    recorded = QuoteFields(text=lines[0].text, by=person, source=citekey, new_speaker=True)
                    add_quote(store, recorded)
        with readers.opened(path) as reader:
            for desk in DESKS:
                for kind, draft in drafts(desk):
                    verdicts = check(reader, markdown.read(draft)).verdicts
                    mine = [one for one in verdicts if one.passage.wording != "It was a hard winter"]
                    found = max(mine, key=lambda one: -one.kind.gravity).kind.value if mine else "nothing"
                    told[kind, found] += 1
                    good = found in ACCEPTED if kind == HONEST else found == kind
                    if verbose and not good:
                        print(
                            f"{desk.code} {kind} -> {found}: {draft!r}: {'; '.join(one.sentence for one in mine)}"
                        )
    return told


def main() -> None:
    told = measured(verbose="--verbose" in sys.argv)
    honest = sum(number for (kind, _), number in told.items() if kind == HONEST)
    accepted = sum(number for (kind, found), number in told.items() if kind == HONEST and found in ACCEPTED)
    planted = sum(number for (kind, _), number in told.items() if kind != HONEST)
    right = sum(number for (kind, found), number in told.items() if kind == found)
    passed = sum(number for (kind, found), number in told.items() if kind != HONEST and found in ACCEPTED)
    print(
        f"planted: {planted}, of the right kind {right}, passed {passed}; honest: {honest}, accepted {accepted}"
    )


if __name__ == "__main__":
    main()
