"""What a tool is asked with."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class Cancelled(Exception):
    """Nobody wants the answer any more."""


class Asking:
    """What a tool is asked with: the database, the client's name, and whether anybody still waits."""

    def __init__(self, path: str, client: str, waits: Callable[[], bool]) -> None:
        self.path, self.client, self._waits = path, client, waits

    def go_on(self) -> None:
        """To be called between two steps of what takes long. Cancelled: there is no need for more."""
        if not self._waits():
            raise Cancelled
