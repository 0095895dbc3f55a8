"""What cues express, in every language: as people record them, and whatever else stands there."""

from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.polarities import label, marked, named
from onrecord.text.polarity import LANGUAGES, lexicon, of_cue
from onrecord.text.polarity.table import Table

CUES = {
    "en": {
        "asserted": "denied it, saying|denied the charges, adding that|declined to comment, saying|said|according to|told reporters|no doubt said|not only said|did not hesitate to say|ruled that|asked for|"
        "asked the board to|could not have said more clearly|refused to resign and said|denied access to|"
        "was asked about the price and said|rejected the bill, saying|never tired of saying|insisted",
        "denied": "denied, under oath, saying|denied ever saying|denied|denies|has always denied|rejected the claim|said it was not true that|ruled out|disputed|"
        "refuted|dismissed as false|denial|does not believe|took issue with|pleaded not guilty",
        "not_said": "did not say|didn’t say|never said|has not said|would not say|can't say|cannot confirm|refused to say|"
        "declined to comment on whether|declined to say|failed to say|avoided saying|stopped short of saying|"
        "without saying|could not say whether|neither said|nobody said|said nothing|did not deny|"
        "neither confirmed nor denied|could neither confirm nor deny|has yet to say|no comment|was not quoted as saying|was asked whether|were asked if|has been asked by reporters whether",
        "asked": "asked whether|asked if|wondered|questioned whether|wanted to know|inquired|doubted",
    },
    "de": {
        "asserted": "sagte|erklärte|sagte nicht ohne Stolz|zögerte nicht zu sagen|wies darauf hin|sagte nicht nur",
        "denied": "dementierte|bestritt|hat bestritten|wies zurück|wies die Vorwürfe zurück|schloss aus|widersprach|Dementi",
        "not_said": "sagte nicht|sagte nichts|hat nie gesagt|wollte nicht sagen, ob|weigerte sich zu sagen|ließ offen, ob|"
        "ohne zu sagen|lehnte einen Kommentar ab|lehnte es ab zu sagen|schwieg dazu|bestritt nicht",
        "asked": "fragte, ob|wollte wissen|erkundigte sich|bezweifelte",
    },
    "fr": {
        "asserted": "a démenti, disant|a nié, affirmant que|a déclaré|affirme|n’a pas hésité à dire|n'a pas caché|non seulement dit",
        "denied": "a démenti|dément|a nié avoir|réfute|conteste|a rejeté l’accusation",
        "not_said": "n’a pas dit|n'a jamais affirmé|a refusé de dire|s'est refusée à tout commentaire|ne dit pas|sans dire|"
        "n'a ni confirmé ni démenti",
        "asked": "a demandé si|s'est demandé si|a voulu savoir|doute",
    },
    "es": {
        "asserted": "lo negó, diciendo|desmintió, asegurando que|dijo|afirmó|no dudó en decir|no solo dijo|no dejó de decir|se negó a dimitir y dijo",
        "denied": "negó|desmintió|rechazó la acusación|niega|descartó",
        "not_said": "no dijo|no ha dicho|nunca dijo|no quiso decir|se negó a decir|declinó comentar|no negó|sin decir",
        "asked": "preguntó si|quiso saber|se preguntó",
    },
    "it": {
        "asserted": "ha smentito, dicendo|ha negato, affermando che|ha detto|disse|non ha esitato a dire|non solo ha detto",
        "denied": "ha smentito|nega|ha negato|ha respinto l’accusa|ha escluso",
        "not_said": "non ha detto|non ha mai detto|si è rifiutato di dire|senza dire|non ha negato|ha evitato di dire",
        "asked": "ha chiesto se|si è chiesta|voleva sapere",
    },
    "pt": {
        "asserted": "negou, dizendo|disse|afirmou|não hesitou em dizer|não só disse",
        "denied": "negou|desmentiu|rejeitou a acusação|nega",
        "not_said": "não disse|nunca disse|recusou-se a dizer|recusou-se a comentar|evitou dizer|não negou",
        "asked": "perguntou se|quis saber|duvidou",
    },
    "nl": {
        "asserted": "zei|verklaarde|liet niet na te zeggen|aarzelde niet te zeggen",
        "denied": "ontkende|sprak tegen|wees van de hand|betwistte",
        "not_said": "zei niet|heeft nooit gezegd|weigerde te zeggen|wilde niet zeggen of|zonder te zeggen|ontkende niet",
        "asked": "vroeg of|wilde weten|vroeg zich af",
    },
    "sv": {
        "asserted": "sa|förklarade|sa inte utan stolthet",
        "denied": "förnekade|dementerade|tillbakavisade",
        "not_said": "sa inte|har aldrig sagt|vägrade att säga|utan att säga",
        "asked": "frågade om|undrade",
    },
    "da": {
        "asserted": "sagde|forklarede",
        "denied": "benægtede|afviste|nægtede at have",
        "not_said": "sagde ikke|nægtede at sige|har aldrig sagt",
        "asked": "spurgte om|ville vide",
    },
    "pl": {
        "asserted": "zaprzeczył, mówiąc|powiedział|nie omieszkał powiedzieć|nie tylko powiedziała|nie ukrywał",
        "denied": "zaprzeczył|zdementowała|odrzuciła zarzut|wykluczył",
        "not_said": "nie powiedział|nigdy nie powiedziała|odmówił komentarza|nie chciał powiedzieć, czy|nie zaprzeczył",
        "asked": "zapytał, czy|zastanawiała się",
    },
    "ru": {
        "asserted": "опроверг это, сказав|отрицал вину, заявив, что|сказал|заявила|не раз говорил|не скрывал|не только сказал",
        "denied": "отрицал|опроверг|отвергла обвинения|исключил",
        "not_said": "не сказал|не стал говорить|отказался комментировать|отказалась уточнить|не отрицал|никогда не говорила",
        "asked": "спросил, вырос ли|поинтересовался|усомнилась",
    },
    "uk": {
        "asserted": "заперечив, заявивши|сказав|заявила|не лише сказав",
        "denied": "заперечив|спростувала|відкинула звинувачення",
        "not_said": "не сказав|відмовився коментувати|ніколи не казала|не заперечив",
        "asked": "запитала, чи|поцікавився",
    },
    "tr": {
        "asserted": "söyledi|dedi|açıkladı|söylemekten çekinmedi",
        "denied": "yalanladı|reddetti|inkâr etti",
        "not_said": "söylemedi|yorum yapmaktan kaçındı|yalanlamadı|söylemeyi reddetti|açıklamadı",
        "asked": "olup olmadığını sordu|merak etti",
    },
    "no": {
        "asserted": "sa|forklarer|nølte ikke med å si|sa ikkje berre",
        "denied": "dementerte|benektet|avviste|nektet for at",
        "not_said": "sa ikke|sa ikkje|vegret seg for å si|verken bekreftet|hverken sa|uten å si|ingen kommentar|har aldri sagt",
        "asked": "spurte om|lurte på om|ville vite",
    },
    "ar": {
        "asserted": "قال|أكدت|لم يتردد في القول",
        "denied": "نفى|ونفت|أنكر|رفض الاتهامات",
        "not_said": "لم يقل|رفض التعليق|دون أن يقول|امتنع عن التعليق",
        "asked": "تساءل|سألت عما إذا",
    },
    "zh": {
        "asserted": "表示|说|不仅表示|不满地说|毫不犹豫地说",
        "denied": "否认|否認|驳斥|矢口否认",
        "not_said": "没有说|拒绝透露|没有否认|从未说过|并未明确表示|拒絕評論|不愿透露",
        "asked": "询问|追问|问是否",
    },
    "ja": {
        "asserted": "と述べた|語った|言わざるを得なかった",
        "denied": "否定した|と否定した|否認した",
        "not_said": "言わなかった|否定しなかった|コメントを控えた|明言を避けた|明らかにしていない",
        "asked": "かどうか尋ねた|質問した",
    },
    "ko": {
        "asserted": "말했다|밝혔다|전했다",
        "denied": "부인했다|반박했다|부인하며",
        "not_said": "말하지 않았다|부인하지 않았다|언급을 거부했다|밝히지 않았다|논평을 거부했다",
        "asked": "물었다|질문했다",
    },
}
EVERY = [
    (language, expected, cue)
    for language, by_polarity in CUES.items()
    for expected, cues in by_polarity.items()
    for cue in cues.split("|")
]


