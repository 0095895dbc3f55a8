"""A real browser on a real server: on what `onrecord browse` serves."""

from collections.abc import Iterator

import pytest
import reading_room
from tabs import chromium, open_tab

__all__ = ["chromium", "open_tab", "room"]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[reading_room.Room]:
    """The newsroom's database, served."""
    path = tmp_path_factory.mktemp("room") / "onrecord.db"
    keys = reading_room.newsroom(path)
    with reading_room.served(path) as address:
        yield reading_room.Room(address, path, keys)
