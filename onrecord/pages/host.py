"""What a page asks of the place where it stands: `onrecord.browse` answers for Datasette, `onrecord.publish` for files."""

from collections.abc import Sequence
from typing import Protocol

# What a place is called that nobody gave a name.
TITLE = "On the record"


class Host(Protocol):
    """The place of the page that is being made, in one database of onrecord.

    The addresses that it is asked about are those of `links`: they begin at the root, wherever that is.
    """

    @property
    def title(self) -> str:
        """What the whole is called, as its home page has it."""

    @property
    def database(self) -> str:
        """The name of the database, as an address has it where there are several."""

    @property
    def homes(self) -> Sequence[tuple[str, str]]:
        """Every database of onrecord there, this one among them: its name, and a link to its home page."""

    @property
    def answers(self) -> bool:
        """Whether somebody answers there: looks up searches and tables, and makes citations. Files only stand there."""

    @property
    def everybody(self) -> bool:
        """Whether readers anywhere see the page: whole stored texts and the history are not for them."""

    def address(self, address: str) -> str:
        """A link from the page to `address`."""

    def lasting(self, address: str) -> str:
        """`address` as one that works from anywhere, as far as the host knows where it stands."""

    def export(self, address: str, extension: str) -> str | None:
        """A link to the file with what the page `address` shows; None where it is not to be had."""

    def static(self, name: str) -> str:
        """A link to a file of `static`."""

    def table(self, name: str = "", **asked: str | int) -> str:
        """A link to the list of everything in a table, or of what has the values `asked` where somebody answers.

        Without a name: to the list of tables.
        """
