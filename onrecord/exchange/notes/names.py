"""Names of files that every file system takes, whatever stands in them."""

import re

from onrecord.text.patterns import lazy

_ORDINARY = lazy(r"(?a)[\w.@+=,~-]")
# Devices, on systems that keep their names from files, with any ending (Microsoft, "Naming Files, Paths, and Namespaces").
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{one}{number}" for one in ("com", "lpt") for number in range(10))]
)
_LONGEST = 120


def of_key(key: str, taken: set[str]) -> str:
    """A name for `key`, without an ending; `taken`, which it joins, are the names given before, in lower case.

    Letters beyond ASCII and all that some system forbids are percent-encoded: two systems may write the same letter
    with other bytes, and a link must find its file on both.
    """
    name = "".join(one if _ORDINARY.fullmatch(one) else _encoded(one) for one in key)[:_LONGEST]
    name = re.sub(r"^\.|\.$", lambda dot: _encoded(dot[0]), name) or "_"
    if name.partition(".")[0].lower() in _DEVICES:
        name = f"_{name}"
    free, number = name, 1
    while free.lower() in taken:
        number += 1
        free = f"{name}~{number}"
    taken.add(free.lower())
    return free


def _encoded(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))
