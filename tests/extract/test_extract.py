"""What is proposed: sentences as newspapers print them, with who is found to say what, in which form, through whom."""

from dataclasses import dataclass

import pytest

from onrecord.errors import UsageError
from onrecord.extract import Proposal, extract


@dataclass(frozen=True)
class Said:
    """What is expected: the canonical speaker, the form, the wording as it stands in the text, and the chain."""

    who: str | None
    form: str
    wording: str
    via: tuple[str, ...] = ()


def _found(text: str, **known: str) -> list[Said]:
    return [
        Said(
            proposal.speaker.canonical if proposal.speaker else None,
            proposal.form,
            text[proposal.start : proposal.end],
            tuple(hop.speaker.canonical for hop in proposal.via),
        )
        for proposal in extract(text, **known)
    ]


DIRECT = {
    "after": (
        "“The bridge will hold,” Mara Quill said.",
        [Said("Mara Quill", "direct", "The bridge will hold,")],
    ),
    "inverted": (
        '"The bridge will hold," said Mara Quill, the chief engineer.',
        [Said("Mara Quill", "direct", "The bridge will hold,")],
    ),
    "before, behind a colon": (
        "Mara Quill wrote: “The bridge will hold. It is new.”",
        [Said("Mara Quill", "direct", "The bridge will hold. It is new.")],
    ),
    "inverted at the head": (
        "Said Mara Quill: “The bridge will hold.”",
        [Said("Mara Quill", "direct", "The bridge will hold.")],
    ),
    "interrupted": (
        "“The bridge,” Mara Quill said, “will hold.”",
        [Said("Mara Quill", "direct", "The bridge,"), Said("Mara Quill", "direct", "will hold.")],
    ),
    "going on in the next sentence": (
        "“The bridge will hold,” Mara Quill said. “It is new.”",
        [Said("Mara Quill", "direct", "The bridge will hold,"), Said("Mara Quill", "direct", "It is new.")],
    ),
    "going on behind an indirect sentence": (
        "The bridge would hold, Mara Quill said. “We built it for floods.”",
        [
            Said("Mara Quill", "indirect", "The bridge would hold"),
            Said("Mara Quill", "direct", "We built it for floods."),
        ],
    ),
    "over paragraphs": (
        "“The bridge will hold,” Mara Quill said. “It is new.\n\n“And it is cheap.”",
        [
            Said("Mara Quill", "direct", "The bridge will hold,"),
            Said("Mara Quill", "direct", "It is new."),
            Said("Mara Quill", "direct", "And it is cheap."),
        ],
    ),
    "addressed": (
        "“The bridge will hold,” Mara Quill told the Harbour Gazette on Friday.",
        [Said("Mara Quill", "direct", "The bridge will hold,")],
    ),
    "with a question mark": (
        "“Will it hold?” asked Mara Quill.",
        [Said("Mara Quill", "direct", "Will it hold?")],
    ),
    "signed": (
        "“The bridge will hold.” — Mara Quill, engineer",
        [Said("Mara Quill", "direct", "The bridge will hold.")],
    ),
    "a party and a state in brackets": (
        "“The bridge will hold,” Rep. Mara Quill (D-Wis.) said.",
        [Said("Mara Quill", "direct", "The bridge will hold,")],
    ),
    "the opening mark is missing": (
        "Mara Quill stated that the bridge will hold for eighty years”.",
        [Said("Mara Quill", "direct", "the bridge will hold for eighty years")],
    ),
    "the closing mark is missing": (
        "The report of Mara Quill continues: “the bridge will hold for eighty years.\n\nIt was raining.",
        [Said("Mara Quill", "direct", "the bridge will hold for eighty years.")],
    ),
    "marks typed as pairs of apostrophes": (
        "''The bridge will hold,'' Mara Quill said.",
        [Said("Mara Quill", "direct", "The bridge will hold,")],
    ),
    "apostrophes, inches and decades are no marks": (
        "The 6'3\" Mara Quill said it wasn’t the 1990’s any more.",
        [Said("Mara Quill", "indirect", "it wasn’t the 1990’s any more")],
    ),
    "nobody says who speaks": (
        "It rained.\n\n“The bridge will surely hold for eighty years.”",
        [Said(None, "direct", "The bridge will surely hold for eighty years.")],
    ),
    "German": (
        "„Die Brücke hält“, sagte Mara Quill am Montag. „Das steht fest.“",
        [Said("Mara Quill", "direct", "Die Brücke hält"), Said("Mara Quill", "direct", "Das steht fest.")],
    ),
    "French": (
        "« Le pont tiendra », a déclaré Mara Quill.",
        [Said("Mara Quill", "direct", "Le pont tiendra")],
    ),
    "Russian": (
        "«Мост выдержит», — заявила Мара Квилл.",
        [Said("Мара Квилл", "direct", "Мост выдержит")],
    ),
    "Swedish": (
        "”Bron håller”, sade Mara Quill.",
        [Said("Mara Quill", "direct", "Bron håller")],
    ),
}

