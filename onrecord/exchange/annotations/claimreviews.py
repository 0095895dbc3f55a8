"""ClaimReview and MediaReview of https://schema.org: the claim, who made it where and when, and what was found of it.

Whoever is named as the maker of a claim asserts it; the words are those of the review, so the form is indirect. Where the
review names no place where it was made, the review itself is what says so.
"""

import math
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from onrecord.exchange.annotations.portable import unpacked_source
from onrecord.exchange.annotations.schemaorg_nodes import Nodes, date_of, is_quotation
from onrecord.exchange.annotations.values import as_list, text, types
from onrecord.exchange.entries import (
    ClaimEntry,
    Entry,
    NameEntry,
    Noted,
    QuoteEntry,
    Refused,
    ReviewEntry,
    SourceEntry,
)
from onrecord.model.record import record, replace
from onrecord.model.records import Json
from onrecord.text import edtf
from onrecord.text.patterns import lazy
from onrecord.text.urls import is_web_url

REVIEWS = frozenset(("ClaimReview", "MediaReview"))
_NUMBER = lazy(r"(?a)[+-]?\d{1,9}(?:[.,]\d{1,9})?")
# "3/5", "2 out of 5"
_OUT_OF = lazy(r"(?ai)(\d{1,4}(?:[.,]\d{1,4})?)\s*(?:/|out of|von|sur|de)\s*(\d{1,4})")
# What somebody else wrote of who said something, where nobody is named.
_UNNAMED = "an unnamed speaker"
# schema.org: where they are left out, the best is 5 and the worst 1.
_BEST, _WORST = 5.0, 1.0
_WORD = lazy(r"(?<=[a-z])(?=[A-Z])")
_TAG = lazy(r"(?i)</?(?:a|b|i|u|q|em|strong|span|sub|sup|font|mark)(?:\s[^<>]{0,300})?>")
_BREAK = lazy(r"(?i)</?(?:p|br|div|li|ul|ol|h[1-6]|blockquote)(?:\s[^<>]{0,300})?/?>")
_REFERENCE = lazy(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});")
# "Ann Lee, Facebook": where somebody wrote it is no part of the name.
_SITE = r"(?:facebook|twitter|x|x/twitter|instagram|tiktok|youtube|telegram|whatsapp|threads|reddit|linkedin|bluesky|weibo)"
_ON_A_SITE = lazy(rf"(?i)(?!{_SITE}\s*,)(?P<name>[^,]*\S)\s*,\s*{_SITE}(?:\s(?:post|user|video))?")


@record(kw_only=True)
class Rating:
    """What a reviewer found, in words; `value` stands on the scale `worst` to `best`, or all three are None."""

    verdict: str | None = None
    value: float | None = None
    best: float | None = None
    worst: float | None = None
    remark: str | None = None


def entries(nodes: Nodes, node: Json) -> Iterator[Entry]:
    """The claim with its verdict and with who made it; what of it has no place is noted."""
    claims = list(nodes.related(node, "itemReviewed"))
    claim_read = next((one for claim in claims if (one := nodes.claim(claim))), None)
    is_media = "ClaimReview" not in types(node)
    media = (
        [one for claim in claims for one in nodes.related(claim, "interpretedAsClaim")] if is_media else []
    )
    words = (
        _reviewed(node)
        or next((found for one in media if (found := text(one.get("text")) or text(one.get("name")))), None)
        or (claim_read.text if claim_read and not is_media else None)
        or (None if is_media else text(node.get("itemReviewed")))
    )
    page = _page(nodes, node)
    if words is None:
        if is_media and page is not None:
            yield page
            yield Noted(
                where=nodes.where,
                reason="it reviews a picture or recording and no claim: kept with its source",
            )
        else:
            yield Refused(where=nodes.where, reason="It says not which claim it reviews.", kept=node)
        return
    reviewer = _reviewer(nodes, node)
    rated = _media_rating(node) if is_media else rating(next(iter(as_list(node.get("reviewRating"))), None))
    stances = (*(claim_read.stances if claim_read else ()), *_made(nodes, node, claims or [{}], words, page))
    reviews: tuple[ReviewEntry, ...] = ()
    if reviewer is not None and rated.verdict is not None:
        reviews = (
            ReviewEntry(
                reviewer=reviewer,
                verdict=rated.verdict,
                rating=rated.value,
                best=rated.best,
                worst=rated.worst,
                published=date_of(node.get("datePublished") or node.get("onrecord:published")),
                source=page,
            ),
        )
    elif page is not None:
        yield page
    yield ClaimEntry(where=nodes.where, text=words, stances=stances, reviews=reviews)
    missing = [
        what
        for what, found in (("who reviewed it", reviewer), ("what was found", rated.verdict))
        if not found
    ]
    if missing:
        yield Noted(where=nodes.where, reason=f"it says not {' and '.join(missing)}: no verdict is recorded")
    if rated.remark:
        yield Noted(where=nodes.where, reason=rated.remark)


