"""What is denied, not said or asked is proposed as that, never as what somebody says; and what is said stays said."""

from dataclasses import dataclass

import pytest

from onrecord.extract import ENGINES, NOT_ASSERTED, extract


@dataclass(frozen=True)
class Said:
    """What is expected: the polarity, who, the wording as it stands in the text, and the cue."""

    polarity: str
    who: str | None
    wording: str
    cue: str | None = None


def _found(text: str, *, cue: bool = False) -> list[Said]:
    return [
        Said(
            one.polarity,
            one.speaker.canonical if one.speaker else None,
            text[one.start : one.end],
            one.cue if cue else None,
        )
        for one in extract(text)
    ]


DENIED = {
    "a that-clause": ("Mara Quill denied that the bridge would fall.", "the bridge would fall", "denied"),
    "a clause": ("Mara Quill denies the bridge would fall.", "the bridge would fall", "denies"),
    "a gerund": ("Mara Quill denied closing the bridge.", "closing the bridge", "denied"),
    "a perfect gerund": ("Mara Quill denied having closed the bridge.", "having closed the bridge", "denied"),
    "an infinitive": ("Mara Quill denied to have closed the bridge.", "to have closed the bridge", "denied"),
    "a headline": ("Quill denies closing bridge, says it is safe", "closing bridge", "denies"),
    "an object": ("Mara Quill denied any damage to the bridge.", "any damage to the bridge", "denied"),
    "beside it": ("The bridge, Mara Quill denied, would fall.", "The bridge", "denied"),
    "behind it": ("The bridge would fall, Mara Quill denied.", "The bridge would fall", "denied"),
    "a relative": ("The bridge would fall, which Mara Quill denies.", "The bridge would fall", "denies"),
    "a claim": ("The bridge would fall, a claim Mara Quill has denied.", "The bridge would fall", "has denied"),
    "something": ("The bridge would fall, something Mara Quill disputes.", "The bridge would fall", "disputes"),
    "passive": ("It was denied by Mara Quill that the bridge would fall.", "the bridge would fall", "was denied"),
    "passive claims": ("Claims that the bridge would fall were denied by Mara Quill.", "the bridge would fall", "were denied"),
    "fronted": ("Denied by Mara Quill: the bridge would fall.", "the bridge would fall", "Denied"),
    "a noun": ("Mara Quill’s denial that the bridge would fall came late.", "the bridge would fall", "denial"),
    "rejected": ("Mara Quill rejected the claim that the bridge would fall.", "the claim that the bridge would fall", "rejected"),
    "dismissed as": ("Mara Quill dismissed as nonsense reports that the bridge would fall.", "the bridge would fall", "dismissed"),
    "disputed": ("Mara Quill disputed that the bridge would fall.", "the bridge would fall", "disputed"),
    "ruled out": ("Mara Quill ruled out that the bridge would fall.", "the bridge would fall", "ruled out"),
    "not true": (
        "Mara Quill said it was not true that the bridge would fall.",
        "the bridge would fall",
        "said it was not true that",
    ),
    "false": ("Mara Quill said it was simply false that the bridge would fall.", "the bridge would fall", "said it was simply false that"),
    "not believed": ("Mara Quill does not believe that the bridge would fall.", "the bridge would fall", "does not believe"),
    "not according to": ("The bridge would fall, but not according to Mara Quill.", "The bridge would fall", "not according to"),
    "part in quotation marks": ("Mara Quill denied that the bridge was “rotten”.", "the bridge was “rotten”", "denied"),
    "quoted as an object": ("Mara Quill denied “any damage” to the bridge.", "“any damage” to the bridge", "denied"),
    "quoted whole as an object": ("Mara Quill denied “any damage.”", "any damage.", "denied"),
    "said in quotation marks": ("Mara Quill denied having said “the bridge is rotten”.", "the bridge is rotten", "denied having said"),
    "saying": ("Mara Quill denied ever saying that the bridge was rotten.", "the bridge was rotten", "denied ever saying that"),
    "saying behind it": ("“The bridge is rotten,” Mara Quill denied saying.", "The bridge is rotten,", "denied saying"),
}  # fmt: skip

