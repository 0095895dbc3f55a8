"""A database with every trap on its pages, and Datasette on it as users meet it."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from onrecord.db.store import Store, writing

SCRIPT = "<script>alert('x')</script>"
# RIGHT-TO-LEFT OVERRIDE and ESC, as somebody could hide them in a name.
MASKED = "Mallory\u202eyrollaM\x1b[31m"
WORDINGS = (
    ("The harbour will open again before the first frost.", "Ines Falkenau", "direct", "sourced"),
    ("the loans would be repaid by 2027", "Ines Falkenau", "indirect", "sourced"),
    ("The quay was inspected in the spring, said the U.S. envoy.", "Tobias Ren", "direct", "disputed"),
    (f"Nothing here runs: {SCRIPT}", MASKED, "direct", "misattributed"),
)
REASON = "The office denies the conversation."

Page = Callable[..., Any]
Keep = Callable[[Any], Any]


def fill(path: Path) -> None:
    """Four attributions of three speakers in two sources, with a relay, a tag, a claim and a snapshot."""
    with writing(path, "test") as store:
        courier = store.insert(
            "sources",
            citekey="courier-2024",
            type="article-newspaper",
            title="The quay that nobody inspected",
            url="https://courier.example/quay?a=1&b=2",
        )
        letter = store.insert(
            "sources",
            citekey="letter-1911",
            type="personal_communication",
            title=f"A letter {SCRIPT}",
            url="javascript:alert(1)",
        )
        speakers: dict[str, int] = {}
        for number, (text, name, form, status) in enumerate(WORDINGS):
            if name not in speakers:
                speakers[name] = _speaker(store, name, len(speakers))
            statement = store.insert(
                "statements",
                key=f"key{number}aaaaaa",
                text=text,
                text_key=f"digest {number}",
                said="2024-02-20",
            )
            store.insert(
                "attributions",
                statement_id=statement,
                speaker_id=speakers[name],
                source_id=(courier, letter)[number % 2],
                form=form,
                exact=None if form == "indirect" else text,
                status=status,
                status_reason=None if status == "sourced" else REASON,
            )
        store.insert("relays", attribution_id=3, hop=1, speaker_id=speakers["Ines Falkenau"])
        tag = store.insert("tags", name="harbour")
        claim = store.insert("claims", key="claim1", text="The quay was inspected.")
        store.insert("statement_tags", statement_id=1, tag_id=tag)
        store.insert("stances", statement_id=3, claim_id=claim, stance="asserts")
        store.insert(
            "snapshots",
            source_id=courier,
            captured_at="2024-03-06T10:00:00Z",
            sha256="0" * 64,
            media_type="text/plain",
            text="An article. " * 500,
            extractor="plain",
        )


def _speaker(store: Store, name: str, number: int) -> int:
    speaker = store.insert("speakers", slug=f"speaker-{number}", name=name, kind="person")
    store.insert("speaker_names", speaker_id=speaker, name=name, name_key=name.casefold(), kind="preferred")
    return speaker


@pytest.fixture
def filled(database: Path) -> Path:
    fill(database)
    return database


class _Compiled(BytecodeCache):
    """Templates, compiled once a process and not for every Datasette. Jinja asks for them by name and content."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        known = self._known.get((bucket.key, bucket.checksum))
        if known is not None:
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


@pytest.fixture
def kept() -> Iterator[Keep]:
    """Hands a Datasette through, and closes after the test what Datasette leaves to the end of the process."""
    datasettes: list[Any] = []

    def keep(datasette: Any) -> Any:
        # Datasette 1.0 has another name for it.
        templates = getattr(datasette, "jinja_env", None) or datasette._jinja_env
        templates.bytecode_cache = _COMPILED
        datasettes.append(datasette)
        return datasette

    yield keep
    for datasette in datasettes:
        for served in datasette.databases.values():
            served.close()
        datasette.executor.shutdown()


@pytest.fixture
def page(filled: Path, kept: Keep) -> Page:
    """Fetches a page from Datasette as `onrecord browse` starts it on `filled`; gives httpx's response."""
    from onrecord.browse.readonly import make_datasette

    datasette = kept(make_datasette(filled))
    # Datasette 1.0 has moved queries in SQL, and sends on whoever asks for them where they were.
    return lambda path, **options: asyncio.run(
        datasette.client.get(path, **{"follow_redirects": True, **options})
    )
