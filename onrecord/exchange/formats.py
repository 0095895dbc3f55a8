"""The formats of records, by name and by the end of a file's name; their modules are loaded when they are used."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Format:
    """A format. `reader` and `writer` are "module:function" within `onrecord.exchange`, None where it has none.

    `extensions` are without the dot, the longest first; several formats may share one ("json"): then the content
    decides, by `signature`, which is "module:function" of a `(bytes) -> bool` over the first 64 KiB.
    """

    name: str
    title: str
    extensions: tuple[str, ...]
    reader: str | None = None
    writer: str | None = None
    signature: str | None = None


FORMATS: tuple[Format, ...] = ()
