"""Databases to browse: one as a newsroom would have it, and one with a payload in every field."""

import json
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import factories
import recorded
from factories import new_database

from onrecord.claims.verdicts import VerdictFields, give_verdict
from onrecord.claims.write import add_claim, find_claim, link_claims, take_stance
from onrecord.db.store import writing
from onrecord.ingest.read import read_bytes
from onrecord.sources.copies import add_snapshot
from onrecord.speakers.write import add_name, add_speaker
from onrecord.statements.fields import RelayFields
from onrecord.text.clean import LONGEST_NAME

# Datasette's own pages, in a database of ours.
TABLES = (
    "/", "/onrecord", "/onrecord/quotes", "/onrecord/quotes?_search=nobody", "/onrecord/attributions",
    "/onrecord/attributions/1", "/onrecord/speakers", "/onrecord/sources/1", "/onrecord/claims",
)  # fmt: skip

SEARCHES = (
    "/", "/-/onrecord/search", "/-/onrecord/search?q=nobody", "/-/onrecord/search?q=dahl+nobody&verified=yes", "/-/onrecord/search?q=zeppelin+nobody",
)  # fmt: skip

WHOLE = tuple(
    f"/onrecord/{table}"
    for table in ("quotes", "attributions", "statements", "speakers", "speaker_names", "sources", "creators", "relays",
                  "snapshots", "claims", "stances", "reviews", "tags", "operations")
)  # fmt: skip

# The statements of the newsroom, by what is shown with them.
FERRY = "Nobody who bought a ticket will be left on the pier,"
MASTER = "would rather close the port than risk a crew"


@dataclass(frozen=True)
class Room:
    """A served database: its address, the file, and the keys of `newsroom`."""

    address: str
    path: Path
    keys: dict[str, str]

    @property
    def pages(self) -> list[str]:
        """The plugin's own pages."""
        return [
            *pages_about(self.keys["ferry"], "dahl-2024", "ingrid-dahl", self.keys["claim"]),
            *pages_about(self.keys["master"], "letter-2024", "coastal-wire", self.keys["other"]),
            "/-/speaker/tallvik-fact-desk?when=2024",
            f"/-/quote/{self.keys['ferry']}?style=ieee&format=markdown",
            "/-/source/letter-2024/diff",
            "/-/source/letter-2024/diff?from=2&to=2",
            *SEARCHES,
        ]


def pages_about(key: str, citekey: str, slug: str, claim: str) -> list[str]:
    """The plugin's own pages about a statement, a source, a speaker and a claim."""
    return [
        f"/-/quote/{key}",
        f"/-/trace/{key}",
        f"/-/source/{citekey}",
        f"/-/speaker/{slug}",
        f"/-/claim/{claim}",
    ]


@contextmanager
def served(database: Path) -> Iterator[str]:
    """`onrecord browse` on a file; gives its address."""
    server = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "browse", "--port", "0", "--json", "--db", str(database)],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        written = ""
        for line in server.stdout:
            written += line
            if line.rstrip() == "}":
                break
        announced = json.loads(written)
        yield announced["url"].rstrip("/")
    finally:
        server.terminate()
        server.communicate(timeout=30)


def newsroom(path: Path) -> dict[str, str]:
    """Makes a database at `path`: three speakers, two sources, a chain, a doubt, a claim with a verdict; gives keys."""
    new_database(path)
    with writing(path, "onrecord add …") as store:
        factories.source(
            store,
            authors=("Marta Lindqvist",),
            container_title="Northern Quay Review",
            issued="2024-05-20",
            url="https://review.example/2024/ferries",
            type="article-newspaper",
        )
        ferry = factories.quote(store, FERRY, said="2024-05-18", tags=("ferries", "fog"), language="en")
        master = factories.quote(
            store,
            MASTER,
            by="Olaf Brekke",
            via=(RelayFields(speaker="Coastal Wire", cue="According to"),),
            status="disputed",
            reason="The harbour master says that he spoke of the weather in general.",
        )
        factories.quote(store, "Nobody asked us,", by="a deckhand", unnamed=True)
        factories.source(
            store,
            "The ferry waits for nobody, the mayor wrote to the council.",
            title="A letter to the council",
            citekey="letter-2024",
            type="personal_communication",
            issued="2024-06-03",
        )
        factories.quote(store, "The ferry waits for nobody", source="letter-2024", form="direct")
        later = (
            "The ferry waits for nobody, the mayor told the council in April.\n\nThe letter was withdrawn.\n"
        )
        add_snapshot(store, "letter-2024", read_bytes(later.encode(), name="letter.txt"))
        claim = add_claim(store, "Everybody with a ticket sails.")[0]
        take_stance(store, ferry.quote.key, claim.key, "asserts")
        give_verdict(
            store,
            find_claim(store, claim.key),
            VerdictFields(
                by="Tallvik Fact Desk", verdict="Mostly true", source="letter-2024", rating=4, worst=1, best=5,
                published="2024-06-01", new_speaker=True,
            ),
        )  # fmt: skip
        other = add_claim(store, "Nobody is left on the pier.")[0]
        link_claims(store, other.key, claim.key, "supports")
        take_stance(store, ferry.quote.key, other.key, "asserts")
        take_stance(store, master.quote.key, other.key, "questions")
    return {
        "ferry": ferry.quote.key,
        "master": master.quote.key,
        "claim": claim.key,
        "other": other.key,
    }


def hostile(path: Path, payloads: Sequence[str]) -> list[list[str]]:
    """Makes a database at `path` with each of `payloads` in every field that takes text; gives the pages for each."""
    new_database(path)
    pages = []
    for number, payload in enumerate(payloads):
        # A name is not as long as all payloads together.
        first, *others = textwrap.wrap(payload, LONGEST_NAME // 2, drop_whitespace=False) or [payload]
        with writing(path, f"onrecord add {payload}") as store:
            citekey = f"source-{number}"
            factories.source(
                store,
                f"Before it. {payload} After it.",
                citekey=citekey,
                title=f"{number} {payload}",
                container_title=payload,
                publisher=payload,
                authors=(first, *others),
            )
            # What onrecord itself would refuse, other programs may have written.
            store.update(
                "sources",
                recorded.source(store, citekey).id,
                url=f"javascript:alert(1)//{payload}",
                archive_url=f"https://archive.example/{payload}",
                language=payload,
            )
            speaker = add_speaker(
                store, f"Speaker {number} {first}", slug=f"speaker-{number}", description=payload
            )
            for part in (first, *others):
                add_name(store, speaker, f"Alias {number} {part}", language=payload)
            added = factories.quote(
                store,
                payload,
                by=speaker.slug,
                source=citekey,
                via=(RelayFields(speaker=f"Relay {number} {first}", cue=payload, named_as=payload),),
                form="direct",
                cue=payload,
                named_as=payload,
                place=payload,
                occasion=payload,
                language=payload,
                tags=(f"{number} {payload}",),
                note=payload,
                status="disputed",
                reason=payload,
                unverified=True,
            )
            claim = add_claim(store, f"{number} {payload}", payload)[0]
            take_stance(store, added.quote.key, claim.key, "denies", payload)
            give_verdict(
                store,
                find_claim(store, claim.key),
                VerdictFields(by=f"Desk {number} {first}", verdict=payload, source=citekey, new_speaker=True),
            )
            other = f"Before it: {payload} {payload} After it.\n\n{payload}\n"
            add_snapshot(store, citekey, read_bytes(other.encode(), name="later.txt"))
            about = pages_about(added.quote.key, citekey, speaker.slug, claim.key)
            pages.append([*about, f"/-/source/{citekey}/diff"])
    return pages
