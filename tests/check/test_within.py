"""What stands in the source around words that a draft quotes: nothing of it may be lost that makes them something else."""

from collections.abc import Iterator

import factories
import pytest

from onrecord.check import markdown
from onrecord.check.judge import check
from onrecord.check.verdict import Kind
from onrecord.db import reader as readers
from onrecord.db import store as stores
from onrecord.db.reader import Reader
from onrecord.ingest.read import read_bytes
from onrecord.sources.add import SourceFields, add_source

ARTICLE = """# Harbour will close, minister vows

“I wish I could say the money will come back this year,” Lena Orwell told reporters.

“My critics say I am a coward,” said Marcus Teale. “They have never run a ship.”

“To suggest that we misled passengers is absurd,” Teale said.

“I would support the closure,” said Mara Velt, “only if every job is kept.”

“Had I known about the cracks, I would have stopped the boats,” said Ruth Amsel.

“The service is safe – for now,” said Ida Brandt.

Orwell quoted a letter from the harbour office: “The vessel is not fit to carry eighty persons.”

In 2019, Orwell had told the same newspaper: “Private ferries are the future of this coast.”

“It is rumoured that the owners have fled to Malta,” Greta Nilsen said.

“Nobody says the lock will fall tomorrow,” Otto Lenz went on. “But the risk is growing by the month.”

**harbourrat**: “Brandt has been lying to us since the flood.”

„Meine Gegner behaupten, ich sei gekauft“, sagte Anna Thoma. „Der Damm hält vorerst.“

“It is the safest tunnel in the country,” said Sven Lund, quoting a brochure.

“You could say that we were lucky,” Lund conceded.

« On pourrait croire que la montagne est coupable », a dit Luc Brune.

Petra Holm thanked “the twelve men who dug by hand for nine days”.

Holm called Lund “a fine engineer but a poor listener”.

« J’aimerais pouvoir dire que le pont tiendra », a dit Claire Roux.
"""
CAPTIONS = """WEBVTT

00:01.000 --> 00:05.000
<v Dana Holt>I signed it after my lawyer had read it twice.

00:05.000 --> 00:09.000
<v Peter Lund>For the record, I never called her a liar.
"""
PAGE = """<html><body><article><p>“The levy is fair,” Jutta Ahlers said.</p>
<blockquote><p>We built the dam with our own hands. We will not let a committee tear it down.</p><footer>— Henk Vos</footer></blockquote>
</article></body></html>"""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    path = tmp_path_factory.mktemp("record") / "onrecord.db"
    factories.new_database(path)
    with stores.writing(str(path), "a test") as store:
        factories.source(store, ARTICLE, citekey="finch", title="Harbour will close, minister vows")
        for name, text in (("holt.vtt", CAPTIONS), ("vos.html", PAGE)):
            fields = SourceFields(title=name, citekey=name.partition(".")[0])
            add_source(store, fields, read_bytes(text.encode(), name=name))
    with readers.opened(str(path)) as opened:
        yield opened


def kinds(reader: Reader, draft: str) -> list[Kind]:
    return [verdict.kind for verdict in check(reader, markdown.read(f"{draft}\n")).verdicts]


@pytest.mark.parametrize(
    "draft",
    [
        "Orwell promised that “the money will come back this year”.",
        "“I am a coward,” Marcus Teale said.",
        "Marcus Teale conceded: “… we misled passengers.”",
        "“I would support the closure,” Mara Velt said.",
        "“I would have stopped the boats,” Ruth Amsel said.",
        "“The service is safe,” said Ida Brandt.",
        "“The vessel is not fit to carry eighty persons,” Lena Orwell said.",
        "In 2023 Lena Orwell said: “Private ferries are the future of this coast.”",
        "Greta Nilsen said that “the owners have fled to Malta”.",
        "Mara Velt said: “Brandt has been lying to us since the flood.”",
        "Anna Thoma sagte: „Der Damm hält.“",
        "Claire Roux dit que « le pont tiendra ».",
        "“It is the safest tunnel in the country,” Sven Lund said.",
        "“We were lucky,” Sven Lund conceded.",
        "Luc Brune dit que « la montagne est coupable ».",
        "Petra Holm thanked “the twelve [women] who dug by hand for nine days”.",
        "Sven Lund called Petra Holm “a fine engineer but a poor listener”.",
    ],
)
def test_what_the_draft_leaves_out_is_told(reader: Reader, draft: str) -> None:
    [kind] = kinds(reader, draft)
    assert kind not in (Kind.verified, Kind.unrecorded)


@pytest.mark.parametrize(
    "draft",
    [
        "“I would support the closure, only if every job is kept,” Mara Velt said.",
        "Marcus Teale said that his critics say “I am a coward”.",
        "Lena Orwell quoted a letter from the harbour office: “The vessel is not fit to carry eighty persons.”",
        "In 2019 Lena Orwell said: “Private ferries are the future of this coast.”",
        "“[T]he risk is growing by the month,” Otto Lenz said.",
        "Harbourrat writes: “Brandt has been lying to us since the flood.”",
        "“I signed it after my lawyer had read it twice,” Dana Holt told the hearing.",
        "Henk Vos wrote: “We built the dam with our own hands.”",
        "“They have never run a ship,” Teale said.",
        "Petra Holm called Sven Lund “a fine engineer but a poor listener”.",
    ],
)
def test_what_is_not_left_out_is_no_matter(reader: Reader, draft: str) -> None:
    assert kinds(reader, draft) == [Kind.unrecorded]


def test_captions_and_signatures_say_who_speaks(reader: Reader) -> None:
    for draft in (
        "“I never called her a liar,” Dana Holt told the hearing.",
        "Jutta Ahlers wrote: “We built the dam with our own hands.”",
    ):
        assert kinds(reader, draft) == [Kind.other_speaker]