NOT_SAID = {
    "did not say that": ("Mara Quill did not say that the bridge would fall.", "the bridge would fall", "did not say"),
    "contracted": ("Mara Quill didn’t say that the bridge would fall.", "the bridge would fall", "didn’t say"),
    "did not say whether": ("Mara Quill did not say whether the bridge would fall.", "whether the bridge would fall", "did not say"),
    "never": ("Mara Quill has never claimed that the bridge would fall.", "the bridge would fall", "has never claimed"),
    "in quotation marks": ("Mara Quill did not say “the bridge is rotten”.", "the bridge is rotten", "did not say"),
    "in quotation marks before": ("“The bridge is rotten,” Mara Quill did not say.", "The bridge is rotten,", "did not say"),
    "declined": ("Mara Quill declined to say whether the bridge would fall.", "whether the bridge would fall", "declined to say"),
    "refused": ("Mara Quill refused to admit that the bridge would fall.", "the bridge would fall", "refused to admit"),
    "refused to comment": ("Mara Quill refused to comment on whether the bridge would fall.", "whether the bridge would fall", "refused to comment"),
    "drawn": ("Mara Quill would not be drawn on whether the bridge would fall.", "whether the bridge would fall", "would not be drawn"),
    "could not": ("Mara Quill could not say whether the bridge would fall.", "whether the bridge would fall", "could not say"),
    "yet to": ("Mara Quill has yet to say whether the bridge would fall.", "whether the bridge would fall", "has yet to say"),
    "short of": ("Mara Quill stopped short of saying that the bridge would fall.", "the bridge would fall", "stopped short of saying"),
    "avoided": ("Mara Quill avoided saying that the bridge would fall.", "the bridge would fall", "avoided saying"),
    "without": ("Mara Quill left without saying that the bridge would fall.", "the bridge would fall", "without saying"),
    "nothing": ("Mara Quill said nothing about whether the bridge would fall.", "whether the bridge would fall", "said nothing about"),
    "neither nor": ("Mara Quill neither confirmed nor denied that the bridge would fall.", "the bridge would fall", "neither confirmed nor denied"),
    "neither nor, base": ("Mara Quill would neither confirm nor deny that the bridge would fall.", "the bridge would fall", "would neither confirm nor deny"),
    "did not deny": ("Mara Quill did not deny that the bridge would fall.", "the bridge would fall", "did not deny"),
    "quoted as": ("Mara Quill was not quoted as saying that the bridge would fall.", "the bridge would fall", "was not quoted as saying"),
    "no evidence": ("There is no evidence that Mara Quill said the bridge would fall.", "the bridge would fall", "is no evidence that Mara Quill said"),
    "a condition": ("If Mara Quill said the bridge would fall, she lied.", "the bridge would fall", "If Mara Quill said"),
    "not that": ("Mara Quill said not that the bridge would fall but that it might.", "the bridge would fall but that it might", "said not that"),
}  # fmt: skip

ASKED = {
    "whether": ("Mara Quill asked whether the bridge would fall.", "whether the bridge would fall", "asked whether"),
    "if": ("Mara Quill asked the council if the bridge would fall.", "if the bridge would fall", "asked the council if"),
    "wondered": ("Mara Quill wondered how the bridge would fall.", "how the bridge would fall", "wondered"),
    "wanted to know": ("Mara Quill wanted to know why the bridge would fall.", "why the bridge would fall", "wanted to know"),
    "questioned": ("Mara Quill questioned whether the bridge would fall.", "whether the bridge would fall", "questioned"),
    "doubted": ("Mara Quill doubted that the bridge would fall.", "the bridge would fall", "doubted"),
}  # fmt: skip

EVERY = [
    (polarity, *case)
    for polarity, cases in (("denied", DENIED), ("not_said", NOT_SAID), ("asked", ASKED))
    for case in cases.values()
]


