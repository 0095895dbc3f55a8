"""What an address of the search page asks for, and the address of what is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from onrecord.errors import InputError, UsageError
from onrecord.pages import links
from onrecord.search import SORTS, Filters
from onrecord.search.query import Query, parse, tokens

PAGE = 20
# Nobody reads on to here; each further page costs a search as much as all before it.
LAST_PAGE = 500
LONGEST, MOST_TERMS = 500, 40
VERIFIED = ("yes", "no")


@dataclass(frozen=True)
class Asked:
    """The parameters of the search page, by their names in its address; "" is what nobody asked for.

    `by` and `via` are slugs or names, `source` is a citekey, `since` and `until` are EDTF; `lists` is "all" where
    the lists of values are to be counted however long it takes. `texts` is a page of the passages of stored texts alone.
    """

    q: str = ""
    by: str = ""
    via: str = ""
    source: str = ""
    form: str = ""
    since: str = ""
    until: str = ""
    tag: str = ""
    lang: str = ""
    status: str = ""
    verified: str = ""
    sort: str = ""
    lists: str = ""
    texts: str = ""
    page: int = 1

    @property
    def narrowed(self) -> dict[str, str]:
        """The filters that are set."""
        return {name: value for name in FILTERS if (value := getattr(self, name))}

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.narrowed and not self.query.wanted and not self.query.unwanted and not self.sort

    @property
    def query(self) -> Query:
        return parse(self.q)

    @property
    def order(self) -> str:
        """The sorting; without words there is nothing that could match better."""
        return self.sort or ("relevance" if self.query.wanted else "newest")

    @property
    def offset(self) -> int:
        return (self.page - 1) * PAGE

    def filters(self) -> Filters:
        return Filters(
            by=self.by or None,
            via=self.via or None,
            source=self.source or None,
            form=self.form or None,
            since=self.since or None,
            until=self.until or None,
            tag=self.tag or None,
            language=self.lang or None,
            status=self.status or None,
            verified=self.verified == "yes",
            unverified=self.verified == "no",
        )

    def changed(self, **changes: str | int) -> str:
        """The address with other parameters; the first page, unless `page` is among them."""
        other = replace(self, **{"page": 1, "lists": "", "texts": "", **changes})  # type: ignore[arg-type]
        return other.address

    @property
    def address(self) -> str:
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        return links.search_at(
            **{name: value for name, value in given.items() if value and (name, value) != ("page", 1)}
        )


FILTERS = ("by", "via", "source", "form", "since", "until", "tag", "lang", "status", "verified")
NAMES = tuple(field.name for field in fields(Asked))


def read(parameters: Mapping[str, str | None]) -> Asked:
    """What the parameters of an address ask for; as it was typed, for the form."""
    values = {name: " ".join((parameters.get(name) or "")[: 2 * LONGEST].split()) for name in NAMES}
    number = values.pop("page")
    return Asked(**values, page=int(number) if _is_number(number) else 1 if not number else 0)


def _is_number(typed: str) -> bool:
    return typed.isascii() and typed.isdigit() and len(typed) < 10


def check(asked: Asked) -> None:
    """UsageError or InputError, in a sentence, for what cannot be asked."""
    for name in NAMES:
        value = getattr(asked, name)
        if isinstance(value, str) and len(value) > LONGEST:
            raise InputError(f"That is longer than a search can be: write at most {LONGEST} characters.")
    if len(asked.query.wanted) + len(asked.query.unwanted) > MOST_TERMS:
        raise UsageError(f"These are too many words for a search: write at most {MOST_TERMS}.")
    for name, words in (("sort", SORTS), ("verified", VERIFIED), ("lists", ("all",))):
        value = getattr(asked, name)
        if value and value not in words:
            raise UsageError(f"{value[:80]!r} is nothing for {name}. Choose from: {', '.join(words)}.")
    texts = int(asked.texts or 1) if _is_number(asked.texts or "1") else 0
    if not (1 <= asked.page <= LAST_PAGE and 1 <= texts <= LAST_PAGE):
        raise InputError(
            f"Pages are counted from 1 to {LAST_PAGE}. Add a word or a filter to see other hits."
        )


def with_name(typed: str, meant: str, name: str) -> str:
    """What was typed with the words of `meant` (folded, as in a Suggestion) replaced by a name."""
    from onrecord.text.wordfold import spans as placed

    wanted, spans = list(tokens(meant)), placed(typed)
    quoted = '"' + name.replace('"', " ") + '"'
    for first in range(len(spans) - len(wanted) + 1):
        part = spans[first : first + len(wanted)]
        if wanted and [word for _, _, word in part] == wanted:
            return typed[: part[0][0]].rstrip('"“”„«»') + quoted + typed[part[-1][1] :].lstrip('"“”„«»')
    return quoted
