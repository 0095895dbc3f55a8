"""What somebody says against something is what they assert; what they deny stays denied. In scripts where one verb does both."""

import pytest

from onrecord.extract import extract
from onrecord.text.polarity import of_cue

SENTENCES = [
    ("ja", "田中市長は、工事は予定通り進んでいると反論した。", "工事は予定通り進んでいる", "asserted"),
    ("ja", "佐藤社長は、契約はすでに切れていると反駁した。", "契約はすでに切れている", "asserted"),
    ("ja", "田中市長は、根も葉もない話だと一蹴した。", "根も葉もない話だ", "asserted"),
    ("ja", "田中市長は、工事が遅れていると否定した。", "工事が遅れている", "denied"),
    ("ja", "田中市長は、工事が遅れていることを否定した。", "工事が遅れている", "denied"),
    (
        "ko",
        "김민수 시장은 공사가 예정대로 진행되고 있다고 반박했다.",
        "공사가 예정대로 진행되고 있다",
        "asserted",
    ),
    ("ko", "김민수 시장은 근거 없는 이야기라고 일축했다.", "근거 없는 이야기라", "asserted"),
    ("ko", "김민수 시장은 공사가 늦어졌다고 부인했다.", "공사가 늦어졌다", "denied"),
    ("zh", "王明市长反驳说，工程正在按计划进行。", "工程正在按计划进行", "asserted"),
    ("zh", "王明市长驳斥称，这是毫无根据的谣言。", "这是毫无根据的谣言", "asserted"),
    ("zh", "環保局發言人駁斥稱，水質完全合格。", "水質完全合格", "asserted"),
    ("zh", "王明市长否认工程延误。", "工程延误", "denied"),
    ("zh", "王明市长反驳了工程延误的说法。", "工程延误", "denied"),
]


@pytest.mark.parametrize(("language", "text", "wording", "polarity"), SENTENCES)
def test_rebutted(language: str, text: str, wording: str, polarity: str) -> None:
    """Where nothing is proposed of a denial, nothing wrong is."""
    proposals = extract(text, language=language)
    told = [(text[one.start : one.end], one.polarity) for one in proposals]
    assert told == [(wording, polarity)] or (told == [] and polarity == "denied")
    for one in proposals:
        assert of_cue(one.cue, language=language, wording=wording) == polarity