@pytest.mark.parametrize(("polarity", "text", "wording", "cue"), EVERY)
def test_what_is_not_asserted(polarity: str, text: str, wording: str, cue: str) -> None:
    found = _found(text, cue=True)
    assert found[0].wording == wording
    assert (found[0].polarity, found[0].cue) == (polarity, cue)
    assert found[0].who in ("Mara Quill", "Quill")
    assert {one.polarity for one in found if "says it is safe" not in text} <= {polarity}


@pytest.mark.parametrize(("polarity", "text", "wording", "cue"), EVERY)
def test_what_is_not_asserted_is_never_sure_and_says_why(
    polarity: str, text: str, wording: str, cue: str
) -> None:
    first = extract(text)[0]
    assert first.confidence <= NOT_ASSERTED
    assert first.reason.startswith(
        {"denied": "denies", "not_said": "does not say", "asked": "asks"}[polarity]
    )
    assert first.as_json()["polarity"] == polarity


NOBODY = [
    "Nobody on the board said that the bridge would fall.",
    "None of the engineers said the bridge would fall.",
    "Neither Mara Quill nor Tom Oduya said the bridge would fall.",
    "No engineer has said that the bridge would fall.",
    "Few engineers believed that the bridge would fall.",
    "“The bridge will fall,” said nobody.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_what_nobody_said_is_not_proposed(text: str) -> None:
    assert _found(text) == []


SAID = {
    "direct speech keeps its words": ("“I took nothing,” Mara Quill denied.", "I took nothing,"),
    "a denial in direct speech": ("“I deny that the bridge will fall,” Mara Quill said.", "I deny that the bridge will fall,"),
    "a question in direct speech": ("“Will the bridge fall?” Mara Quill asked.", "Will the bridge fall?"),
    "behind a colon": ("Mara Quill denied it: “The bridge will hold.”", "The bridge will hold."),
    "access": ("Mara Quill was denied access and said that the bridge would fall.", "the bridge would fall"),
    "resign": ("Mara Quill refused to resign and said that the bridge would fall.", "the bridge would fall"),
    "hesitate": ("Mara Quill did not hesitate to say that the bridge would fall.", "the bridge would fall"),
    "not only": ("Mara Quill not only said that the bridge would fall.", "the bridge would fall"),
    "no doubt": ("Mara Quill no doubt said that the bridge would fall.", "the bridge would fall"),
    "a clause between commas": ("Mara Quill, who was not there, said that the bridge would fall.", "the bridge would fall"),
    "a relative": ("Engineers who did not attend said that the bridge would fall.", "the bridge would fall"),
    "another verb": ("Mara Quill did not resign but said that the bridge would fall.", "the bridge would fall"),
    "the negation is hers": ("Mara Quill said that the bridge would not fall.", "the bridge would not fall"),
    "nobody is hers": ("Mara Quill said nobody was hurt.", "nobody was hurt"),
    "nothing is hers": ("Mara Quill said nothing had been decided.", "nothing had been decided"),
    "no is hers": ("No decision has been taken, Mara Quill said.", "No decision has been taken"),
    "the bill": ("Mara Quill rejected the bill, saying that the bridge would fall.", "the bridge would fall"),
    "ruled that": ("The court ruled that the bridge would fall.", "the bridge would fall"),
    "asked about": ("Mara Quill was asked about it and said that the bridge would fall.", "the bridge would fall"),
    "stopped the work": ("Mara Quill stopped the work, Tom Oduya said.", "Mara Quill stopped the work"),
    "tired of": ("Mara Quill never tired of saying that the bridge would fall.", "the bridge would fall"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wording"), [*SAID.values()], ids=SAID)
def test_what_is_said_stays_said(text: str, wording: str) -> None:
    assert [(one.polarity, one.wording) for one in _found(text)] == [("asserted", wording)]


def test_access_that_is_denied_is_no_statement() -> None:
    assert _found("Mara Quill denied access to the bridge.") == []
    assert _found("Mara Quill denied reporters entry.") == []
    assert _found("Mara Quill rejected the offer.") == []


def test_whoever_speaks_within_a_denial_is_denied_too() -> None:
    found = _found("The Harbour Gazette denied that Mara Quill had said the bridge would fall.")
    assert {one.who: one.polarity for one in found} == {"Harbour Gazette": "denied", "Mara Quill": "denied"}


def test_words_of_ones_own_after_what_was_not_said() -> None:
    found = _found("Mara Quill declined to say whether the bridge would fall. “We shall see.”")
    assert [(one.polarity, one.wording) for one in found] == [
        ("not_said", "whether the bridge would fall"),
        ("asserted", "We shall see."),
    ]


def test_what_was_not_said_goes_on_over_paragraphs() -> None:
    found = _found("Mara Quill never said: “The bridge is rotten.\n\n“It will fall.”")
    assert {one.polarity for one in found} == {"not_said"}


ELSEWHERE = [
    ("not_said", "„Die Brücke ist morsch“, sagte Quill nicht."),
    ("not_said", "Quill sagte nie: „Die Brücke ist morsch.“"),
    ("not_said", "„Die Brücke ist morsch“, sagte niemand."),
    ("denied", "Es stimmt nicht, dass Quill sagte: „Die Brücke ist morsch.“"),
    ("asserted", "„Die Brücke ist nicht morsch“, sagte Quill, die nicht zurücktreten will."),
    ("asserted", "Quill sagte nicht ohne Stolz: „Die Brücke hält.“"),
    ("not_said", "Quill n’a jamais dit : « Le pont est pourri. »"),
    ("denied", "Quill nie avoir dit : « Le pont est pourri. »"),
    ("asserted", "Quill n’a pas hésité à dire : « Le pont est pourri. »"),
    ("not_said", "Quill no dijo «el puente está podrido»."),
    ("denied", "No es cierto que Quill dijo: «El puente está podrido»."),
    ("asserted", "Quill no dudó en decir y dijo: «El puente está podrido»."),
    ("not_said", "Квилл не сказала: «Мост гнилой»."),
    ("asked", "Квилл спросила, «гнилой» ли мост."),
    ("asserted", "Квилл отказалась уходить и сказала: «Мост держится»."),
    ("not_said", "Quill nie powiedziała: „Most jest spróchniały”."),
    ("not_said", "”Bron är rutten”, sade Quill aldrig."),
]


@pytest.mark.parametrize(("polarity", "text"), ELSEWHERE)
def test_other_languages_keep_to_it(polarity: str, text: str) -> None:
    assert {one.polarity for one in extract(text)} <= {polarity}


@pytest.mark.parametrize("text", [f"“The bridge is rotten” — {rest}" for rest in (
    "Mara Quill denies that", "Mara Quill, who never said so", "not said by anybody",
)])  # fmt: skip
def test_a_sentence_behind_a_dash_is_no_signature(text: str) -> None:
    assert "asserted" not in {one.polarity for one in extract(text) if one.speaker is not None}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "text",
    [
        "Mara Quill has never once in her life suggested that the bridge would fall.",
        "Mara Quill may have said that the bridge would fall.",
        "Mara Quill would have said that the bridge would fall had anybody asked.",
        "Had Mara Quill said that the bridge would fall, nobody would have crossed it.",
        "Has Mara Quill ever claimed that the bridge would fall?",
        "Did Mara Quill say that the bridge would fall?",
        "Mara Quill was wrongly reported to have said that the bridge would fall.",
        "Mara Quill was misquoted as saying that the bridge would fall.",
        "Mara Quill ceased to claim that the bridge would fall.",
        "Mara Quill expressed doubt that the bridge would fall.",
        "Mara Quill expressed disbelief that the bridge would fall.",
        "Mara Quill ridiculed the notion that the bridge would fall.",
        "Mara Quill condemned the lie that the bridge would fall.",
        "Mara Quill warned against believing that the bridge would fall.",
        "Mara Quill described as false reports that the bridge would fall.",
        "Quill slams “false” claim that bridge would fall",
        "Mara Quill não disse: “A ponte vai cair.”",
        "Mara Quill sa ikke: «Brua faller.»",
        "Mara Quill sa aldri: «Brua faller.»",
        "Reports that Mara Quill said the bridge would fall are false.",
        "Mara Quill was accused of saying that the bridge would fall.",
        "Mara Quill almost said that the bridge would fall.",
        "Suppose Mara Quill said that the bridge would fall.",
        "Mara Quill told no one that the bridge would fall.",
        "Nothing Mara Quill said suggested that the bridge would fall.",
        "Anyone who says that the bridge would fall is a liar.",
        "Mara Quill disagreed with those who say that the bridge would fall.",
        "Mara Quill was urged to admit that the bridge would fall.",
        "Mara Quill wanted to say that the bridge would fall.",
    ],
)
def test_neither_rules_nor_a_parser_take_these_for_said(text: str, engine: str) -> None:
    assert all(one.polarity != "asserted" for one in extract(text, engine=engine))


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quill criticised the report that found cracks in the bridge.",
        "Mara Quill attacked the plan and said that the bridge would fall.",
        "Mara Quill expressed no doubt that the bridge would fall.",
        "Mara Quill could not have said more clearly that the bridge would fall.",
        "Nearly a hundred engineers said that the bridge would fall.",
        "Mara Quill denied herself a smile and said that the bridge would fall.",
        "“Has anybody said that the bridge would fall?” Mara Quill said.",
    ],
)
def test_these_are_still_said(text: str) -> None:
    found = extract(text)
    assert found and all(one.polarity == "asserted" for one in found)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Mara Quill flatly denied ever having said the bridge would fall.", "denied"),
        ("Mara Quill regretted having said that the bridge would fall.", "asserted"),
        ("Mara Quill brushed aside claims that the bridge would fall.", "denied"),
        ("„Die Brücke fällt“, sagte Mara Quill nie.", "not_said"),
        ("“De brug valt”, zei Mara Quill niet.", "not_said"),
        ("Mara Quill n’a pas dit : « Le pont tombe. »", "not_said"),
        ("Mara Quill nunca dijo: «El puente se cae».", "not_said"),
        ("Mara Quill nie powiedziała: „Most runie”.", "not_said"),
        ("Mara Quill no solo dijo: «El puente se cae».", "asserted"),
        ("Não só Mara Quill disse: “A ponte vai cair.”", "asserted"),
        ("Nicht ohne Stolz sagte Mara Quill: „Die Brücke hält.“", "asserted"),
        ("Auf die Frage nach dem Wind sagte Mara Quill: „Nein.“", "asserted"),
        ("Niet zonder trots zei Mara Quill: “De brug houdt.”", "asserted"),
    ],
)
def test_words_that_deny_are_no_part_of_a_name(text: str, polarity: str) -> None:
    assert [(one.polarity, one.speaker and one.speaker.canonical) for one in extract(text)] == [
        (polarity, "Mara Quill")
    ]