INDIRECT = {
    "that": (
        "Mara Quill said that the bridge would hold.",
        [Said("Mara Quill", "indirect", "the bridge would hold")],
    ),
    "without that": (
        "Mara Quill said the bridge would hold.",
        [Said("Mara Quill", "indirect", "the bridge would hold")],
    ),
    "past the occasion": (
        "Mara Quill said in a statement on Monday that the bridge would hold.",
        [Said("Mara Quill", "indirect", "the bridge would hold")],
    ),
    "told somebody": (
        "Mara Quill told reporters the bridge would hold.",
        [Said("Mara Quill", "indirect", "the bridge would hold")],
    ),
    "behind": (
        "The bridge would hold, Mara Quill said.",
        [Said("Mara Quill", "indirect", "The bridge would hold")],
    ),
    "according to": (
        "The bridge would hold, according to Mara Quill, an engineer.",
        [Said("Mara Quill", "indirect", "The bridge would hold")],
    ),
    "according to, at the head": (
        "According to Mara Quill, the bridge would hold.",
        [Said("Mara Quill", "indirect", "the bridge would hold")],
    ),
    "coordinated": (
        "Mara Quill said the bridge would hold and stressed that it was new.",
        [
            Said("Mara Quill", "indirect", "the bridge would hold"),
            Said("Mara Quill", "indirect", "it was new"),
        ],
    ),
    "participle": (
        "Mara Quill defended the design, saying that the bridge would hold.",
        [Said("Mara Quill", "indirect", "the bridge would hold")],
    ),
    "infinitive": (
        "Mara Quill vowed to rebuild the bridge.",
        [Said("Mara Quill", "indirect", "to rebuild the bridge")],
    ),
    "expressed": (
        "Mara Quill expressed confidence that the bridge would hold.",
        [Said("Mara Quill", "indirect", "the bridge would hold")],
    ),
    "quoted as saying": (
        "Mara Quill was quoted as saying that the bridge would hold.",
        [Said("Mara Quill", "indirect", "the bridge would hold")],
    ),
    "cut where another speaks": (
        "Mara Quill said the bridge would hold, but Tom Oduya warned that it was too narrow.",
        [
            Said("Mara Quill", "indirect", "the bridge would hold"),
            Said("Tom Oduya", "indirect", "it was too narrow"),
        ],
    ),
}

MIXED = {
    "part of a clause": (
        "Mara Quill said the bridge was “as good as new” and safe.",
        [Said("Mara Quill", "mixed", "the bridge was “as good as new” and safe")],
    ),
    "called": (
        "Mara Quill called the bridge “a work of art.”",
        [Said("Mara Quill", "mixed", "the bridge “a work of art.”")],
    ),
}

