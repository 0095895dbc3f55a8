"""Whoever denies having said words in quotation marks does not say them; whoever denies something else and speaks, does."""

import pytest

from onrecord.extract import extract

DENIED = [
    "Vogt bestritt, gesagt zu haben: „Der Turm ist uns egal geworden in diesem Jahr.“",
    "Vogt leugnete, jemals gesagt zu haben: „Der Turm ist uns egal geworden in diesem Jahr.“",
    "Vogt wies zurück, gesagt zu haben: „Der Turm ist uns egal geworden in diesem Jahr.“",
    "Vogt und Maier bestritten, gesagt zu haben: „Der Turm ist uns egal geworden in diesem Jahr.“",
    "Jean Moreau dément avoir déclaré : « Le port est devenu tout à fait inutile cette année. »",
    "Jan Kowalski zaprzeczył, jakoby powiedział: „Port jest już zupełnie niepotrzebny w tym roku.”",
    "Иван Петров отрицал, что говорил: «Порт стал совершенно не нужен в этом году».",
    "Carlos Ruiz desmintió haber dicho: «El puerto ya no sirve para nada este año.»",
    "Vogt hat bestritten, dass er gesagt habe: „Der Turm ist uns egal geworden in diesem Jahr.“",
    "Jan Kowalski zaprzeczył, że powiedział: „Port jest już zupełnie niepotrzebny w tym roku.”",
    "Тарас Бойко заперечив, що казав: «Порт став зовсім непотрібним цього року».",
    'Jan de Wit ontkende dat hij had gezegd: "De haven is dit jaar helemaal nutteloos."',
    "Mario Rossi ha smentito di aver detto: «Il porto non serve più a niente quest'anno».",
    'Rui Costa negou ter dito: "O porto já não serve para nada este ano."',
    'Emre Kaya, "Liman artık hiçbir işe yaramıyor" dediğini yalanladı.',
    "نفى سامي الحداد أنه قال: «الميناء لم يعد مفيدا هذا العام».",
    "王建國否認說過：「港口已經完全沒有任何用處了。」",
    "王建国否认说过：“港口已经完全没有任何用处了。”",
    "王建國否認自己在會議上說過：「港口已經完全沒有任何用處了。」",
    "昨天，王建國否認曾經說：「港口已經完全沒有任何用處了。」",
    "田中一郎氏は「港はもう全く必要ありません」と述べたことを否定した。",
    "田中一郎氏は「港はもう全く必要ありません」との発言を否定した。",
    '김철수 시장은 "항구는 이제 전혀 필요 없습니다"라고 말한 것을 부인했다.',
    '김철수 시장은 "항구는 이제 전혀 필요 없습니다"라고 말했다는 의혹을 부인했다.',
]
SAID = [
    "Vogt bestritt den Vorwurf und sagte: „Der Turm ist uns egal geworden in diesem Jahr.“",
    "Vogt bestritt den Vorwurf, sagte aber: „Der Turm ist uns egal geworden in diesem Jahr.“",
    "Jean Moreau a nié les faits et a dit : « Le port est devenu tout à fait inutile cette année. »",
    "Jan Kowalski zaprzeczył i powiedział: „Port jest już zupełnie niepotrzebny w tym roku.”",
    "Иван Петров отрицал вину и сказал: «Порт стал совершенно не нужен в этом году».",
    "Anna Vogt bestritt alles, wobei sie sagte: „Der Turm ist uns egal geworden in diesem Jahr.“",
    "Jean Moreau a démenti, disant : « Le port est devenu tout à fait inutile cette année. »",
    "Carlos Ruiz lo negó, diciendo: «El puerto ya no sirve para nada este año».",
    "Mario Rossi ha smentito, dicendo: «Il porto non serve più a niente quest'anno».",
    'Rui Costa negou, dizendo: "O porto já não serve para nada este ano."',
    "Jan Kowalski zaprzeczył, mówiąc: „Port jest już zupełnie niepotrzebny w tym roku”.",
    "Иван Петров опроверг это, сказав: «Порт стал совершенно не нужен в этом году».",
    "Тарас Бойко заперечив це, заявивши: «Порт став зовсім непотрібним цього року».",
    'Jan de Wit ontkende het, waarbij hij zei: "De haven is dit jaar helemaal nutteloos."',
    'Emre Kaya bunu yalanlayarak "Liman artık hiçbir işe yaramıyor" dedi.',
    "ونفى سامي الحداد ذلك قائلا: «الميناء لم يعد مفيدا هذا العام».",
    'Ann Lee denied it in a statement that read: "The port is of no use to anybody this year."',
    "王建國否認指控，並說：「港口已經完全沒有任何用處了。」",
    "王建国否认指控，称：“港口已经完全没有任何用处了。”",
    "王建國否認指控說：「港口已經完全沒有任何用處了。」",
    "田中一郎氏は疑惑を否定し、「港はもう全く必要ありません」と述べた。",
    "田中一郎氏は「港はもう全く必要ありません」と述べて疑惑を否定した。",
    '김철수 시장은 의혹을 부인하며 "항구는 이제 전혀 필요 없습니다"라고 말했다.',
    '김철수 시장은 "항구는 이제 전혀 필요 없습니다"라고 말하며 의혹을 부인했다.',
]


@pytest.mark.parametrize("text", DENIED)
def test_words_whose_saying_is_denied_are_denied(text: str) -> None:
    assert {one.polarity for one in extract(text)} == {"denied"}


@pytest.mark.parametrize("text", SAID)
def test_words_beside_another_denial_are_said(text: str) -> None:
    assert [(one.polarity, one.form) for one in extract(text)] == [("asserted", "direct")]


@pytest.mark.parametrize("text", SAID)
def test_whoever_denies_something_else_speaks(text: str) -> None:
    [found] = extract(text)
    assert found.speaker is not None
    assert found.speaker.canonical in {
        "Vogt", "Anna Vogt", "Jean Moreau", "Carlos Ruiz", "Mario Rossi", "Rui Costa", "Jan Kowalski", "Иван Петров", "Тарас Бойко",
        "Jan de Wit", "Emre Kaya", "سامي الحداد", "Ann Lee", "王建國", "王建国", "田中一郎", "김철수",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee was in Oslo. She denied ever saying “the port would close”.", "Ann Lee"),
        ("He has denied ever having said “the port would close”.", "he"),
        ("The minister, who denied ever saying “the port would close”, resigned.", "minister"),
        ("“The port will close,” Ann Lee denied ever saying.", "Ann Lee"),
    ],
)
def test_whoever_denies_saying_it_is_no_verb(text: str, speaker: str) -> None:
    [found] = extract(text)
    assert (found.polarity, found.speaker and found.speaker.canonical) == ("denied", speaker)


def test_a_participle_behind_the_denial_tells_what_is_said() -> None:
    denied, said = extract("Ann Lee denied the report, adding: “The port is safe for everyone.”")
    assert (denied.polarity, said.polarity, said.cue) == ("denied", "asserted", "adding")
