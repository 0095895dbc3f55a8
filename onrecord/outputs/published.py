"""How a folder is known that `publish` made, and a web server may hand out."""

from __future__ import annotations

import json
import os

from onrecord.model.light import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.outputs.guard import Place

# The file by which it is known: its "made_by".
MANIFEST = "manifest.json"
MADE_BY = "onrecord publish"


def is_published(folder: Place) -> bool:
    """Whether a publish made it."""
    manifest = None
    with suppress(OSError, ValueError, RecursionError), open(os.path.join(folder, MANIFEST), "rb") as file:
        manifest = json.load(file)
    return isinstance(manifest, dict) and manifest.get("made_by") == MADE_BY


def published_above(folder: Place) -> str | None:
    """The folder that a publish made among this one and those that it lies in; None: none."""
    place = os.path.realpath(folder)
    while not is_published(place):
        place, below = os.path.dirname(place), place
        if place == below:
            return None
    return place