@pytest.mark.parametrize(("language", "expected", "cue"), EVERY)
def test_a_cue_says_what_the_speaker_does(language: str, expected: str, cue: str) -> None:
    assert of_cue(cue) == expected
    assert of_cue(cue, language=language) == expected


def test_every_language_has_a_table_and_is_tried() -> None:
    assert set(CUES) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_of_a_table_is_found_by_itself(language: str) -> None:
    table: Table = import_module(f"onrecord.text.polarity.languages.{language}").TABLE
    known = lexicon(language)
    for field in (
        "denying",
        "withholding",
        "holding_back",
        "asking",
        "asking_if",
        "saying",
        "negations",
        "nobody",
    ):
        for phrase in filter(None, map(str.strip, getattr(table, field).split(","))):
            words = [word.split("/")[0].replace("*", "") for word in phrase.split() if word != "…"]
            written = ("" if table.joined else " ").join(words)
            assert getattr(known, field).search(known.line(written).text), (field, phrase)


DIRECT = [
    ("denied", "asserted"),
    ("denies", "asserted"),
    ("dementierte", "asserted"),
    ("asked", "asserted"),
    ("wondered", "asserted"),
    ("did not say", "not_said"),
    ("never said", "not_said"),
    ("refused to say", "not_said"),
    ("denied having said", "denied"),
    ("denied saying", "denied"),
    ("bestritt, gesagt zu haben", "denied"),
    ("negó haber dicho", "denied"),
    ("a nié avoir dit", "denied"),
    ("never denied saying", "not_said"),
]


