"""Sentences as English papers write them: each with what is said in it, and by whom (None: the text does not say)."""

import pytest

from onrecord.extract import Proposal, extract

# A name, the text, and each stretch that is said with its speaker.
CASES = {
    # Who speaks is told beside the quotation, or only by what stands around it.
    "a gesture before": (
        "Marlow shrugged. “You get used to the noise.”",
        [("You get used to the noise.", "Marlow")],
    ),
    "a question before": (
        "Does Nora Finch miss the sea? She looks at her boots. “I miss the money more than I miss the sea.”",
        [("I miss the money more than I miss the sea.", "Nora Finch")],
    ),
    "a clause and a colon": (
        "Mayor Bo Quist was brief when asked about the tunnel: “It leaks because we built it cheaply.”",
        [("It leaks because we built it cheaply.", "Bo Quist")],
    ),
    "in the present": (
        "“The water came up to the stairs,” Ines Duval remembers. “Then it stopped.”",
        [("The water came up to the stairs,", "Ines Duval"), ("Then it stopped.", "Ines Duval")],
    ),
    "a crowd": ("“Bring him back!” roared the crowd.", [("Bring him back!", "crowd")]),
    "an explained name at the head": (
        "Added her brother, Tom, “Nobody in our family can swim.”",
        [("Nobody in our family can swim.", "Tom")],
    ),
    "somebody by occupation": (
        "The chef was waiting by the door. “You are early,” he said. “The soup is not.”",
        [("You are early,", "chef"), ("The soup is not.", "chef")],
    ),
    "one name, then a pronoun": (
        "Okonjo took to the radio to complain. “Nine hours without a glass of water,” she posted.",
        [("Nine hours without a glass of water,", "Okonjo")],
    ),
    "an occupation at the sentence's head": (
        "Firefighter Jana Holt put it differently: “We were lucky, and luck runs out.”",
        [("We were lucky, and luck runs out.", "Jana Holt")],
    ),
    "told at the end of three paragraphs": (
        "“We waited for the boat.\n\n“It never came.\n\n“So we walked home,” Ada Blom told the inquiry.",
        [
            ("We waited for the boat.", "Ada Blom"),
            ("It never came.", "Ada Blom"),
            ("So we walked home,", "Ada Blom"),
        ],
    ),
    # Clauses without marks.
    "used to say": (
        "My aunt used to say you could tell a sailor by his hands.",
        [("you could tell a sailor by his hands", "My aunt")],
    ),
    "likes to say": (
        "The coach, Pia Lund, likes to say that defence is a habit.",
        [("defence is a habit", "Pia Lund")],
    ),
    "was quick to add": (
        "The auditor was quick to add that nobody had broken the law.",
        [("nobody had broken the law", "auditor")],
    ),
    "an adverb between": (
        "Ferris nonetheless promised to publish the accounts.",
        [("to publish the accounts", "Ferris")],
    ),
    "a plural with a tail": (
        "Residents of Mill Lane say the lorries start at four in the morning.",
        [("the lorries start at four in the morning", "Residents of Mill Lane")],
    ),
    "an office and a name behind the clause": (
        "The ferry has been sold, the deputy harbour master, Lena Roth, said on Tuesday.",
        [("The ferry has been sold", "Lena Roth")],
    ),
    "he's claiming": (
        "He met the press again. He's claiming that the vote was a “cheap trick”.",
        [("the vote was a “cheap trick”", None)],
    ),
    "anybody who": (
        "Ann Lee mocked the plan, saying anybody who believes it “has never seen a tide table”.",
        [("anybody who believes it “has never seen a tide table”", "Ann Lee")],
    ),
    "say critics, in a headline": (
        "Fares are ‘a tax on the young’, say campaigners",
        [("Fares are ‘a tax on the young’", "campaigners")],
    ),
    "the author goes on": (
        "Capt. Rosa Field said the road would reopen by noon but would not say whether anybody was hurt.",
        [("the road would reopen by noon", "Rosa Field")],
    ),
    "a headline of somebody": (
        "Finch: Council must ‘get out of the way’ of the port",
        [("Council must ‘get out of the way’ of the port", "Finch")],
    ),
    "an office before a colon, in a headline": (
        "Flood victims: ‘We slept on the roof for a week’",
        [("We slept on the roof for a week", "Flood victims")],
    ),
    "an office and a name before a colon": (
        "It is over. Union leader Mo Fenn: “We have been given assurances in writing.”",
        [("We have been given assurances in writing", "Mo Fenn")],
    ),
    "says union": ("Crews were ‘left to drown’, says union", [("Crews were ‘left to drown’", "union")]),
    "told of doing": (
        "Witnesses reported hearing three shots. Rask denied nothing.",
        [("hearing three shots", "Witnesses")],
    ),
    "somebody new between": (
        "The champion was gracious, saying the better swimmer had won. Her coach was not. “We will look at the tape,” he said.",
        [("the better swimmer had won", "champion"), ("We will look at the tape,", "Her coach")],
    ),
    "letters behind a name": (
        "Anita Roe KC told the jury that the case was a house of cards.",
        [("the case was a house of cards", "Anita Roe")],
    ),
    "a name that explains": (
        "My guide, Tenzin, laughed at my boots. “Very good for the office,” he said.",
        [("Very good for the office,", "Tenzin")],
    ),
    "a participle at the head": (
        "Calling the plan “madness,” Ann Lee walked out of the meeting.",
        [("the plan “madness,”", "Ann Lee")],
    ),
    "an argument at the head": (
        "Arguing that the roof leaked, the mayor closed the hall.",
        [("the roof leaked", "mayor")],
    ),
    "a plural and its verb": (
        "Parents say teachers need smaller classes.",
        [("teachers need smaller classes", "Parents")],
    ),
    "another is promising": (
        "Ann Lee said shops still want cheaper rents, and Bo Quist is calling for a freeze on rates.",
        [("shops still want cheaper rents", "Ann Lee"), ("a freeze on rates", "Bo Quist")],
    ),
    "likened": (
        "Bo Quist likened the tax to “robbing a blind man’s hat”.",
        [("the tax to “robbing a blind man’s hat”", "Bo Quist")],
    ),
    "an introduction before the quotation": (
        "As for the cost, “nobody has ever counted it,” said Ann Lee.",
        [("nobody has ever counted it,", "Ann Lee")],
    ),
    "texted a friend": (
        "Bo Quist texted a friend: “I have done something stupid.”",
        [("I have done something stupid.", "Bo Quist")],
    ),
    "a caption": (
        "Nurse Ida Falk outside Ward 9: “We are running on biscuits.”",
        [("We are running on biscuits.", "Ida Falk")],
    ),
    "a name and a verb of no list": (
        "Vance bristles. “I never asked for the job.”",
        [("I never asked for the job.", "Vance")],
    ),
    "accused both": (
        "Peace monitors accused both sides of shelling the market.",
        [("both sides of shelling the market", "Peace monitors")],
    ),
    "a short quotation behind a noun": (
        "Ann Lee's advice to visitors is simple: “Bring boots.”",
        [("Bring boots.", "Ann Lee")],
    ),
    # Whose account it is.
    "per records": (
        "Per police records, the alarm had been off since March.",
        [("the alarm had been off since March", "police records")],
    ),
    "one paper quotes another": (
        "According to the Gazette, quoting police sources, the car was stolen in May.",
        [("the car was stolen in May", "Gazette")],
    ),
    "per": ("Per the ministry, the bridge reopens in May.", [("the bridge reopens in May", "ministry")]),
    "to hear her tell it": (
        "To hear Ann Lee tell it, the strike was over before it began.",
        [("the strike was over before it began", "Ann Lee")],
    ),
    "in somebody's view": (
        "In Ann Lee's view, the harbour has ten good years left.",
        [("the harbour has ten good years left", "Ann Lee")],
    ),
    "by an office's reckoning": (
        "By the mayor's own reckoning, the stadium is four years late.",
        [("the stadium is four years late", "mayor")],
    ),
    "by her own account": (
        "Ann Lee left at nine. By her own account, she never came back that night.",
        [("she never came back that night", "Ann Lee")],
    ),
    "as far as": (
        "As far as the harbour master is concerned, the wreck can stay there.",
        [("the wreck can stay there", "harbour master")],
    ),
    "in the words of an office": (
        "It was, in the words of the foreman, “like pushing a river uphill”.",
        [("like pushing a river uphill", "foreman")],
    ),
}


