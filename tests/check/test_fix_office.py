"""`onrecord check --fix` on Word and OpenDocument: only the words change, in their runs, and every other part stays as it was."""

import io
import subprocess
import zipfile
from pathlib import Path

import pypandoc
import pytest
from conftest import Prepared, Run
from hypothesis import given
from hypothesis import strategies as st

from onrecord.outputs.archive import Unfit, with_parts

ARTICLE = (
    "“We will rebuild the bridge next year, and we will not ask the county for a penny,” said Karl Weber.\n\n"
    "“The ferry sails at dawn tomorrow & on Sunday,” said Ann Lee.\n"
)
DRAFT = """# News

Karl Weber said: “We will **rebuild** the bridge next *spring*, and we will not ask the county for a penny.”[^1]

> The ferry sails at dusk tomorrow & on Sunday
>
> — Ann Lee

| a | b |
|---|---|
| 1 | 2 |

[^1]: A note with <angles> & more.
"""
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture
def told(run: Run, prepared: Prepared) -> Run:
    prepared(_an_article)
    return run


def _an_article(run: Run, folder: Path) -> None:
    run("init")
    (folder / "bridge.txt").write_text(ARTICLE)
    run("add", "source", "bridge.txt", "--citekey", "weber-2024")


def pandoc(*arguments: str, words: str = "") -> str:
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), *arguments], input=words, capture_output=True, text=True, check=True
    )
    return done.stdout


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {one.filename: archive.read(one) for one in archive.infolist()}


@pytest.mark.parametrize(("ending", "part"), [("docx", "word/document.xml"), ("odt", "content.xml")])
def test_words_change_in_their_runs_and_pandoc_reads_the_rest_as_it_was(
    told: Run, tmp_path: Path, ending: str, part: str
) -> None:
    draft = tmp_path / f"draft.{ending}"
    pandoc("-f", "markdown", "-o", str(draft), words=DRAFT)
    before, read = parts(draft), pandoc(str(draft), "-t", "markdown")
    done = told("check", draft.name, "--fix", "--dry-run", code=1)
    assert "+Karl Weber said: “We will rebuild the bridge next year, and" in done.stdout
    assert parts(draft) == before
    done = told("check", draft.name, "--fix", input="a\n")
    assert f"draft.{ending}: 2 passages put right.\n" in done.stderr
    after = parts(draft)
    assert [name for name in before if before[name] != after[name]] == [part]
    assert list(after) == list(before)
    assert pandoc(str(draft), "-t", "markdown") == read.replace("spring", "year").replace("dusk", "dawn")


def test_a_word_that_runs_through_several_takes_the_looks_of_the_first(told: Run, tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>“We will rebuild the bri</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>dges</w:t></w:r>"
        "<w:r><w:t> next year, and we will</w:t></w:r><w:r><w:t xml:space='preserve'> ask the county for a penny,” said "
        "Karl Weber &amp; Co.</w:t></w:r></w:p>"
    )
    draft = tmp_path / "draft.docx"
    _made(draft, body)
    told("check", "draft.docx", "--fix", input="y\n")
    text = parts(draft)["word/document.xml"].decode()
    assert "rebuild the bri</w:t>" not in text
    assert "rebuild the bridge</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t></w:t></w:r><w:r>" in text
    assert "we will not</w:t>" in text or "'preserve'> not ask" in text
    assert "said Karl Weber &amp; Co.</w:t>" in text


def test_what_would_be_left_out_at_the_edge_of_a_run_is_kept(told: Run, tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>“We will</w:t></w:r><w:r><w:t xml:space='preserve'> rebuild the bridge next year, and we will not ask "
        "the big </w:t></w:r><w:r><w:t>county for a penny,” said Karl Weber.</w:t></w:r></w:p>"
    )
    draft = tmp_path / "draft.docx"
    _made(draft, body)
    told("check", "draft.docx", "--fix", input="y\n")
    assert "ask the county for a penny" in pandoc(str(draft), "-t", "plain", "--wrap=none")


@pytest.mark.parametrize("mark", ["<w:ins w:id='1' w:author='a'><w:r><w:t>x</w:t></w:r></w:ins>"])
def test_tracked_changes_are_somebody_elses_to_settle(told: Run, tmp_path: Path, mark: str) -> None:
    draft = tmp_path / "draft.docx"
    _made(
        draft,
        f"<w:p><w:r><w:t>“The ferry sails at dusk tomorrow &amp; on Sunday,” said Ann Lee.</w:t></w:r>{mark}</w:p>",
    )
    before = draft.read_bytes()
    done = told("check", "draft.docx", "--fix", code=1)
    assert "draft.docx has tracked changes, and is not written: accept or reject them" in done.stderr
    assert draft.read_bytes() == before


def _made(path: Path, body: str) -> None:
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("_rels/.rels", (
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' "
            "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' "
            "Target='word/document.xml'/></Relationships>"
        ))  # fmt: skip
        made.writestr(
            "word/document.xml", f'<w:document xmlns:w="{SPACE}"><w:body>{body}</w:body></w:document>'
        )


class Forward(io.BytesIO):
    """A stream that cannot go back, so that sizes stand behind the parts."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: object) -> int:
        raise io.UnsupportedOperation


@given(
    st.dictionaries(st.sampled_from(["a", "b/c", "ü.xml", "d"]), st.binary(max_size=300), min_size=1),
    st.binary(max_size=300),
    st.booleans(),
    st.booleans(),
    st.binary(max_size=20).filter(lambda remark: b"PK" not in remark),
)
def test_every_other_part_of_an_archive_is_as_it_was(
    contents: dict[str, bytes], new: bytes, packed: bool, forward: bool, remark: bytes
) -> None:
    stream = Forward() if forward else io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, content in contents.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 2, 3, 4, 5, 6)), content)
        archive.comment = remark
    data = stream.getvalue()
    one = min(contents)
    made = with_parts(data, {one: new})
    with zipfile.ZipFile(io.BytesIO(made)) as after, zipfile.ZipFile(io.BytesIO(data)) as before:
        assert after.testzip() is None
        assert after.comment == remark
        assert after.namelist() == before.namelist()
        for info in before.infolist():
            other = after.getinfo(info.filename)
            assert (other.date_time, other.compress_type, other.external_attr) == (
                info.date_time, info.compress_type, info.external_attr)  # fmt: skip
            wanted = new if info.filename == one else contents[info.filename]
            assert after.read(info.filename) == wanted
            if info.filename != one:
                low, high = (
                    info.header_offset,
                    info.header_offset + 30 + len(info.filename.encode()) + info.compress_size,
                )
                assert data[low:high] == made[other.header_offset : other.header_offset + high - low]


@given(st.binary(max_size=200))
def test_what_is_no_archive_is_left_alone(data: bytes) -> None:
    with pytest.raises(Unfit):
        with_parts(data, {"a": b""})