@pytest.mark.parametrize(("cue", "expected"), DIRECT)
def test_in_direct_speech_only_the_saying_can_be_denied(cue: str, expected: str) -> None:
    assert of_cue(cue, form="direct") == expected


def test_to_ask_is_a_question_only_before_one() -> None:
    assert of_cue("asked", wording="whether the price had risen") == "asked"
    assert of_cue("asked", wording="the board to resign") == "asserted"
    assert of_cue("fragte", wording="ob der Preis gestiegen sei") == "asked"


def test_a_cue_may_be_in_another_language_than_what_is_said() -> None:
    assert of_cue("denied", language="ko") == "denied"
    assert of_cue("부인했다", language="en") == "denied"
    assert of_cue("nie powiedział") == "not_said"
    assert of_cue("denied", language="x-nobody-knows") == "denied"


def test_no_cue_asserts() -> None:
    assert [of_cue(cue) for cue in (None, "", "  ", "…")] == ["asserted"] * 4


def test_marks_and_decomposed_letters_are_no_other_words() -> None:
    assert of_cue("a de\u0301menti") == "denied"
    assert of_cue("نَفَى") == "denied"
    assert of_cue("DENIED") == "denied"
    assert of_cue("did  not\nsay") == "not_said"


@settings(deadline=None)
@given(
    st.text(max_size=200),
    st.sampled_from([None, *LANGUAGES]),
    st.sampled_from(["direct", "mixed", "indirect"]),
)
def test_any_text_is_a_cue_of_some_polarity(cue: str, language: str | None, form: str) -> None:
    assert of_cue(cue, language=language, form=form) in ("asserted", "denied", "not_said", "asked")


def test_labels() -> None:
    assert [label(one) for one in ("asserted", "denied", "not_said", "asked")] == [
        "asserted", "denied", "not said", "asked",
    ]  # fmt: skip
    assert marked("it rained", "not_said") == "not said: it rained"
    assert marked("it rained", "asserted") == "it rained"
    assert {named(one) for one in ("not-said", "not said", "Not_Said ")} == {"not_said"}


@pytest.mark.parametrize(
    "cue",
    [
        "pushed back against claims that", "scoffed at the idea that", "laughed off", "retracted", "recanted", "walked back",
        "withdrew her claim that", "distanced himself from", "distanzierte sich von", "may have said", "was accused of saying",
    ],
)  # fmt: skip
def test_who_takes_words_back_or_shakes_them_off_does_not_assert_them(cue: str) -> None:
    assert of_cue(cue) != "asserted"
