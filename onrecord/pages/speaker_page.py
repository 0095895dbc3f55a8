"""The page of a speaker, at `/-/speaker/SLUG`: names, statements over time, sources, doubts."""

from onrecord.cite.formats import jsonld
from onrecord.pages import linked_data, links, time_line
from onrecord.pages.host import Host
from onrecord.pages.render import Head, render
from onrecord.views.speaker import SERIES, Portrait, Said


def html(host: Host, portrait: Portrait, said: Said, when: str | None = None) -> str:
    """A page of the statements of a speaker, with what is known of them; `when` (EDTF) is the time they are of."""
    speaker = portrait.speaker
    address = host.lasting(links.speaker_at(speaker.slug))
    return render(
        host,
        "speaker.html",
        title=speaker.name,
        head=Head(
            address=address,
            description=" ".join(
                filter(None, (speaker.description, f"Statements on record: {portrait.statements:,}."))
            ),
            data=jsonld.document([linked_data.speaker(speaker, address)]),
        ),
        portrait=portrait,
        said=said,
        speaker=speaker,
        when=when,
        asked_time={"when": when} if when else {},
        picture=time_line.picture(portrait.time_line, SERIES),
        wikidata=linked_data.WIKIDATA,
        time_at=lambda period: host.address(links.speaker_at(speaker.slug, when=period)) + "#statements",
    )