def _said(text: str) -> list[Proposal]:
    return [one for one in extract(text) if one.polarity == "asserted"]


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_who_says_what(text: str, wanted: list[tuple[str, str | None]]) -> None:
    said = {text[one.start : one.end].rstrip("."): one for one in _said(text)}
    for words, speaker in wanted:
        assert words.rstrip(".") in said, sorted(said)
        mention = said[words.rstrip(".")].speaker
        assert mention is not None
        assert speaker is None or mention.canonical == speaker


# Nobody says these, or the one whom they are about does not say them.
@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Per person, the ferry costs nine crowns, and dogs go free.", "the ferry costs nine crowns"),
        ("Per person, the ferry costs nine crowns, and dogs go free.", "and dogs go free"),
        ("The old gate bore one line: “Every Boat Comes Home Again.”", "Every Boat Comes Home Again."),
        ("Ann Lee resigned, citing two people in the room.", "two people in the room"),
        ("Not according to Ann Lee, who runs the ferry.", "who runs the ferry"),
        ("Fenn, of no fixed address, admitted two thefts.", "Fenn, of no fixed address"),
        ("Posting a photo of her dog, Lee thanked the vets.", "a photo of her dog"),
        ("Welcoming the guests, the mayor wore a chain.", "the guests"),
        ("The referee thought otherwise, and so did the replay.", "otherwise, and so did the replay"),
        ("Lee has three daughters: “The Long Way Home” was written for them.", "The Long Way Home"),
    ],
)
def test_what_nobody_says(text: str, nobody: str) -> None:
    assert nobody not in [text[one.start : one.end] for one in extract(text) if one.speaker]


def test_whom_a_sentence_before_is_about_is_a_guess() -> None:
    (one,) = extract("Marlow shrugged. “You get used to the noise after some years.”")
    assert one.confidence <= 0.5
    assert (
        one.reason
        == "whom the sentence before is about; by one word, which may be the name of a person or of an organisation"
    )


def test_a_denial_before_the_quotation_gives_it_to_nobody() -> None:
    (one,) = extract("Nobody shrugged. “You get used to the noise after some years.”")
    assert one.speaker is None


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (
            "Villagers slept well because the dam was “as safe as any house”.",
            "the dam was “as safe as any house”",
        ),
        (
            "It rained, and Ann Lee had gone after Quist as a “leech who bleeds the town”.",
            "Ann Lee had gone after Quist as a “leech who bleeds the town”",
        ),
    ],
)
def test_words_within_the_authors_sentence_are_proposed_with_their_clause(text: str, clause: str) -> None:
    (one,) = extract(text)
    assert text[one.start : one.end].rstrip("”.") == clause.rstrip("”.")
    assert (one.form, one.speaker) == ("mixed", None)
    assert one.confidence < 0.3
