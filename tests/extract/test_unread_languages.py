"""What happens to texts in languages that extraction has no rules for: nothing is guessed, and it is said."""

from pathlib import Path

import pytest
from conftest import Run

from onrecord.extract import extract
from onrecord.extract.abroad import telling

TEXTS = {
    "Finnish": "Valtuusto päätti tiistaina, että silta korjataan. “Silta on turvallinen ja kestää vielä vuosia”, sanoi insinööri.",
    "Czech": "Zastupitelstvo v úterý rozhodlo, že most bude opraven. „Most je bezpečný a vydrží ještě roky“, řekla inženýrka.",
    "Hungarian": "A testület kedden úgy döntött, hogy a hidat jövőre felújítják, és az út is új lesz. „A híd biztonságos, és még évekig kitart”, mondta a mérnök.",
    "Romanian": "Consiliul a decis marți că podul va fi reparat. „Podul este sigur și va rezista ani buni”, a spus inginera.",
    "a language in Greek letters": "Το συμβούλιο αποφάσισε την επισκευή. «Η γέφυρα είναι ασφαλής και αντέχει», είπε ο μηχανικός.",
    "a language in Hebrew letters": "המועצה החליטה ביום שלישי לתקן את הגשר. „הגשר בטוח ויחזיק עוד שנים רבות”, אמרה המהנדסת.",
    "a language in Devanagari letters": "परिषद ने पुल की मरम्मत का निर्णय लिया। “पुल सुरक्षित है और बरसों चलेगा”, अभियंता ने कहा।",
    "Persian, Urdu or another language in Arabic letters": "شورا تصمیم گرفت که پل تعمیر شود. «پل ایمن است و سال‌ها می‌ماند»، مهندس گفت.",
}  # fmt: skip


@pytest.mark.parametrize("language", TEXTS)
def test_the_quotation_is_proposed_and_nobody_is_guessed(language: str) -> None:
    assert telling.without_rules(TEXTS[language]) == language
    proposals = extract(TEXTS[language])
    assert [proposal.speaker for proposal in proposals] == [None]
    assert all(proposal.confidence < 0.5 for proposal in proposals)


def test_commands_say_so(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "silta.txt"
    text.write_text(TEXTS["Finnish"] + "\n", encoding="utf-8")
    read = run("extract", text)
    assert read.returncode == 0
    assert "Silta on turvallinen" in read.stdout
    assert "seems to be in Finnish, which extraction has no rules for" in read.stderr
    assert "no rules" not in run("extract", text, "--lang", "en").stderr
    run("init")
    assert "seems to be in Finnish" in run("ingest", text, "--dry-run").stderr


def test_the_language_that_a_source_is_given_is_the_one_it_is_read_in(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "brug.txt"
    text.write_text("“De brug is veilig en blijft open”, zei Anna Smit.\n", encoding="utf-8")
    run("init")
    assert "Anna Smit" in run("ingest", text, "--dry-run").stdout
    assert "Anna Smit" not in run("ingest", text, "--lang", "zh", "--dry-run").stdout
    # A language without rules is the source's, and the text is read as its words tell.
    assert "Anna Smit" in run("ingest", text, "--lang", "fy", "--dry-run").stdout
