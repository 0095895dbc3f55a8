"""Where a page stands that Datasette serves: what `onrecord.pages` asks of its host."""

from collections.abc import Callable
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from onrecord.browse import recognise
from onrecord.pages import links
from onrecord.pages.host import TITLE

STATIC = "/-/static-plugins/onrecord"


def addresses(datasette: Any, database: str) -> Callable[[str], str]:
    """Makes an address of `links` one of this Datasette, and of this database where several are onrecord's."""
    several = len(recognise.ours(datasette)) > 1

    def at(address: str) -> str:
        path = str(datasette.urls.path(address))
        return links.within(path, database) if several else path

    return at


class DatasetteHost:
    """The page of the database called `database` that `request` asks for."""

    title = TITLE
    answers = True

    def __init__(self, datasette: Any, request: Any, database: str) -> None:
        self._datasette = datasette
        self._request = request
        self.database = database
        self.everybody = recognise.for_everybody(datasette, database)
        self._at = addresses(datasette, database)
        # Datasette's own home page gives way where it has nothing else to show.
        self._home = "/" if recognise.all_ours(datasette) else links.HOME

    @cached_property
    def homes(self) -> list[tuple[str, str]]:
        return [
            (name, addresses(self._datasette, name)(self._home)) for name in recognise.ours(self._datasette)
        ]

    def address(self, address: str) -> str:
        return self._at(self._home if address == links.HOME else address)

    def lasting(self, address: str) -> str:
        if only := self._request.args.get("in"):
            address = links.within(address, only)
        url: str = self._datasette.absolute_url(self._request, self._datasette.urls.path(address))
        return url.encode("ascii", "ignore").decode()

    def export(self, address: str, extension: str) -> str:
        return self._at(links.export_at(address, extension))

    def static(self, name: str) -> str:
        return str(self._datasette.urls.path(f"{STATIC}/{name}"))

    def table(self, name: str = "", **asked: str | int) -> str:
        path = str(self._datasette.urls.database(self.database))
        return (f"{path}/{name}" if name else path) + (f"?{urlencode(asked)}" if asked else "")
