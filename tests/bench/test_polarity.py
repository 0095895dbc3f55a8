"""The battery of denials is read, and the promise that it measures is kept."""

from pathlib import Path

import pytest

from bench.polarity.__main__ import HERE, Sentence, main, sentences


def test_nothing_that_is_denied_comes_out_as_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    total = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("| all |"))
    denials, asserted, proposed, right, plain, _, lost = (int(cell) for cell in total.split("|")[2:-1])
    assert (denials, plain) == (120, 120)
    assert (asserted, lost) == (0, 0)
    assert proposed == right


def test_a_battery_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    denials, plain = tmp_path / "denials.txt", tmp_path / "plain.txt"
    denials.write_text("# remark\n[en]\nasked  Lund said that the fog was thick.\n", encoding="utf-8")
    plain.write_text("[en]\nLund denied that the fog was thick.\n", encoding="utf-8")
    assert main([str(denials), str(plain)]) == 1
    told = capsys.readouterr().out
    assert "| en | 1 | 1 | 1 | 0 | 1 | 1 | 1 |" in told
    assert "asked -> asserted: Lund said that the fog was thick." in told
    assert list(sentences(plain, plain=True)) == [
        Sentence("en", "asserted", "Lund denied that the fog was thick.")
    ]
    plain.write_text("Lund said so.\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"Line 1 of .*POLARITY SENTENCE"):
        list(sentences(plain, plain=False))


def test_every_language_has_twelve_of_each() -> None:
    for name, plain in (("denials.txt", False), ("plain.txt", True)):
        found = [one.language for one in sentences(HERE / name, plain=plain)]
        assert {found.count(language) for language in found} == {12} and len(set(found)) == 10
