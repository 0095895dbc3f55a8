"""What a line of a file to be loaded says: somebody said this there."""

from __future__ import annotations

from typing import NamedTuple


class Work(NamedTuple):
    """The source: by its address, else by its citekey; what else is known of it. `issued` is EDTF."""

    url: str | None = None
    citekey: str | None = None
    title: str | None = None
    container: str | None = None
    issued: str | None = None
    type: str = "webpage"


class Said(NamedTuple):
    """One attribution. `speaker` None: nobody is named. `qids` are the Wikidata items that the name may mean.

    `kind` None: a person, unless the name is plainly that of an organisation. `said` is EDTF. `prefix` and `suffix` are what stands around the wording there.
    """

    text: str
    speaker: str | None
    work: Work
    qids: tuple[str, ...] = ()
    kind: str | None = "person"
    form: str = "direct"
    polarity: str = "asserted"
    said: str | None = None
    language: str | None = None
    locator_label: str | None = None
    locator: str | None = None
    cue: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    tags: tuple[str, ...] = ()