def test_what_two_readings_find_is_proposed_once() -> None:
    text = "The council denied that the bridge would fall, Mara Quill said."
    found = [(one.start, one.end, one.polarity) for one in extract(text)]
    assert len(found) == len(set(found)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Olof Ek will say on Monday that the port will close.",
        "“The port will close,” Olof Ek will say on Monday.",
        "Olof Ek will be quoted as saying that the port will close.",
        "Olof Ek is going to tell parliament that the port will close.",
        "Olof Ek is expected to say that the port will close.",
        "„Der Hafen schließt“, wird Olof Ek am Montag sagen.",
    ],
)
def test_what_is_still_to_be_said_is_no_statement(text: str) -> None:
    assert extract(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The port will close, according to Olof Ek.",
        "Olof Ek, who will retire in May, said that the port will close.",
        "Olof Ek would later say that the port was closed.",
    ],
)
def test_what_will_be_is_said_now(text: str) -> None:
    [found] = extract(text)
    assert (found.polarity, found.confidence > 0.7) == ("asserted", True)


def test_what_would_be_said_is_a_guess() -> None:
    [found] = extract("Olof Ek would say that the port was closed if he could.")
    assert found.confidence <= 0.5


@pytest.mark.parametrize("nobody", ["no one", "no-one", "nobody", "no newspaper"])
def test_who_is_quoted_by_nobody_has_not_said_it(nobody: str) -> None:
    [found] = extract(f"Olof Ek was quoted by {nobody} as saying that the port would close.")
    assert found.polarity == "not_said"
