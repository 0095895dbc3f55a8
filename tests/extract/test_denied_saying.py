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
