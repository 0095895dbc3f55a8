"""Clauses with "as": “…, as the Gazette reported” says who reports it, or who passes on what somebody said."""

import pytest

from onrecord.extract import extract


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("The bridge will close in May, as the Harbour Gazette reported on Monday.", "Harbour Gazette", []),
        ("As the Harbour Gazette first reported, the bridge will close in May.", "Harbour Gazette", []),
        ("The bridge will close in May, as first reported by the Harbour Gazette.", "Harbour Gazette", []),
        ("The bridge will close in May, as the Harbour Gazette reported, Ann Lee said.", "Ann Lee", ["Harbour Gazette"]),
        ("The bridge will close in May, Ann Lee said, as the Harbour Gazette reported.", "Ann Lee", ["Harbour Gazette"]),
    ],
)  # fmt: skip
def test_who_is_referred_to_speaks_or_passes_on(text: str, speaker: str, via: list[str]) -> None:
    [found] = extract(text)
    assert text[found.start : found.end].lower() == "the bridge will close in may"
    assert found.speaker is not None and found.speaker.canonical == speaker
    assert [hop.speaker.canonical for hop in found.via] == via


@pytest.mark.parametrize(
    "text", ["As the bridge closed, Ann Lee left.", "He works as a reporter, she noted nothing."]
)
def test_other_clauses_with_as_report_nothing(text: str) -> None:
    assert all("as" not in one.reason.split() for one in extract(text))
