"""The sentences in which newspapers attribute words."""

import pytest
from cite.factories import by, organisation, person, quote, source, via

from onrecord.cite import news
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


def test_what_is_disputed_is_attributed_and_says_why() -> None:
    made = said(status="disputed", status_reason="No recording.")
    assert made == "“We sail,” attributed to Ane Lind, The Courier reported on 14 March 2024. [Attribution disputed: No recording.]"  # fmt: skip
