"""Databases that nobody would make by hand: every table, hostile text, references in every direction."""

import hashlib
import zlib
from typing import Any

from hypothesis import strategies as st
from sqlalchemy.orm import Session

from onrecord.db import models
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


def fill(session: Session, data: st.DataObject) -> None:
    """Draws a database into an empty one."""

    def draw(strategy: st.SearchStrategy[Any]) -> Any:
        return data.draw(strategy)

    def some(model: type[Any], most: int, make: Any) -> list[Any]:
        rows = [make(number) for number in range(draw(st.integers(0, most)))]
        rows = [row for row in rows if row is not None]
        session.add_all(rows)
        session.flush()
        return rows

    speakers = some(
        models.Speaker,
        3,
        lambda n: models.Speaker(
            slug=f"speaker-{n}", name=draw(WORDING), family=draw(MAYBE), given=draw(MAYBE),
            kind=draw(st.sampled_from(vocabulary.SPEAKER_KINDS)), unnamed=draw(st.booleans()), description=draw(MAYBE),
            wikidata_id=f"Q{n + 1}" if draw(st.booleans()) else None,
        ),
    )  # fmt: skip
    if len(speakers) > 1 and draw(st.booleans()):
        # The first is merged into a later one: it points forwards.
        speakers[0].merged_into_id = speakers[-1].id
        session.flush()
    for one in speakers:
        for name in draw(st.lists(WORDING, max_size=2, unique=True)):
            session.add(
                models.SpeakerName(
                    speaker_id=one.id, name=name, name_key=names.name_key(name), language=draw(MAYBE),
                    script=draw(MAYBE), kind=draw(st.sampled_from(vocabulary.NAME_KINDS)),
                )
            )  # fmt: skip
    sources = some(
        models.Source,
        3,
        lambda n: models.Source(
            citekey=f"Ключ:{n}/a_b", type=draw(st.sampled_from(vocabulary.SOURCE_TYPES)), title=draw(MAYBE),
            container_title=draw(MAYBE), publisher=draw(MAYBE), issued=draw(DATE),
            url=f"https://example.org/{n}" if n else None,
            url_key=f"example.org/{n}" if n and draw(st.booleans()) else None, accessed=draw(DATE),
            language=draw(MAYBE), csl=draw(st.none() | JSON),
        ),
    )  # fmt: skip
    snapshots: list[models.Snapshot] = []
    for source in sources:
        for text in draw(st.lists(WORDING, max_size=2, unique=True)):
            snapshots.append(
                models.Snapshot(
                    source_id=source.id, captured_at=MOMENT, sha256=hashlib.sha256(text.encode()).hexdigest(),
                    media_type=draw(HOSTILE), text=text, extractor=draw(HOSTILE),
                    original=draw(st.none() | st.binary(max_size=20).map(zlib.compress)),
                    places=draw(st.sampled_from([None, [[0, "page", "iv"]], []])),
                )
            )  # fmt: skip
        if speakers and draw(st.booleans()):
            session.add(
                models.Creator(
                    source_id=source.id, position=1, role=draw(st.sampled_from(vocabulary.CREATOR_ROLES)),
                    speaker_id=draw(st.sampled_from(speakers)).id, named_as=draw(MAYBE),
                )
            )  # fmt: skip
        if draw(st.booleans()):
            session.add(models.CitekeyAlias(source_id=source.id, citekey=f"other-{source.id}"))
    session.add_all(snapshots)
    session.flush()
    for snapshot in snapshots:
        for _ in range(draw(st.integers(0, 2))):
            session.add(
                models.Capture(
                    source_id=snapshot.source_id, snapshot_id=snapshot.id, captured_at=MOMENT,
                    url=draw(st.none() | st.just("https://example.org/page")), status=draw(st.none() | st.just(200)),
                )
            )  # fmt: skip

    def statement(n: int) -> models.Statement:
        text = draw(WORDING)
        return models.Statement(
            key="abcdefghi" + "abc"[n], text=text, text_key=fold.text_key(text), said=draw(DATE), note=draw(MAYBE),
        )  # fmt: skip

    statements = some(models.Statement, 3, statement)
    for name in draw(st.lists(WORDING, max_size=2, unique=True)):
        tag = models.Tag(name=name)
        session.add(tag)
        session.flush()
        for one in statements[:2]:
            session.add(models.StatementTag(statement_id=one.id, tag_id=tag.id))

    def attribution(_: int) -> models.Attribution:
        source = draw(st.sampled_from(sources))
        copies = [one.id for one in snapshots if one.source_id == source.id]
        located, checked = draw(st.booleans()), draw(st.sampled_from([None, "not_checkable", "absent"]))
        return models.Attribution(
            statement_id=draw(st.sampled_from(statements)).id, speaker_id=draw(st.sampled_from(speakers)).id,
            source_id=source.id, form=draw(st.sampled_from(vocabulary.FORMS)),
            polarity=draw(st.sampled_from(vocabulary.POLARITIES)), wording=draw(st.none() | WORDING), language=draw(MAYBE),
            place=draw(MAYBE), occasion=draw(MAYBE), medium=draw(st.none() | st.sampled_from(vocabulary.MEDIA)),
            exact=draw(MAYBE), prefix=draw(MAYBE),
            suffix=draw(MAYBE), locator_label="page" if located else None, locator="12-14" if located else None,
            named_as=draw(MAYBE), cue=draw(MAYBE), said=draw(DATE),
            snapshot_id=draw(st.sampled_from([None, *copies])), check_result=checked, checked_at=MOMENT if checked else None,
            rank="deprecated", rank_reason=draw(WORDING), status=draw(st.sampled_from(vocabulary.STATUSES)),
            status_reason=draw(WORDING), translator_id=draw(st.sampled_from([None, *(one.id for one in speakers)])),
            page_index=draw(st.none() | st.integers(-5, 1 << 40)),
        )  # fmt: skip

    whole = speakers and sources and statements
    attributions = some(models.Attribution, 3, attribution) if whole else []
    if len(attributions) > 1:
        attributions[0].quoted_from_id = attributions[-1].id
    for checked in attributions[:1]:
        session.add(models.Check(attribution_id=checked.id, outcome="absent", at=MOMENT))
    for one in attributions:
        session.add(
            models.Span(attribution_id=one.id, position=1, start=0, end=1, quoted=draw(st.booleans()))
        )
        session.add(
            models.Relay(
                attribution_id=one.id, hop=1, speaker_id=draw(st.sampled_from(speakers)).id, cue=draw(MAYBE),
                named_as=draw(MAYBE), cited_source_id=draw(st.sampled_from([None, *(s.id for s in sources)])),
            )
        )  # fmt: skip
    claims = [
        models.Claim(key=f"c-abcde{letter}", text=text, note=draw(MAYBE))
        for letter, text in zip("abc", draw(st.lists(WORDING, max_size=3, unique=True)), strict=False)
    ]
    session.add_all(claims)
    session.flush()
    for one in claims:
        for said in statements[:1]:
            stance = draw(st.sampled_from(vocabulary.STANCES))
            session.add(models.Stance(statement_id=said.id, claim_id=one.id, stance=stance, note=draw(MAYBE)))
        for reviewer in speakers[:1]:
            session.add(
                models.Review(
                    claim_id=one.id, reviewer_id=reviewer.id,
                    source_id=draw(st.sampled_from([None, *(s.id for s in sources)])), verdict=draw(WORDING),
                    rating=draw(st.none() | st.floats(1, 5)), best=5, worst=1.0, published=draw(DATE),
                )
            )  # fmt: skip
    if len(claims) > 1:
        session.add(models.ClaimLink(from_id=claims[1].id, to_id=claims[0].id, kind="contradicts"))
    for copy in snapshots[:2]:
        session.add(
            models.Proposal(
                snapshot_id=copy.id, place_key=draw(HOSTILE), text_key=draw(HOSTILE), stretches=[[0, 1]],
                form=draw(st.sampled_from(vocabulary.FORMS)), speaker=draw(st.none() | WORDING), named_as=draw(MAYBE),
                speaker_kind="person", unnamed=draw(st.booleans()), via=[draw(JSON)], said=draw(MAYBE),
                confidence=draw(st.floats(0, 1)), reason=draw(HOSTILE), engine=draw(HOSTILE),
                state="accepted" if attributions else "open", attribution_id=attributions[0].id if attributions else None,
            )
        )  # fmt: skip
    session.flush()
