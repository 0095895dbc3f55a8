"""The sentences in which newspapers attribute words."""

import pytest
from cite.factories import by, organisation, person, quote, source, via

from onrecord.cite import news
from onrecord.cite.english import typographic
from onrecord.model.record import replace
from onrecord.model.records import Quote

LEE, LIND, NAP = person("Ann Lee", "Lee", "Ann"), person("Ane Lind", "Lind", "Ane"), organisation("NAP")
PAPER = source(
    "lee-2024", type="article-newspaper", title="Vote", container_title="The Courier", issued="2024-03-14",
    creators=by(LEE),
)  # fmt: skip


def said(**fields: object) -> str:
    made: Quote = quote(**{"text": "We sail.", "speaker": LIND, "source": PAPER, **fields})  # type: ignore[arg-type]
    return "".join(one for one, _ in news.line(made))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "“We sail,” Ane Lind said, The Courier reported on 14 March 2024."),
        ({"medium": "interview", "said": "2024-03-12"}, "“We sail,” Ane Lind told The Courier on 12 March 2024."),
        ({"text": "Do we sail?"}, "“Do we sail?” Ane Lind said, The Courier reported on 14 March 2024."),
        ({"medium": "speech"}, "“We sail,” Ane Lind said in a speech, The Courier reported on 14 March 2024."),
        ({"via": (via(NAP),)}, "“We sail,” Ane Lind said, according to NAP, The Courier reported on 14 March 2024."),
        ({"polarity": "denied"}, "Ane Lind denied saying, “We sail,” The Courier reported on 14 March 2024."),
        (
            {"form": "mixed", "text": "called it “the first talk”", "via": (via(NAP),)},
            "Ane Lind called it “the first talk,” according to NAP, The Courier reported on 14 March 2024.",
        ),
        ({"speaker": LEE}, "“We sail,” Ann Lee wrote in The Courier on 14 March 2024."),
    ],
)  # fmt: skip
def test_the_sentence(fields: dict[str, object], sentence: str) -> None:
    assert said(**fields) == sentence


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        ({"suffix": ",” Ane Lind told The Courier on Thursday."}, True),
        ({"suffix": ",” Ane Lind told the\nCourier."}, True),
        ({"prefix": "Ane Lind told Courier reporters: “"}, True),
        ({"suffix": ",” Ane Lind told reporters, The Courier has learnt"}, False),
        ({"suffix": ",” Ane Lind told The Couriers"}, False),
        ({}, False),
    ],
)  # fmt: skip
def test_whom_it_was_told_says_the_article(beside: dict[str, str], told: bool) -> None:
    made = replace(quote(text="We sail.", speaker=LIND, source=PAPER), cue="told", **beside)
    line = "".join(one for one, _ in news.line(made))
    assert line.startswith(
        "“We sail,” Ane Lind told The Courier on" if told else "“We sail,” Ane Lind said, The Courier"
    )


def test_what_is_disputed_is_attributed_and_says_why() -> None:
    made = said(status="disputed", status_reason="No recording.")
    assert made == "“We sail,” attributed to Ane Lind, The Courier reported on 14 March 2024. [Attribution disputed: No recording.]"  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "begins"),
    [
        ({"form": "mixed", "text": "the plan \"a disgrace\"", "cue": "called"}, "Ane Lind called the plan “a disgrace,” The"),
        ({"form": "mixed", "text": "the ferry as “unsafe”", "cue": "described"}, "Ane Lind described the ferry as “unsafe,” The"),
        ({"form": "mixed", "text": "it's \"the captain's call\""}, "It’s “the captain’s call,” Ane Lind said, The"),
        ({"form": "mixed", "text": "ferries are “unsafe”"}, "Ferries are “unsafe,” Ane Lind said, The"),
        ({"form": "mixed", "text": "that it had “no wish” to go"}, "It had “no wish” to go, Ane Lind said, The"),
        ({"form": "mixed", "text": "urged crews to “stay calm”"}, "Ane Lind urged crews to “stay calm,” The"),
        ({"text": 'I said "no" twice.'}, "“I said ‘no’ twice,” Ane Lind said, The"),
    ],
)  # fmt: skip
def test_what_is_partly_in_marks(fields: dict[str, object], begins: str) -> None:
    fields = dict(fields)
    cue = fields.pop("cue", None)
    made = replace(quote(speaker=LIND, source=PAPER, **fields), cue=cue)  # type: ignore[arg-type]
    assert "".join(one for one, _ in news.line(made)).startswith(begins)


@pytest.mark.parametrize(
    ("label", "within"),
    [
        ("senior official", "a senior official"), ("Senior official", "a senior official"), ("official", "an official"),
        ("Minister", "a minister"), ("Western diplomat", "a Western diplomat"), ("union organiser", "a union organiser"),
        ("EU official", "an EU official"), ("source close to the talks", "a source close to the talks"),
        ("spokesman for the port", "a spokesman for the port"), ("A senior official", "a senior official"),
        ("senior officials", "senior officials"), ("two officials", "two officials"), ("police", "police"),
        ("his lawyer", "his lawyer"), ("the minister", "the minister"), ("hochrangiger Beamter", "hochrangiger Beamter"),
        ("high-ranking officer", "a high-ranking officer"), ("MP", "an MP"), ("UN official", "a UN official"),
    ],
)  # fmt: skip
def test_somebody_unnamed_has_an_article_within_a_sentence(label: str, within: str) -> None:
    nobody = replace(LIND, name=label, unnamed=True)
    assert f"“We sail,” {within} said" in said(speaker=nobody)


@pytest.mark.parametrize(
    ("straight", "set_"),
    [
        ('"so"', "“so”"), ("it's", "it’s"), ('("so")', "(“so”)"), ("'so' it was", "‘so’ it was"), ("the '90s", "the ’90s"),
        ("the crews' pay", "the crews’ pay"), ('he said: "no"', "he said: “no”"), ("“kept”", "“kept”"), ('5"', "5”"),
    ],
)  # fmt: skip
def test_marks_are_typographic(straight: str, set_: str) -> None:
    assert typographic(straight) == set_
    assert typographic(set_) == set_