CHAINS = {
    "quoted by": (
        "The Harbour Gazette quoted Mara Quill as saying that the bridge would hold.",
        Said("Mara Quill", "indirect", "the bridge would hold", ("Harbour Gazette",)),
    ),
    "was quoted by": (
        "Mara Quill was quoted by the Harbour Gazette as saying that the bridge would hold.",
        Said("Mara Quill", "indirect", "the bridge would hold", ("Harbour Gazette",)),
    ),
    "reported that somebody said": (
        "The Harbour Gazette reported that Mara Quill said the bridge would hold.",
        Said("Mara Quill", "indirect", "the bridge would hold", ("Harbour Gazette",)),
    ),
    "according to somebody, somebody said": (
        "According to the Harbour Gazette, Mara Quill praised the town and expressed confidence that the bridge would hold.",
        Said("Mara Quill", "indirect", "the bridge would hold", ("Harbour Gazette",)),
    ),
    "said, somebody added": (
        "Mara Quill had told the police that the bridge would hold, the Harbour Gazette reported.",
        Said("Mara Quill", "indirect", "the bridge would hold", ("Harbour Gazette",)),
    ),
}

NOT_STATEMENTS = {
    "scare quotes": "The “experts” walked over the bridge.",
    "the title of a work": "She sang “Over the River” at the opening.",
    "the name of a ship": "The “Morning Star” passed under the bridge.",
    "a word mentioned": "The word “bridge” has six letters.",
    "a name of a day": "They met to mark “Bridge Day” in July.",
    "nouns that look like verbs": "The reports and claims on the desk were old. Mara Quill’s note was lost.",
    "a state": "The United States has many bridges.",
    "what nobody said": "No engineer said that the bridge would hold.",
    "what might be said": "Somebody could say that the bridge is old.",
}


