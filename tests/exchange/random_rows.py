"""Databases that nobody would make by hand: every table, hostile text, references in every direction."""

import hashlib
import zlib
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from onrecord.db.store import Store
from onrecord.model import vocabulary
from onrecord.text import fold, names

HOSTILE = st.one_of(
    st.sampled_from(
        [
            "=1+1", "+1", "-2", "@SUM(A1)", "\tx", "\rx", "\nx", "'", "''", "'=1", "", " ", "a\0b", "\x1b[31m", "\u202e",
            "line\u2028end", "\x85", "\ufeff", 'a"b', "a,b;c", "a\r\nb", "{", "[1]", "null", "true", "\\u0000", "𝔘",
        ]
    ),
    st.text(st.characters(codec="utf-8"), max_size=12),
)  # fmt: skip
WORDING = HOSTILE.filter(bool)
MAYBE = st.none() | HOSTILE
JSON = st.dictionaries(
    HOSTILE,
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | HOSTILE,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(HOSTILE, inner, max_size=3),
        max_leaves=5,
    ),
    max_size=3,
)
DATE = st.sampled_from([None, "2023", "1850~", "2023-08-08", "-0044-03", "1914/1918", "202X"])
MOMENT = "2024-05-06T07:08:09Z"


def fill(store: Store, data: st.DataObject) -> None:
    """Draws a database into an empty one."""

    def draw(strategy: st.SearchStrategy[Any]) -> Any:
        return data.draw(strategy)

    def some(most: int, make: Callable[[int], int]) -> list[int]:
        return [make(number) for number in range(draw(st.integers(0, most)))]

    speakers = some(
        3,
        lambda n: store.insert(
            "speakers",
            slug=f"speaker-{n}", name=draw(WORDING), family=draw(MAYBE), given=draw(MAYBE),
            kind=draw(st.sampled_from(vocabulary.SPEAKER_KINDS)), unnamed=draw(st.booleans()), description=draw(MAYBE),
            wikidata_id=f"Q{n + 1}" if draw(st.booleans()) else None,
        ),
    )  # fmt: skip
    if len(speakers) > 1 and draw(st.booleans()):
        # The first is merged into a later one: it points forwards.
        store.update("speakers", speakers[0], merged_into_id=speakers[-1])
    for one in speakers:
        for name in draw(st.lists(WORDING, max_size=2, unique=True)):
            store.insert(
                "speaker_names",
                speaker_id=one, name=name, name_key=names.name_key(name), language=draw(MAYBE),
                script=draw(MAYBE), kind=draw(st.sampled_from(vocabulary.NAME_KINDS)),
            )  # fmt: skip
    sources = some(
        3,
        lambda n: store.insert(
            "sources",
            citekey=f"Ключ:{n}/a_b", type=draw(st.sampled_from(vocabulary.SOURCE_TYPES)), title=draw(MAYBE),
            container_title=draw(MAYBE), publisher=draw(MAYBE), issued=draw(DATE),
            url=f"https://example.org/{n}" if n else None,
            url_key=f"example.org/{n}" if n and draw(st.booleans()) else None, accessed=draw(DATE),
            language=draw(MAYBE), csl=draw(st.none() | JSON),
        ),
    )  # fmt: skip
    snapshots: list[tuple[int, int]] = []  # with their sources
    for source in sources:
        for text in draw(st.lists(WORDING, max_size=2, unique=True)):
            copy = store.insert(
                "snapshots", source_id=source, captured_at=MOMENT, sha256=hashlib.sha256(text.encode()).hexdigest(),
                media_type=draw(HOSTILE), text=text, extractor=draw(HOSTILE),
                original=draw(st.none() | st.binary(max_size=20).map(zlib.compress)),
                places=draw(st.sampled_from([None, [[0, "page", "iv"]], []])),
            )  # fmt: skip
            snapshots.append((copy, source))
        if speakers and draw(st.booleans()):
            store.insert(
                "creators",
                source_id=source, position=1, role=draw(st.sampled_from(vocabulary.CREATOR_ROLES)),
                speaker_id=draw(st.sampled_from(speakers)), named_as=draw(MAYBE),
            )  # fmt: skip
        if draw(st.booleans()):
            store.insert("citekey_aliases", source_id=source, citekey=f"other-{source}")
    for copy, source in snapshots:
        for _ in range(draw(st.integers(0, 2))):
            store.insert(
                "captures",
                source_id=source, snapshot_id=copy, captured_at=MOMENT,
                url=draw(st.none() | st.just("https://example.org/page")), status=draw(st.none() | st.just(200)),
            )  # fmt: skip

    def statement(n: int) -> int:
        text = draw(WORDING)
        return store.insert(
            "statements",
            key="abcdefghi" + "abc"[n], text=text, text_key=fold.text_key(text), said=draw(DATE), note=draw(MAYBE),
        )  # fmt: skip

    statements = some(3, statement)
    for name in draw(st.lists(WORDING, max_size=2, unique=True)):
        tag = store.insert("tags", name=name)
        for one in statements[:2]:
            store.insert("statement_tags", statement_id=one, tag_id=tag)

    def attribution(_: int) -> int:
        source = draw(st.sampled_from(sources))
        copies = [copy for copy, owner in snapshots if owner == source]
        located, checked = draw(st.booleans()), draw(st.sampled_from([None, "not_checkable", "absent"]))
        return store.insert(
            "attributions",
            statement_id=draw(st.sampled_from(statements)), speaker_id=draw(st.sampled_from(speakers)),
            source_id=source, form=draw(st.sampled_from(vocabulary.FORMS)),
            polarity=draw(st.sampled_from(vocabulary.POLARITIES)), wording=draw(st.none() | WORDING), language=draw(MAYBE),
            place=draw(MAYBE), occasion=draw(MAYBE), medium=draw(st.none() | st.sampled_from(vocabulary.MEDIA)),
            exact=draw(MAYBE), prefix=draw(MAYBE),
            suffix=draw(MAYBE), locator_label="page" if located else None, locator="12-14" if located else None,
            named_as=draw(MAYBE), cue=draw(MAYBE), said=draw(DATE),
            snapshot_id=draw(st.sampled_from([None, *copies])), check_result=checked, checked_at=MOMENT if checked else None,
            rank="deprecated", rank_reason=draw(WORDING), status=draw(st.sampled_from(vocabulary.STATUSES)),
            status_reason=draw(WORDING), translator_id=draw(st.sampled_from([None, *speakers])),
            page_index=draw(st.none() | st.integers(-5, 1 << 40)),
        )  # fmt: skip

    whole = speakers and sources and statements
    attributions = some(3, attribution) if whole else []
    if len(attributions) > 1:
        store.update("attributions", attributions[0], quoted_from_id=attributions[-1])
    for checked in attributions[:1]:
        store.insert("checks", attribution_id=checked, outcome="absent", at=MOMENT)
    for one in attributions:
        store.insert("spans", attribution_id=one, position=1, start=0, end=1, quoted=draw(st.booleans()))
        store.insert(
            "relays",
            attribution_id=one, hop=1, speaker_id=draw(st.sampled_from(speakers)), cue=draw(MAYBE),
            named_as=draw(MAYBE), cited_source_id=draw(st.sampled_from([None, *sources])),
        )  # fmt: skip
    claims = [
        store.insert("claims", key=f"c-abcde{letter}", text=text, note=draw(MAYBE))
        for letter, text in zip("abc", draw(st.lists(WORDING, max_size=3, unique=True)), strict=False)
    ]
    for one in claims:
        for said in statements[:1]:
            stance = draw(st.sampled_from(vocabulary.STANCES))
            store.insert("stances", statement_id=said, claim_id=one, stance=stance, note=draw(MAYBE))
        for reviewer in speakers[:1]:
            store.insert(
                "reviews",
                claim_id=one, reviewer_id=reviewer,
                source_id=draw(st.sampled_from([None, *sources])), verdict=draw(WORDING),
                rating=draw(st.none() | st.floats(1, 5)), best=5, worst=1.0, published=draw(DATE),
            )  # fmt: skip
    if len(speakers) > 1:
        judged = draw(st.sampled_from(vocabulary.JUDGEMENTS))
        store.insert(
            "judgements", first_id=speakers[1], second_id=speakers[0], judgement=judged, reason=draw(MAYBE)
        )
    for one in speakers[:1]:
        title = draw(WORDING)
        store.insert(
            "offices",
            speaker_id=one, title=title, title_key=names.name_key(title), since=None, until=None,
            source_id=draw(st.sampled_from([None, *sources])), note=draw(MAYBE),
        )  # fmt: skip
    if len(attributions) > 1:
        store.insert(
            "decisions",
            first_id=attributions[0], second_id=attributions[1], about=draw(st.sampled_from(vocabulary.CONFLICTS)),
            decision=draw(st.sampled_from(vocabulary.DECISIONS)), reason=draw(WORDING),
        )  # fmt: skip
    if len(statements) > 1:
        kind = draw(st.sampled_from(vocabulary.STATEMENT_LINKS))
        store.insert("statement_links", from_id=statements[1], to_id=statements[0], kind=kind)
    if len(claims) > 1:
        store.insert("claim_links", from_id=claims[1], to_id=claims[0], kind="contradicts")
    for copy, _ in snapshots[:2]:
        store.insert(
            "proposals",
            snapshot_id=copy, place_key=draw(HOSTILE), text_key=draw(HOSTILE), stretches=[[0, 1]],
            form=draw(st.sampled_from(vocabulary.FORMS)), speaker=draw(st.none() | WORDING), named_as=draw(MAYBE),
            speaker_kind="person", unnamed=draw(st.booleans()), via=[draw(JSON)], said=draw(MAYBE),
            confidence=draw(st.floats(0, 1)), reason=draw(HOSTILE), engine=draw(HOSTILE),
            state="accepted" if attributions else "open", attribution_id=attributions[0] if attributions else None,
        )  # fmt: skip
