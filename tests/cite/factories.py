"""Records as reading gives them, made without a database. All people, agencies and texts are invented."""

from collections.abc import Sequence

from onrecord.model.records import CreatorRecord, Json, Quote, RelayRecord, SourceRecord, SpeakerRef


def person(
    name: str, family: str | None = None, given: str | None = None, *, unnamed: bool = False
) -> SpeakerRef:
    return SpeakerRef(
        slug="-".join(name.lower().split()),
        name=name,
        kind="person",
        unnamed=unnamed,
        family=family,
        given=given,
    )


def organisation(name: str, *, kind: str = "organisation", unnamed: bool = False) -> SpeakerRef:
    return SpeakerRef(slug="-".join(name.lower().split()), name=name, kind=kind, unnamed=unnamed)


BRANDT = person("Mirela Brandt", "Brandt", "Mirela")
OKORO = person("Tobias Okoro", "Okoro", "Tobias")
VASSILENKO = person("Irina Vassilenko", "Vassilenko", "Irina")
HNA = organisation("HNA")
MERIDIAN = organisation("Meridian Wire")


def by(*speakers: SpeakerRef, role: str = "author") -> tuple[CreatorRecord, ...]:
    return tuple(CreatorRecord(role=role, speaker=speaker, named_as=None) for speaker in speakers)


def source(
    citekey: str = "brandt-2021",
    *,
    type: str = "article-magazine",
    title: str | None = "The ferry that the harbour forgot",
    container_title: str | None = "Coastal Review",
    publisher: str | None = None,
    issued: str | None = "2021-03-14",
    url: str | None = "https://coastal.example/ferry",
    archive_url: str | None = None,
    accessed: str | None = None,
    language: str | None = "en",
    csl: Json | None = None,
    creators: tuple[CreatorRecord, ...] | None = None,
) -> SourceRecord:
    return SourceRecord(
        citekey=citekey,
        type=type,
        title=title,
        container_title=container_title,
        publisher=publisher,
        issued=issued,
        url=url,
        archive_url=archive_url,
        accessed=accessed,
        language=language,
        csl=csl,
        creators=by(BRANDT) if creators is None else creators,
    )


DESPATCH = source(
    "hna-2021",
    type="article-newspaper",
    title="Minister inspects the northern harbour",
    container_title=None,
    issued="2021-03-10",
    url="https://hna.example/4411",
    creators=by(HNA),
)


def via(
    speaker: SpeakerRef, cited_source: SourceRecord | None = None, *, named_as: str | None = None
) -> RelayRecord:
    return RelayRecord(speaker=speaker, named_as=named_as, cue="reported", cited_source=cited_source)


def quote(
    text: str = "The quay will open again before the autumn storms.",
    *,
    speaker: SpeakerRef = VASSILENKO,
    source: SourceRecord | None = None,
    form: str = "direct",
    polarity: str = "asserted",
    via: Sequence[RelayRecord] = (),
    locator: tuple[str, str] | None = ("paragraph", "12"),
    medium: str | None = None,
    occasion: str | None = None,
    place: str | None = None,
    said: str | None = None,
    named_as: str | None = None,
    status: str = "sourced",
    status_reason: str | None = None,
    rank: str = "normal",
    rank_reason: str | None = None,
    check_result: str | None = "exact",
    translator: SpeakerRef | None = None,
    key: str = "k7xq2mabcd",
) -> Quote:
    cited = source or DEFAULT_SOURCE
    return Quote(
        key=key,
        ref=f"{key}@{cited.citekey}",
        text=text,
        speaker=speaker,
        form=form,
        polarity=polarity,
        source=cited,
        via=tuple(via),
        locator_label=locator[0] if locator else None,
        locator=locator[1] if locator else None,
        medium=medium,
        occasion=occasion,
        place=place,
        said=said,
        named_as=named_as,
        status=status,
        status_reason=status_reason,
        rank=rank,
        rank_reason=rank_reason,
        check_result=check_result,
        translator=translator,
    )


DEFAULT_SOURCE = source()
