"""Damaged files of every kind that is read: `python -m bench.mutations --cases 5000 [READER …]`.

The samples are those of the tests. Each reader runs in a process of its own; each case is a sample with a few pieces cut out,
doubled, moved or overwritten, from a seed. A case is right when it is read, or refused with one sentence. Printed are, by reader,
how many were read and refused, what broke (with its seed), the longest case and the most memory that the process took.
"""

import argparse
import io
import random
import resource
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import FrameType

# In seconds of a processor: what takes longer hangs.
HANGS = 20
INGEST, IMPORT = "ingest", "import"
Samples = dict[str, bytes]


def samples() -> dict[str, tuple[str, Samples]]:
    """Each reader's name, whether it is of ingest or of import, and its files by name."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

    def of(module: str, name: str) -> object:
        return getattr(import_module(module), name)

    read: dict[str, Samples] = {}
    for module, name in (
        ("ingest.test_mutations", "SAMPLES"),
        ("ingest.test_books", "FILES"),
        ("ingest.test_scans", "FILES"),
        ("ingest.test_saved", "FILES"),
        ("ingest.test_talks_abroad", "TALKS"),
    ):
        for file, data in of(module, name).items():
            data = data[0].encode() if isinstance(data, tuple) else data
            kind = f"{Path(file).suffix or '.txt'}"
            read.setdefault(kind, {})[file if "." in file else f"{file.replace(' ', '-')}.txt"] = as_bytes(
                data
            )
    read["safari"] = {"a.webarchive": as_bytes(of("ingest.test_saved", "SAFARI"))}
    debates = {
        "a.xml": of("ingest.test_parliaments", "AKOMA_NTOSO"),
        "b.xml": of("ingest.test_parliaments", "PUBLIC_WHIP"),
        "c.xml": of("ingest.test_parliaments", "PARLAMINT"),
        "d.xml": of("ingest.test_parlamint", "SITTING"),
    }
    read["debates"] = {name: as_bytes(data) for name, data in debates.items()}
    import json

    posts = import_module("ingest.test_posts")
    read["posts"] = {
        f"{name}.json": json.dumps(getattr(posts, name)).encode()
        for name in ("MASTODON", "BLUESKY", "X", "X_OLD", "TELEGRAM")
        if hasattr(posts, name)
    }
    taken: dict[str, Samples] = {}
    annotations = import_module("exchange.annotations.samples")
    zotero = import_module("exchange.zotero.samples")
    records = import_module("exchange.bibliography.test_xml_records")
    tagged = import_module("exchange.bibliography.test_tagged")
    lists = import_module("exchange.annotations.test_reading_lists")
    kindle = import_module("exchange.annotations.test_kindle")
    collectors = import_module("exchange.annotations.test_collectors")
    taken |= {
        "hypothesis": {"a.json": annotations.HYPOTHESIS},
        "webannotation": {"a.json": annotations.WEB},
        "readwise": {"a.csv": annotations.READWISE},
        "wikiquote": {"a.wiki": annotations.WIKIQUOTE, "b.wiki": annotations.WIKIQUOTE_THEME},
        "wikiquote-dump": {"a.xml": annotations.WIKIQUOTE_XML},
        "zotero-rdf": {"a.rdf": zotero.RDF},
        "endnote": {"a.xml": records.ENDNOTE},
        "mods": {"a.xml": records.MODS},
        "instapaper": {"a.csv": lists.INSTAPAPER},
        "pocket": {"a.csv": lists.POCKET},
        "clippings": {
            "My Clippings.txt": "".join(
                kindle.entry(one[0] if isinstance(one, tuple) else one) for one in kindle.ABOUT
            )
        },
        "bibtex": {"a.bib": BIBTEX},
        "ris": {"a.ris": RIS},
        "refer": {"a.enw": tagged.REFER, "b.enw": tagged.UNTYPED},
        "medline": {"a.nbib": tagged.MEDLINE},
        "csl-json": {"a.json": CSL},
        "claimreview": {"a.json": CLAIMREVIEW},
        "hypothesis-csv": {"a.csv": HYPOTHESIS_CSV},
        "links": {"a.html": lists.POCKET_HTML, "b.html": lists.BOOKMARKS},
        "claimreview-feed": {
            "a.json": f'{{"@type":"DataFeed","dataFeedElement":[{{"item":[{CLAIMREVIEW}]}}]}}'
        },
    }
    for name, files in collectors.SAMPLES.items():
        ending = {"applebooks": "sqlite", "citavi": "ctv6", "refiqda": "qdpx"}[name]
        taken[name] = {f"{number}.{ending}": data for number, data in enumerate(files)}
    found = {f"{INGEST} {name}": (INGEST, files) for name, files in read.items()}
    found |= {
        f"{IMPORT} {name}": (IMPORT, {file: as_bytes(data) for file, data in files.items()})
        for name, files in taken.items()
    }
    return found


BIBTEX = (
    '@string{q = {The Quay}}\n@article{lund2021, author = {Lund, Ida and {Harbour Board}}, title = {On {\\"O}resund piers: $x^2$},\n'
    ' journal = q # " Review", year = 2021, month = mar, pages = {1--4}, doi = {10.5555/a}, note = "a {\\\'e} b"}\n'
    "@comment{x}\n@incollection{c, crossref = {b}, title = {Ebb}}\n@book{b, editor = {Quist, Bo}, title = {Tides}, date = {1990/1995}}\n"
)
RIS = (
    "TY  - JOUR\r\nAU  - Lund, Ida\r\nTI  - On piers\r\nJO  - The Quay\r\nPY  - 2021/03/05/\r\nSP  - 1\r\nEP  - 4\r\nDO  - 10.5555/a\r\n"
    "N1  - “It holds.”\r\nER  - \r\n\r\nTY  - BOOK\r\nA1  - Quist, Bo\r\nT1  - Tides\r\nER  - \r\n"
)
CSL = (
    '[{"id":"a","type":"article-journal","title":"On <i>piers</i>","author":[{"family":"Lund","given":"Ida"},{"literal":"Board"}],'
    '"issued":{"date-parts":[[2021,3,5]]},"DOI":"10.5555/a","page":"1-4"},{"id":"b","type":"book","title":"Tides","issued":{"raw":"Nov 1994"}}]'
)
HYPOTHESIS_CSV = (
    "Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags\r\n"
    '2024-03-05T10:00:00Z,ida,On piers,https://quay.example/p,Public,Annotation,"It ""holds"".",So she says,"pier, quay"\r\n'
)
CLAIMREVIEW = (
    '{"@context":"https://schema.org","@type":"ClaimReview","url":"https://quay.example/r","claimReviewed":"The pier fell.",'
    '"author":{"@type":"Organization","name":"Quay Facts"},"datePublished":"2024-03-05","itemReviewed":{"@type":"Claim","author":'
    '{"@type":"Person","name":"Ida Lund"},"datePublished":"2024-03-01","appearance":{"@type":"OpinionNewsArticle","url":"https://tide.example/a"}},'
    '"reviewRating":{"@type":"Rating","ratingValue":"1","bestRating":"5","worstRating":"1","alternateName":"False"}}'
)


def as_bytes(data: object) -> bytes:
    return data if isinstance(data, bytes) else str(data).encode()


def _read(data: bytes, name: str) -> None:
    from onrecord.ingest.read import read_bytes

    read_bytes(data, name=name)


def _take(data: bytes, name: str) -> None:
    from onrecord.exchange import formats

    found = formats.to_read(name, data[: formats.HEAD])
    read = formats.load(found.reader or "")
    if found.bulk:  # a table that has lost its heading: any table of statements is read line by line
        for _, row in formats.load(found.rows)(io.BytesIO(data), name, "utf-8") if found.rows else ():
            if not isinstance(row, str):
                list(read(row))
        return
    for _ in read(io.BytesIO(data), name):
        pass


def _hurt(data: bytes, mutated: Callable[[bytes, random.Random], bytes], choose: random.Random) -> bytes:
    """A file mutated, or, of an archive, one of its parts."""
    if data[:4] == b"PK\x03\x04" and choose.random() < 0.6:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(one, archive.read(one)) for one in archive.namelist()]
        chosen = choose.randrange(len(parts))
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for number, (name, part) in enumerate(parts):
                archive.writestr(name, mutated(part, choose) if number == chosen else part)
        return out.getvalue()
    return mutated(data, choose)


class _Hung(BaseException):
    """No Exception: readers take those of their parsers for a damaged file."""


def _too_long(_: int, __: FrameType | None) -> None:
    raise _Hung


def run(reader: str, numbers: range) -> None:
    """One reader in this process; prints its row."""
    from onrecord.errors import OnrecordError

    kind, files = samples()[reader]
    mutated = import_module("ingest.test_mutations").mutated
    read = _read if kind == INGEST else _take
    signal.signal(signal.SIGPROF, _too_long)
    done = refused = broken = 0
    longest = 0.0
    for number in numbers:
        choose = random.Random(f"{reader}{number}")
        name = choose.choice(sorted(files))
        data = _hurt(files[name], mutated, choose)
        began = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, HANGS)
        try:
            read(data, name)
            done += 1
        except OnrecordError as error:
            refused += 1
            if any(ord(one) < 32 or 127 <= ord(one) < 160 for one in error.message):
                broken += 1
                print(f"  {reader} case {number} ({name}): {error.message!r}", flush=True)
        except BaseException as error:  # noqa: BLE001 - whatever breaks is what is looked for
            broken += 1
            print(f"  {reader} case {number} ({name}): {type(error).__name__}: {error}", flush=True)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        longest = max(longest, time.process_time() - began)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"| {reader} | {done:,} | {refused:,} | {broken} | {longest:.1f} s | {memory} MB |", flush=True)


def main() -> None:
    """Each reader in a process of its own."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("readers", nargs="*")
    asked.add_argument("--cases", type=int, default=1000)
    asked.add_argument("--first", type=int, default=0, help="number of the first case, which is its seed")
    asked.add_argument("--one", help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.one:
        run(given.one, range(given.first, given.first + given.cases))
        return
    print("| reader | read | refused | broken | longest | memory |\n|---|---|---|---|---|---|", flush=True)
    for reader in samples():
        if not given.readers or any(one in reader for one in given.readers):
            subprocess.run(
                [
                    sys.executable,
                    "-m",
                    "bench.mutations",
                    "--one",
                    reader,
                    "--cases",
                    str(given.cases),
                    "--first",
                    str(given.first),
                ],
                check=False,
            )


if __name__ == "__main__":
    main()
