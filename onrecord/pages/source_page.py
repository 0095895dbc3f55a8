"""The page of a source, at `/-/source/CITEKEY`: what it is, and its stored text with every statement marked in it."""

from onrecord.cite.formats import jsonld
from onrecord.pages import linked_data, links
from onrecord.pages.doubts import doubts_of
from onrecord.pages.host import Host
from onrecord.pages.render import Head, render
from onrecord.pages.words import dated, titled
from onrecord.views.source import Part, SourceText


def html(host: Host, text: SourceText) -> str:
    """The page of what is shown of a source."""
    source = text.source
    makers = [(role, [maker for maker in source.creators if maker.role == role]) for role in _roles(text)]
    # What a source has somebody deny or ask is no quotation of his.
    parts = (
        host.lasting(links.quote_at(placed.quote.ref))
        for placed in text.placed
        if not placed.earlier and placed.quote.polarity == "asserted"
    )
    return render(
        host,
        "source.html",
        title=titled(source.title, source.citekey),
        head=Head(
            address=host.lasting(_lasting(text)),
            description=_description(text),
            data=jsonld.document(
                [linked_data.source(source, host.lasting(links.source_at(source.citekey)), parts)]
            ),
        ),
        text=text,
        source=source,
        copy=text.copy,
        part=text.part,
        makers=makers,
        neighbours=_neighbours(text),
        placed={placed.number: placed for placed in text.placed},
        doubted={placed.number for placed in text.placed if doubts_of(placed.quote)},
        asked_copy={"copy": text.copy.sha256[: links.COPY_DIGITS]} if text.copy and not text.newest else {},
    )


def _lasting(text: SourceText) -> str:
    """The address of what is shown: one of the first part leaves out what is shown without asking."""
    asked: dict[str, str | int] = {}
    if text.copy and not text.newest:
        asked["copy"] = text.copy.sha256[: links.COPY_DIGITS]
    if text.part and text.part.number > 1:
        asked["part"] = text.part.number
    return links.source_at(text.source.citekey, **asked)


def _description(text: SourceText) -> str:
    """The source for those who see only a link to it."""
    source = text.source
    makers = ", ".join(
        creator.named_as or creator.speaker.name for creator in source.creators if creator.role == "author"
    )
    facts = (makers, source.container_title, source.issued and dated(source.issued))
    statements = f"{text.count} statement{'s' if text.count != 1 else ''} on record"
    return ". ".join([*(fact for fact in facts if fact), statements]) + "."


def _roles(text: SourceText) -> list[str]:
    """The roles of those who made the source, authors first."""
    return sorted(
        {creator.role for creator in text.source.creators}, key=lambda role: (role != "author", role)
    )


def _neighbours(text: SourceText) -> list[tuple[str, Part]]:
    """The parts before and after the shown one."""
    if text.part is None:
        return []
    at = text.part.number - 1
    before = [("Previous part", text.parts[at - 1])] if at else []
    return before + ([("Next part", text.parts[at + 1])] if at + 1 < len(text.parts) else [])
