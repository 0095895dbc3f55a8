"""Files of proposals: LangExtract's, our own, Web Annotations, plain lines; and whatever else JSON may be."""

import io
import json

import pytest
from hypothesis import given as any_of
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.exchange.proposed import read
from onrecord.extract import extract
from onrecord.extract.outside.given import Given, HandedIn
from onrecord.extract.outside.taken import taken
from onrecord.extract.stream import Settings, answer
from onrecord.ingest.document import Document

TEXT = "“We sail,” she said.\n\n“Nobody asked us,” said Per Moe, “and nobody ever will.” Ann Lee denied that the pier was closed.\n"


def handed(*lines: object) -> HandedIn:
    return read(io.BytesIO("\n".join(json.dumps(one) for one in lines).encode()), "p.jsonl")


def only(found: HandedIn) -> Given:
    (one,) = found.statements
    return one


def test_langextract_quotations_take_speakers_and_cues_of_their_group() -> None:
    def extraction(kind: str, words: str | None, group: int, attributes: object = None) -> dict[str, object]:
        return {
            "extraction_class": kind, "extraction_text": words, "alignment_status": "match_exact", "extraction_index": 1,
            "char_interval": {"start_pos": 3, "end_pos": 9}, "group_index": group, "description": None, "attributes": attributes,
        }  # fmt: skip

    found = handed(
        {
            "document_id": "doc_1",
            "text": TEXT,
            "extractions": [
                extraction("speaker", "Per Moe", 0),
                extraction("quote", "Nobody asked us", 0, {"polarity": "asserted"}),
                extraction("place", "the pier", 1),
                extraction("event", "closed", 2, {"speaker": ["Ann Lee"], "reporting_verb": "denied"}),
                extraction("quote", None, 3),
            ],
        },
        {"document_id": "doc_2", "extractions": None},
        {"document_id": "doc_3", "extractions": []},
    )
    first, second = found.statements
    assert (first.wordings, first.starts, first.speaker and first.speaker.full) == (
        ("Nobody asked us",),
        (3,),
        "Per Moe",
    )
    assert (first.where, second.where) == ("line 1, extraction 2", "line 1, extraction 4")
    assert (second.cue, second.speaker and second.speaker.printed) == ("denied", "Ann Lee")
    assert found.passed_over == 2
    assert [one.where for one in found.rejected] == ["line 1, extraction 5"]


@pytest.mark.parametrize("lines", [True, False])
def test_our_own_output_comes_back_as_our_own(lines: bool) -> None:
    own = extract(TEXT)
    if lines:
        made = answer(json.dumps({"id": 1, "text": TEXT}).encode(), 1, "x", Settings("rules")).encode()
    else:
        made = json.dumps([{**one.as_json(), "text": TEXT[one.start : one.end]} for one in own]).encode()
    found = read(io.BytesIO(made), "own")
    assert found.rejected == ()
    back = taken(Document(TEXT, "text/plain", "text", b""), found.statements, own)
    assert back.rejected == ()
    places = sorted((one.start, one.end, one.confidence) for one in own if one.speaker is not None)
    assert len(places) > 1
    assert sorted((one.start, one.end, one.confidence) for one in back.agreed) == places


def test_a_place_without_words_is_not_believed() -> None:
    found = handed({"id": 1, "quotes": [{"start": 1, "end": 8, "group": 1}]})
    assert found.statements == ()
    assert found.rejected[0].where == "quotation 1"


def test_web_annotations_give_words_surroundings_and_who_said_them() -> None:
    one = {
        "@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation",
        "body": [{"type": "schema:Quotation", "schema:spokenByCharacter": {"name": "Per Moe"}}],
        "target": {"source": "https://example.org/", "selector": [
            {"type": "TextQuoteSelector", "exact": "Nobody asked us", "prefix": "“", "suffix": ",”"},
            {"type": "TextPositionSelector", "start": 24, "end": 39}]},
    }  # fmt: skip
    found = only(handed(one))
    assert (found.wordings, found.prefix, found.suffix, found.starts) == (
        ("Nobody asked us",),
        "“",
        ",”",
        (24,),
    )
    assert found.speaker is not None
    assert found.speaker.full == "Per Moe"
    page = {"type": "AnnotationPage", "items": [one, {**one, "target": "https://example.org/"}]}
    assert [len(part) for part in (handed(page).statements, handed(page).rejected)] == [1, 1]
    assert only(handed([one])).wordings == found.wordings


def test_plain_lines_and_odd_values() -> None:
    found = only(
        handed(
            {
                "Quote": " We sail ",
                "Said-By": "Ann Lee",
                "confidence": True,
                "start": -4,
                "via": ["KCNA", 7, {"speaker": "AP"}],
            }
        )
    )
    assert (found.wordings, found.starts, found.confidence) == (("We sail",), (None,), None)
    assert [hop.name.full for hop in found.via] == ["KCNA", "AP"]
    assert handed({"quote": "bell \u0007 rings"}).rejected[0].reason.startswith("In the words")
    assert handed({"quote": "half \ud83d of it"}).rejected
    assert handed(7, "x", None).statements == ()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b'{"quote": "a"}\n{"quote": "b', "in line 2. Nothing of it was taken"),
        (b"# Notes\n", "neither JSON nor JSON Lines"),
        (b"[" * 100_000, "brackets too deep"),
        (b'{"start": ' + b"9" * 10_000 + b"}", "too long"),
        (b"\x00\x01\x02\xff", ""),
    ],
)
def test_what_cannot_be_read_is_one_sentence(content: bytes, says: str) -> None:
    with pytest.raises(InputError) as told:
        read(io.BytesIO(content), "p.jsonl")
    assert says in told.value.message


_KEYS = st.sampled_from(
    ["extractions", "quotes", "proposals", "target", "selector", "type", "items", "text", "quote", "speaker", "via", "group",
     "start", "stretches", "char_interval", "attributes", "extraction_class", "extraction_text", "group_index", "body"]
)  # fmt: skip
_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["quote", "Annotation"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=5),
    max_leaves=20,
)


@any_of(_JSON)
def test_any_json_is_read_or_rejected(document: object) -> None:
    found = handed(document)
    back = taken(Document(TEXT, "text/plain", "text", b""), found.statements, ())
    assert len(back.rejected) <= len(found.statements)
