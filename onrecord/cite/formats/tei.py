"""TEI P5: `<cit>` with `<quote>` and `<bibl>` (TEI Guidelines 3.3.3, 3.12).

Speakers and relays are names with a role, the place in the source is a `<citedRange>`, and what is in doubt is a
`<note type="doubt">` beside the `<bibl>` or in it. What the source has the speaker deny, not say or ask stands behind a
`<note type="polarity">`.
"""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from onrecord.cite import csl
from onrecord.cite.attribution import doubt_notes, doubts
from onrecord.cite.by_source import by_source
from onrecord.cite.formats.dates import iso
from onrecord.cite.formats.sentences import sentence
from onrecord.cite.occasions import my_translation, occasion
from onrecord.model.polarities import label
from onrecord.model.records import Json, Quote, SourceRecord, SpeakerRef
from onrecord.text.locator_forms import format_locator
from onrecord.text.markup import plain

_NAMESPACE = "http://www.tei-c.org/ns/1.0"
_PARTS = ("article", "article-journal", "article-magazine", "article-newspaper", "chapter", "entry",
          "entry-dictionary", "entry-encyclopedia", "paper-conference", "post", "review", "review-book")  # fmt: skip
_NAMES = {"person": "persName", "organisation": "orgName"}


def write(quotes: Sequence[Quote], as_: str) -> str:
    """One element, in the namespace of TEI; several stand in one that may hold them."""
    if as_ == "bibliography":
        parts = []
        for found in by_source(quotes):
            notes = [_doubt(note) for quote in found.quotes for note in doubt_notes(quote)]
            parts.append(_tag("bibl", _listed(_work(found.source)) + "".join(notes)))
        return _whole("listBibl", parts, always=True)
    if as_ == "citation":
        return _whole("listBibl", [_bibl(quote, inside=True) for quote in quotes])
    if as_ == "note":
        return _whole("p", [_tag("note", _bibl(quote, inside=True), place="foot") for quote in quotes])
    if as_ == "inline":
        return _whole("p", [_sentence(quote) for quote in quotes], always=True)
    return _whole("div", [_cit(quote) for quote in quotes])


def _whole(wrapper: str, elements: Sequence[str], *, always: bool = False) -> str:
    if len(elements) == 1 and not always:
        head, _, rest = elements[0].partition(">")
        return f'{head} xmlns="{_NAMESPACE}">{rest}'
    return "\n".join([f'<{wrapper} xmlns="{_NAMESPACE}">', *elements, f"</{wrapper}>"])


def _cit(quote: Quote) -> str:
    language = {"xml:lang": quote.language} if quote.language else {}
    quoted = _tag("quote", escape(csl.clean(quote.text)), type=quote.form, **language)
    notes = "".join(f"\n  {_doubt(doubt)}" for doubt in doubts(quote))
    polarity = f"{_note(label(quote.polarity), 'polarity')} " if quote.polarity != "asserted" else ""
    return f"<cit>\n  {polarity}{quoted}\n  {_bibl(quote)}{notes}\n</cit>"


def _sentence(quote: Quote) -> str:
    made = sentence(quote)
    bibl = f"({_bibl(quote, inside=True)})"
    return _tag("s", f"{escape(made.before)} {bibl}{escape(made.after)}")


def _bibl(quote: Quote, *, inside: bool = False) -> str:
    """`inside`: with its doubts, where there is no `<cit>` around it."""
    names = [_name(quote.speaker, quote.named_as, "speaker")]
    names += [escape(occasion(quote))] if occasion(quote) else []
    names += [f"via {_name(one.speaker, one.named_as, 'relay')}" for one in quote.passed_on]
    if mine := my_translation(quote, "en"):
        names.append(mine)
    elif quote.translator:
        names.append(f"translated by {_name(quote.translator, None, 'translator')}")
    parts = _work(quote.source)
    if quote.locator and quote.locator_label:
        place = format_locator(quote.locator_label, csl.clean(quote.locator))
        parts.append(_tag("citedRange", escape(place), unit=quote.locator_label))
    notes = "".join(map(_doubt, doubts(quote))) if inside else ""
    return _tag("bibl", f"{', '.join(names)}: {_listed(parts)}{notes}")


def _work(source: SourceRecord) -> list[str]:
    item = csl.item(source)
    parts = [
        _tag(creator.role if creator.role in ("author", "editor") else "name", inner, **role)
        for creator in source.creators
        for inner, role in [
            (
                _name(creator.speaker, creator.named_as, None),
                {} if creator.role in ("author", "editor") else {"role": creator.role},
            )
        ]
    ]
    if title := item.get("title"):
        level = "a" if source.type in _PARTS else "m" if source.type in ("book", "report", "thesis") else "u"
        parts.append(_tag("title", escape(plain(str(title))), level=level))
    if container := item.get("container-title"):
        parts.append(
            _tag("title", escape(plain(str(container))), level="m" if source.type == "chapter" else "j")
        )
    if publisher := item.get("publisher"):
        parts.append(_tag("publisher", escape(str(publisher))))
    for variable, unit in (("volume", "volume"), ("issue", "issue"), ("page", "page")):
        if value := item.get(variable):
            parts.append(_tag("biblScope", escape(str(value)), unit=unit))
    parts += _date(item)
    for kind, address in (("", source.url), ("archive", source.archive_url)):
        if address and csl.clean(address):
            attributes = {"type": kind} if kind else {}
            parts.append(_tag("ref", escape(csl.clean(address)), target=_target(address), **attributes))
    return parts


def _date(item: Json) -> list[str]:
    issued = item.get("issued")
    if not isinstance(issued, dict):
        return []
    exact = iso(issued)
    if exact and "/" in exact:
        begin, _, end = exact.partition("/")
        return [_tag("date", exact.replace("/", "–"), **{"from": begin, "to": end})]
    if exact:
        certainty = {"cert": "low"} if issued.get("circa") else {}
        return [_tag("date", exact, when=exact, **certainty)]
    words = issued.get("literal") or issued.get("raw")
    return [_tag("date", escape(str(words)))] if words else []


def _name(speaker: SpeakerRef, named_as: str | None, role: str | None) -> str:
    kind = "name" if speaker.unnamed else _NAMES.get(speaker.kind, "name")
    attributes = {"role": role} if role else {}
    return _tag(kind, escape(csl.printed_name(speaker, named_as)), **attributes)


def _target(address: str) -> str:
    # White space would separate two addresses.
    return csl.clean(address).replace(" ", "%20")


def _doubt(doubt: str) -> str:
    return _note(doubt, "doubt")


def _note(words: str, kind: str) -> str:
    return _tag("note", escape(words), type=kind)


def _listed(parts: Sequence[str]) -> str:
    return ", ".join(parts) + "."


def _tag(name: str, content: str, **attributes: str) -> str:
    written = "".join(f" {key}={quoteattr(csl.clean(value))}" for key, value in attributes.items())
    return f"<{name}{written}>{content}</{name}>"
