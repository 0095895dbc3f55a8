"""HTML to text with places: `<q>` in quotation marks, `<blockquote>` noted, what nobody reads gone."""

from __future__ import annotations

import html as entities
import re
from html.parser import HTMLParser

from onrecord.check.draft import Builder, Draft

_BLOCKS = frozenset(
    "address article aside blockquote body br caption dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td th thead tr ul".split()
)
_UNREAD = frozenset("script style template head noscript code svg textarea select button".split())


def read(source: str) -> Draft:
    """A draft in HTML."""
    reading = _Reading(source)
    reading.feed(source)
    reading.close()
    while reading.quoted:
        reading.made.blocks.append((reading.quoted.pop(), len(reading.made)))
    return reading.made.draft(source)


class _Reading(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.made = Builder()
        self.made_of = source
        self.quoted: list[int] = []
        self._unread = 0
        self._starts = [0]
        line_end = source.find("\n")
        while line_end >= 0:
            self._starts.append(line_end + 1)
            line_end = source.find("\n", line_end + 1)

    def _place(self) -> int:
        line, column = self.getpos()
        return self._starts[min(line, len(self._starts)) - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        place = self._place()
        if tag in _UNREAD:
            self._unread += 1
        if tag in _BLOCKS:
            self.made.put("\n" if tag == "br" else "\n\n", place)
        if tag == "q":
            self.made.put("“", place)
        if tag == "blockquote":
            self.quoted.append(len(self.made))
        key = dict(attrs).get("data-cites")
        if key:
            self.made.cite([(word, "") for word in key.split()])

    def handle_endtag(self, tag: str) -> None:
        place = self._place()
        if tag in _UNREAD:
            self._unread = max(0, self._unread - 1)
        if tag == "q":
            self.made.put("”", place)
        if tag == "blockquote" and self.quoted:
            start = self.quoted.pop()
            if not self.quoted:
                self.made.blocks.append((start, len(self.made)))
        if tag in _BLOCKS:
            self.made.put("\n\n", place)

    def handle_data(self, data: str) -> None:
        if not self._unread:
            place = self._place()
            self.made.add(re.sub(r"\s", " ", data), range(place, place + len(data)))

    def handle_entityref(self, name: str) -> None:
        self._entity(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._entity(f"&#{name}")

    def _entity(self, written: str) -> None:
        if not self._unread:
            place = self._place()
            end = place + len(written)
            end += self.made_of.startswith(";", end)
            self.made.put(entities.unescape(f"{written};"), place, end)
