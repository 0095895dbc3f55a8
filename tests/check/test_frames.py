"""Who says a passage in languages without capitals or spaces, and drafts in them that give words to somebody else."""

from collections.abc import Iterator

import factories
import pytest

from onrecord.check import markdown
from onrecord.check.frames import voice
from onrecord.check.judge import check
from onrecord.check.verdict import Kind
from onrecord.db import reader as readers
from onrecord.db import store as stores
from onrecord.db.reader import Reader


@pytest.mark.parametrize(
    ("text", "who", "named"),
    [
        ("王丽华说：“我们要开馆。”", "王丽华", True),
        ("据新华社报道，外交部发言人李明指出：“应当谈判。”", "李明", True),
        ("“水不够深，”市长陈国强表示。", "陈国强", True),
        ("周建国在记者会上强调，“这是危机”。", "周建国", True),
        ("俄罗斯总统弗拉基米尔·普京称“这是危机”。", "弗拉基米尔·普京", True),
        ("欧阳修远：“这是危机”", "欧阳修远", True),
        ("外交部表示：“应当谈判。”", "外交部", False),
        ("王市长说：“我们要开馆。”", "王市长", False),
        ("港湾局の佐藤健一氏は「水路が必要だ」と語った。", "佐藤健一", True),
        ("「水路が必要だ」と田中花子市長は述べた。", "田中花子", True),
        ("외교부 대변인 이영희는 “협상해야 한다”고 말했다.", "이영희", True),
        ("“협상해야 한다”고 김민수 시장이 밝혔다.", "김민수", True),
    ],
)
def test_the_frame_around_the_marks_names_the_speaker(text: str, who: str, named: bool) -> None:
    start = min(at for mark in "“「" if (at := text.find(mark)) >= 0) + 1
    end = min(at for mark in "”」" if (at := text.find(mark)) >= 0)
    found = voice(text, start, end)
    assert found is not None
    assert (found.who, found.named) == (who, named)


@pytest.mark.parametrize(
    "text", ["她说：“我们要开馆。”", "Ann said: “我们要开馆。”", "“我们要开馆。”", "彼は「必要だ」と述べた。"]
)
def test_nobody_is_named_where_nobody_is(text: str) -> None:
    start = min(at for mark in "“「" if (at := text.find(mark)) >= 0) + 1
    assert voice(text, start, len(text) - 2) is None


STORED = """王丽华说：“市议会将在夏天之前开放三座新图书馆。”

“港口需要更深的水域才能停靠粮船，”市长陈国强表示。

佐藤健一氏は「港にはもっと深い水路が必要だ」と語った。

“항구에는 곡물선을 위한 더 깊은 물이 필요하다”고 이영희 장관이 밝혔다.
"""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    path = tmp_path_factory.mktemp("record") / "onrecord.db"
    factories.new_database(path)
    with stores.writing(str(path), "a test") as store:
        factories.source(store, STORED, citekey="news-2024")
    with readers.opened(str(path)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("draft", "kind"),
    [
        ("“市议会将在夏天之前开放三座新图书馆”，王丽华表示。", Kind.unrecorded),
        ("王市长表示，“市议会将在夏天之前开放三座新图书馆”。", Kind.unrecorded),
        ("张伟表示：“市议会将在夏天之前开放三座新图书馆。”", Kind.other_speaker),
        ("据王丽华说，“港口需要更深的水域才能停靠粮船”。", Kind.other_speaker),
        ("发言人表示，“港口需要更深的水域才能停靠粮船”。", Kind.doubtful),
        ("「港にはもっと深い水路が必要だ」と佐藤さんは話した。", Kind.unrecorded),
        ("「港にはもっと深い水路が必要だ」と佐藤健一さんは話した。", Kind.unrecorded),
        ("「港にはもっと深い水路が必要だ」と田中花子さんは話した。", Kind.other_speaker),
        ("이영희는 “항구에는 곡물선을 위한 더 깊은 물이 필요하다”고 했다.", Kind.unrecorded),
        ("김민수는 “항구에는 곡물선을 위한 더 깊은 물이 필요하다”고 했다.", Kind.other_speaker),
    ],
)
def test_a_wrong_speaker_of_unrecorded_words_is_told(reader: Reader, draft: str, kind: Kind) -> None:
    [verdict] = check(reader, markdown.read(draft)).verdicts
    assert (verdict.kind, verdict.sentence) == (kind, verdict.sentence)