@pytest.mark.parametrize(("text", "expected"), [*DIRECT.values()], ids=DIRECT)
def test_direct_speech(text: str, expected: list[Said]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(("text", "expected"), [*INDIRECT.values()], ids=INDIRECT)
def test_indirect_speech(text: str, expected: list[Said]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(("text", "expected"), [*MIXED.values()], ids=MIXED)
def test_mixed_speech(text: str, expected: list[Said]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(("text", "expected"), [*CHAINS.values()], ids=CHAINS)
def test_chains(text: str, expected: Said) -> None:
    assert expected in _found(text)


@pytest.mark.parametrize("text", NOT_STATEMENTS.values(), ids=NOT_STATEMENTS)
def test_what_is_no_statement_is_not_proposed(text: str) -> None:
    assert _found(text) == []


def test_stretches_of_one_statement_share_a_group() -> None:
    text = "“The bridge,” Mara Quill said, “will hold.” Tom Oduya said: “It will not.”"
    first, second, third = extract(text)
    assert first.group == second.group != third.group


def test_lines_broken_at_a_margin_are_one_paragraph() -> None:
    text = (
        "Mara Quill said that the bridge, which is\nnew, would hold for\neighty years at least.\n\nIt rained."
    )
    assert _found(text) == [
        Said("Mara Quill", "indirect", "the bridge, which is\nnew, would hold for\neighty years at least")
    ]


def test_a_transcript() -> None:
    text = "QUILL: The bridge will hold.\n\nODUYA: Will it?\n\nQUILL: It will, said the Gazette."
    assert _found(text) == [
        Said("QUILL", "direct", "The bridge will hold."),
        Said("ODUYA", "direct", "Will it?"),
        Said("QUILL", "direct", "It will, said the Gazette."),
    ]


RESOLVED = {
    "family name": ("Mara Quill came.\n\n“It will hold,” Quill said.", "Mara Quill"),
    "a title": ("Mara Quill came.\n\n“It will hold,” Mrs. Quill said.", "Mara Quill"),
    "a title before the full name": ("“It will hold,” said Transport Minister Mara Quill.", "Mara Quill"),
    "named beside the office": ("The transport minister, Mara Quill, said it would hold.", "Mara Quill"),
    "the office, later": (
        "Mara Quill, the transport minister, opened the bridge.\n\nThe minister said it would hold.",
        "Mara Quill",
    ),
    "a pronoun": ("Mara Quill opened the bridge. She said it would hold.", "Mara Quill"),
    "a pronoun of the right gender": (
        "Susan Quill met Thomas Oduya. He said the bridge would hold.",
        "Thomas Oduya",
    ),
    "who spoke last": ("“It will hold,” Mara Quill said.\n\n“It is new,” she added.", "Mara Quill"),
    "an acronym": (
        "The Harbour Bridge Authority (HBA) met.\n\nThe HBA said the bridge would hold.",
        "Harbour Bridge Authority",
    ),
    "it": ("The Harbour Bridge Authority met. It said the bridge would hold.", "Harbour Bridge Authority"),
    "a relative": ("Mara Quill, who said the bridge would hold, left.", "Mara Quill"),
    "their estimates": (
        "Cautious engineers are worried. According to their estimates, the bridge will hold ten years.",
        "Cautious engineers",
    ),
    "a group": ("The papers of both towns reported that the bridge would hold.", "papers of both towns"),
    "a Korean name": ("Park Min-seo opened the bridge. Park said it would hold.", "Park Min-seo"),
    "two spellings": (
        "Sergey Shoygu came to the bridge.\n\nSergei Shoigu wrote: “It will hold.”",
        "Sergey Shoygu",
    ),
    "the document": (
        "The Harbour Gazette wrote: “It is old.” The report continues: “It will not hold long.”",
        "Harbour Gazette",
    ),
}


@pytest.mark.parametrize(("text", "name"), [*RESOLVED.values()], ids=RESOLVED)
def test_mentions_are_resolved(text: str, name: str) -> None:
    last = extract(text)[-1]
    assert last.speaker is not None
    assert last.speaker.canonical == name


def test_the_first_person_is_the_author() -> None:
    text = "I believe that the bridge will hold."
    assert _found(text, author="Ira Vance") == [Said("Ira Vance", "indirect", "the bridge will hold")]
    assert _found(text)[0].who != "Ira Vance"


def _only(text: str) -> Proposal:
    (proposal,) = extract(text)
    return proposal


def test_kinds_and_unnamed_sources() -> None:
    kinds = {
        text: (proposal.kind, proposal.unnamed)
        for text in (
            "Mara Quill said it would hold.",
            "The Harbour Gazette said it would hold.",
            "A senior official said it would hold.",
            "Officials said it would hold.",
        )
        if (proposal := _only(text))
    }
    assert list(kinds.values()) == [
        ("person", False),
        ("organisation", False),
        ("person", True),
        ("group", True),
    ]


def test_a_guess_is_less_sure_than_a_name() -> None:
    named = _only("Mara Quill said it would hold.")
    guessed = _only("He said it would hold.")
    assert guessed.confidence < named.confidence
    assert "pronoun" in guessed.reason


def test_the_date_of_a_statement_comes_with_its_basis() -> None:
    text = "On July 26, Mara Quill said that the bridge would hold."
    (proposal,) = extract(text, issued="2023-08-08")
    assert (proposal.said, proposal.said_basis) == ("2023-07-26", "stated")


def test_an_unknown_engine_is_said() -> None:
    with pytest.raises(UsageError, match="no engine"):
        extract("He said no.", engine="magic")


NAMESAKES = {
    "two numbers": (
        "“We need ships,” Otto VIII said. “We need money,” Otto VII said.",
        [Said("Otto VIII", "direct", "We need ships,"), Said("Otto VII", "direct", "We need money,")],
    ),
    "the first": (
        "Matilda I said that the fleet would sail. “It will not,” Matilda II said. “It will,” Matilda I said.",
        [
            Said("Matilda I", "indirect", "the fleet would sail"),
            Said("Matilda II", "direct", "It will not,"),
            Said("Matilda I", "direct", "It will,"),
        ],
    ),
    "the first of two names": (
        "Pope Johannes Paul I said that the door was closed. Pope Johannes Paul II said that it was open.",
        [
            Said("Johannes Paul I", "indirect", "the door was closed"),
            Said("Johannes Paul II", "indirect", "it was open"),
        ],
    ),
    "generations": (
        "Martin Quill, Jr., said that he had a bridge. Martin Quill Sr. said that he had a boat.",
        [
            Said("Martin Quill, Jr.", "indirect", "he had a bridge"),
            Said("Martin Quill Sr.", "indirect", "he had a boat"),
        ],
    ),
    "bodies with numbers": (
        "Division 3 said that the road was open. Division 4 said that the road was closed.",
        [
            Said("Division 3", "indirect", "the road was open"),
            Said("Division 4", "indirect", "the road was closed"),
        ],
    ),
    "bodies with letters": (
        "Panel A said that the report was late. Panel B said that it was early.",
        [Said("Panel A", "indirect", "the report was late"), Said("Panel B", "indirect", "it was early")],
    ),
    "epithets": (
        "Plinius the Elder wrote that the hill burned. Plinius the Younger wrote that it had stopped.",
        [
            Said("Plinius the Elder", "indirect", "the hill burned"),
            Said("Plinius the Younger", "indirect", "it had stopped"),
        ],
    ),
    "a letter is nobody's family name": (
        "Malcolm X said that the time had come. X said that accounts were closed.",
        [Said("Malcolm X", "indirect", "the time had come"), Said("X", "indirect", "accounts were closed")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), NAMESAKES.values(), ids=NAMESAKES)
def test_namesakes_stay_apart(text: str, expected: list[Said]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "When I met Mara I said that the bridge would hold.",
        "In Tallvik I said that the bridge would hold.",
        "To Mara I said that the bridge would hold.",
    ],
)
def test_i_behind_a_name_is_the_author_where_it_counts_nothing(text: str) -> None:
    assert _found(text, author="Tom Oduya") == [Said("Tom Oduya", "indirect", "the bridge would hold")]


@pytest.mark.parametrize(
    "text",
    [
        "“Ships,” Otto VIII said. “Money,” Otto VII said. Otto said that he was tired.",
        "“Ships,” said Otto the 8th. “Money,” said Otto the Seventh. King Otto said that he was tired.",
        "„Schiffe“, sagte Karl der Dritte. „Geld“, sagte Karl der Zweite. Karl sagte: „Nein.“",
        "«Barcos», dijo Carlos Tercero. «Dinero», dijo Carlos Segundo. «Nada», dijo Carlos.",
        "«Корабли», — сказал Карл Третий. «Деньги», — сказал Карл Второй. «Нет», — сказал Карл.",
        "“Ships,” Bo Quist Sr. said. “Money,” Bo Quist Jr. said. Quist said that he was tired.",
        "“Ships,” Ida R. II said. “Money,” Ida I said. Ida said that she was tired.",
        "King Otto VIII said: “Ships.” King Otto VII said: “Money.” The king said that he was tired.",
    ],
)
def test_a_name_that_several_have_is_never_sure(text: str) -> None:
    first, second, last = extract(text)
    assert first.speaker and second.speaker and first.speaker.canonical != second.speaker.canonical
    assert last.confidence < 0.8
    assert last.reason.endswith("a name that several have")


def test_a_label_that_several_have_is_kept_as_it_is_printed() -> None:
    text = "OTTO VIII: Ships.\n\nOTTO VII: Money.\n\nOTTO: No.\n"
    assert [one.speaker.canonical for one in extract(text) if one.speaker] == [
        "OTTO VIII",
        "OTTO VII",
        "OTTO",
    ]


@pytest.mark.parametrize("whose", ["His father", "Her husband", "Their neighbour"])
def test_who_belongs_to_somebody_is_named_beside(whose: str) -> None:
    [proposal] = extract(f"{whose}, Otto VII, said: “We need money.”")
    assert proposal.speaker is not None
    assert proposal.speaker.canonical == "Otto VII"