def _reviewed(node: Json) -> str | None:
    """The words of the claim, of which forms for web pages keep the markup."""
    words = text(node.get("claimReviewed"))
    if (
        words is None
        or not ("<" in words or "&" in words)
        or any(key.startswith("onrecord:") for key in node)
    ):
        return words
    plain = _REFERENCE.sub(lambda match: unescape(match[0]), _TAG.sub("", _BREAK.sub(" ", words)))
    return " ".join(plain.split()) or None


def _claimant(maker: NameEntry) -> NameEntry:
    """Who made a claim: without the site they wrote on; nobody by name where it says "Multiple sources" or "Facebook posts"."""
    from onrecord.exchange.annotations.claimants import names_nobody

    if names_nobody(maker.name):
        return replace(maker, unnamed=True)
    match = _ON_A_SITE.fullmatch(maker.name)
    return replace(maker, name=match["name"]) if match else maker


def rating(stated: object) -> Rating:
    """A rating of any shape: an object, words, or a number."""
    if not isinstance(stated, dict):
        stated = {"ratingValue": stated}
    value = stated.get("ratingValue")
    value = text(value) or next(iter(as_list(value)), None)
    words = next(
        (found for field in ("alternateName", "name", "textualRating") if (found := text(stated.get(field)))),
        None,
    )
    shown = text(value) or (
        f"{value:g}" if _number(value) is not None and isinstance(value, int | float) else None
    )
    number = _number(value)
    best, worst = _number(stated.get("bestRating")), _number(stated.get("worstRating"))
    if number is None and shown and (scaled := _OUT_OF.fullmatch(shown)):
        number, best = _number(scaled[1]), _number(scaled[2]) if best is None else best
    verdict = words or shown or text(stated.get("ratingExplanation")) or text(stated.get("description"))
    if number is None:
        return Rating(verdict=verdict)
    best, worst = best if best is not None else _BEST, worst if worst is not None else min(_WORST, number)
    if worst <= number <= best and worst < best:
        return Rating(verdict=verdict, value=number, best=best, worst=worst)
    # -1 on a scale from -1 to -1: what forms write where there is no number.
    remark = (
        None
        if words and best == worst
        else f"its rating {number:g} is on no scale from {worst:g} to {best:g}: the number is left out"
    )
    return Rating(verdict=verdict, remark=remark)


def _media_rating(node: Json) -> Rating:
    """MediaReview has a word of a list for what it found: "MissingContext" is "Missing context"."""
    word = text(node.get("mediaAuthenticityCategory"))
    if word is None:
        return rating(next(iter(as_list(node.get("reviewRating"))), None))
    plain = word.rpartition("/")[2]
    return Rating(verdict=_WORD.sub(" ", plain).capitalize() if plain.isalpha() else plain)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        try:
            number = float(value)
        except OverflowError:
            return None
        return number if math.isfinite(number) else None
    match = _NUMBER.fullmatch(value.strip()) if isinstance(value, str) else None
    return float(match[0].replace(",", ".")) if match else None


