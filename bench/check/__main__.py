"""Plants faults in drafts and counts what `check` says of them: `python -m bench.check [--verbose]`."""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.check.material import LANGUAGES, Language, Said
from onrecord.check import markdown
from onrecord.check.judge import check
from onrecord.db import new_file
from onrecord.db import reader as readers
from onrecord.db import store as stores
from onrecord.ingest.read import read_bytes
from onrecord.sources.add import SourceFields, add_source
from onrecord.statements.add import add_quote
from onrecord.statements.fields import QuoteFields

HONEST = "verified"


def article(language: Language) -> str:
    """The stored text: everything that both say, and a denial of what was invented."""
    opens, closes = language.marks
    sentences = [
        language.report.format(q=f"{opens}{said.text}{closes}", s=person)
        for person, every in zip(language.people, language.said, strict=True)
        for said in every
    ]
    sentences.append(language.denial.format(q=f"{opens}{denied(language)}{closes}", s=language.people[0]))
    return "\n\n".join(sentences) + "\n"


def denied(language: Language) -> str:
    """What the stored text has denied."""
    return language.invented


def drafts(language: Language) -> Iterator[tuple[str, str]]:
    """Drafts of one quotation each, with what should be said of it."""
    opens, closes = language.marks

    def quoted(frame: str, words: str, by: str) -> str:
        return frame.format(q=f"{opens}{words}{closes}", s=by)

    stranger = {"zh": "李小明", "ru": "Игорь Волков"}.get(language.code, "Viktor Almgren")
    for me, other, every in zip(language.people, reversed(language.people), language.said, strict=True):
        said: Said
        for said in every:
            for frame in language.frames:
                yield HONEST, quoted(frame, said.text, me)
                yield "other-speaker", quoted(frame, said.text, other)
                yield "other-speaker", quoted(frame, said.text, stranger)
                yield "altered", quoted(frame, said.altered, me)
                yield "inverted", quoted(frame, said.inverted, me)
                yield "wrong-place", quoted(frame, said.text, me)[:-1] + " [@other-2024]."
                yield HONEST, quoted(frame, said.text, me)[:-1] + f" [@{language.code}-2024]."
            yield HONEST, quoted(language.pronoun, said.text, me)
            yield "other-speaker", quoted(language.pronoun, said.text, other)
            yield HONEST, f"> {said.text}\n>\n> — {me}\n"
            yield "other-speaker", f"> {said.text}\n>\n> — {other}\n"
            yield "inverted", quoted(language.denial, said.text, me)
    one, two = language.said[0][0].text, language.said[1][0].text
    for frame in language.frames:
        yield "not-found", quoted(frame, language.nowhere, language.people[0])
        yield "stitched", quoted(frame, f"{one} … {two}", language.people[0])
        yield "denied", quoted(frame, denied(language), language.people[0])


def measured(languages: Iterable[Language] = LANGUAGES, *, verbose: bool = False) -> Counter[tuple[str, str]]:
    """How often what was planted (or honest) was told as what."""
    told: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "onrecord.db")
        new_file.create(Path(path))
        with stores.writing(path, "bench") as store:
            other = read_bytes(b"Nothing of this is said in it.", name="other.txt")
            add_source(store, SourceFields(title="Other", citekey="other-2024"), other)
            for language in languages:
                read = read_bytes(article(language).encode(), name="article.txt")
                citekey = f"{language.code}-2024"
                add_source(store, SourceFields(title=language.code, citekey=citekey), read)
                for person, said in zip(language.people, language.said, strict=True):
                    for one in said:
                        add_quote(
                            store, QuoteFields(text=one.text, by=person, source=citekey, new_speaker=True)
                        )
        with readers.opened(path) as reader:
            for language in languages:
                for kind, draft in drafts(language):
                    verdicts = check(reader, markdown.read(draft)).verdicts
                    found = verdicts[0].kind.value if len(verdicts) == 1 else f"{len(verdicts)} passages"
                    told[kind, found] += 1
                    if verbose and found != kind:
                        sentences = "; ".join(one.sentence for one in verdicts)
                        print(f"{language.code} {kind} -> {found}: {draft!r}: {sentences}")
    return told


def main() -> None:
    """Prints a line for each kind: how many, how many of that very kind, how many called verified."""
    told = measured(verbose="--verbose" in sys.argv)
    kinds = dict.fromkeys(kind for kind, _ in told)
    every = {kind: sum(number for (one, _), number in told.items() if one == kind) for kind in kinds}
    for kind, number in every.items():
        print(f"{kind}: {number}, told so {told[kind, kind]}, called verified {told[kind, HONEST]}")
    planted = [kind for kind in kinds if kind != HONEST]
    print(
        f"planted: {sum(every[kind] for kind in planted)}, of the right kind {sum(told[kind, kind] for kind in planted)}, "
        f"called verified {sum(told[kind, HONEST] for kind in planted)}; "
        f"honest: {every[HONEST]}, accepted {told[HONEST, HONEST]}"
    )


if __name__ == "__main__":
    main()