def _reviewer(nodes: Nodes, node: Json) -> NameEntry | None:
    """Who reviewed it; where no name is given, the site that it stands on."""
    if named := nodes.name(node, "author", "publisher", "creator"):
        return named
    addresses = [text(one.get("url")) for one in nodes.related(node, "author", "publisher")]
    for url in (*addresses, text(node.get("url"))):
        if url and is_web_url(url) and (host := urlsplit(url).hostname):
            return NameEntry(name=host.removeprefix("www."), kind="organisation")
    return None


def _page(nodes: Nodes, node: Json) -> SourceEntry | None:
    """The page that the review stands on."""
    own = node.get("onrecord:source")
    if isinstance(own, dict):
        return unpacked_source(own, nodes.where)
    url = text(node.get("url")) or text(node.get("mainEntityOfPage"))
    if not url or not is_web_url(url):
        return None
    reviewer, published = _reviewer(nodes, node), date_of(node.get("datePublished"))
    title = text(node.get("name")) or text(node.get("headline"))
    item: Json = {
        "type": "webpage",
        "URL": url,
        "title": title,
        "container-title": reviewer.name if reviewer and title else None,
        "issued": edtf.csl_date(edtf.parse(published)) if published and title else None,
        "language": text(node.get("inLanguage")),
        "custom": {"schemaorg": node} if "MediaReview" in types(node) else None,
    }
    return SourceEntry(where=nodes.where, csl={name: value for name, value in item.items() if value})


def _made(
    nodes: Nodes, node: Json, claims: list[Json], words: str, page: SourceEntry | None
) -> Iterator[tuple[str, QuoteEntry]]:
    """That somebody makes the claim, in each place that is named."""
    for claim in claims:
        places = _places(nodes, claim)
        makers = [_claimant(one) for one in nodes.names(claim, "author", "creator", "claimant")]
        said = date_of(claim.get("datePublished")) or date_of(claim.get("dateCreated"))
        place = next((text(one.get("name")) for one in nodes.related(claim, "contentLocation")), None)
        for source, author in places or ([(page, None)] if makers else []):
            for who in makers or [author or NameEntry(name=_UNNAMED, unnamed=True)]:
                yield (
                    "asserts",
                    QuoteEntry(
                        where=nodes.where,
                        text=words,
                        speaker=who,
                        source=source,
                        form="indirect",
                        said=said,
                        place=place,
                        language=text(node.get("inLanguage")),
                    ),
                )


def _places(nodes: Nodes, claim: Json) -> list[tuple[SourceEntry | None, NameEntry | None]]:
    """Where a claim was made, each place once, with its author where it names one."""
    places: dict[str, tuple[SourceEntry | None, NameEntry | None]] = {}
    fields = ["firstAppearance", "appearance", "mediaItemAppearance"]
    for field in fields:
        plain = {**claim, field: [one for one in as_list(claim.get(field)) if not _is_quotation(nodes, one)]}
        for node in nodes.related(plain, field):
            item = nodes.item(node)
            if item:
                source = SourceEntry(where=nodes.where, csl=item, archive_url=text(node.get("archivedAt")))
                places.setdefault(
                    str(item.get("URL") or item.get("title")), (source, nodes.name(node, "author", "creator"))
                )
        for source in nodes.sources(
            {field: [one for one in as_list(plain[field]) if isinstance(one, str)]}, field
        ):
            places.setdefault(str(source.csl.get("URL")), (source, None))
    if not places:
        # What was reviewed is the very work, or its page.
        item = nodes.item(claim) if types(claim) - {"Claim"} else {}
        urls = [item["URL"]] if "URL" in item else [text(claim.get("url")), *as_list(claim.get("sameAs"))]
        for url in urls:
            if isinstance(url, str) and is_web_url(url):
                csl = item or {"type": "webpage", "URL": url}
                places.setdefault(url, (SourceEntry(where=nodes.where, csl=csl), None))
    return list(places.values())


def _is_quotation(nodes: Nodes, value: object) -> bool:
    return isinstance(value, dict) and any(
        is_quotation(each) for each in nodes.related({"one": value}, "one")
    )
