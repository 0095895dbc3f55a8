"""A Zotero that runs on loopback: its local API as far as it is asked for, and ways in which it may fail."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

Item = dict[str, Any]
Trouble = Callable[["Handler", str], bool]


class Library:
    """Items, collections and groups, with versions as Zotero counts them: `edit` changes one here, `sync` gives it a version."""

    def __init__(self) -> None:
        self.items: dict[str, Item] = {}
        self.collections: dict[str, Item] = {}
        self.groups: dict[int, str] = {}
        self.files: dict[str, str] = {}
        self.citation_keys: dict[str, str] = {}
        self.version = 10
        self.user = 4711
        self.asked: list[str] = []
        self.trouble: Trouble | None = None
        self.clock = 0

    def add(self, key: str, **data: Any) -> Item:
        self.clock += 1
        self.items[key] = {
            "key": key,
            "version": self.version,
            "dateAdded": f"2024-01-01T{self.clock // 3600:02}:{self.clock // 60 % 60:02}:{self.clock % 60:02}Z",
            "dateModified": "2024-01-01T00:00:00Z",
            **data,
        }
        return self.items[key]

    def edit(self, key: str, **data: Any) -> None:
        """Somebody changes an item on this computer: it keeps its version."""
        self.items[key] |= data | {"dateModified": "2999-01-01T00:00:00Z"}

    def sync(self, key: str, **data: Any) -> None:
        """An item comes changed from the server."""
        self.version += 1
        self.items[key] |= data | {"version": self.version}

    def listed(self, path: list[str], asked: dict[str, str]) -> list[Item]:
        if path == ["groups"]:
            return [
                {"id": number, "data": {"id": number, "name": name}} for number, name in self.groups.items()
            ]
        if path == ["collections"]:
            return [{"key": key, "data": {"key": key, **one}} for key, one in self.collections.items()]
        found = [one for one in self.items.values() if not one.get("deleted") or "includeTrashed" in asked]
        if path[0] == "collections":
            inside = [one["key"] for one in found if path[1] in one.get("collections", ())]
            found = [
                one
                for one in found
                if one["key"] in inside
                or (one.get("parentItem") in inside and one["itemType"] != "annotation")
            ]
        if path[-1] == "top":
            found = [one for one in found if not one.get("parentItem")]
        if path[-1] == "children":
            found = [one for one in found if one.get("parentItem") == path[1]]
        if "itemKey" in asked:
            found = [one for one in found if one["key"] in asked["itemKey"].split(",")]
        if kind := asked.get("itemType"):
            found = [one for one in found if (one["itemType"] == kind.lstrip("-")) != kind.startswith("-")]
        if "tag" in asked:
            found = [one for one in found if asked["tag"] in [tag["tag"] for tag in one.get("tags", ())]]
        if since := int(asked.get("since", 0)):
            found = [one for one in found if one["version"] > since]
        if sort := asked.get("sort"):
            found.sort(key=lambda one: str(one.get(sort, "")), reverse=asked.get("direction") == "desc")
        return [
            {
                "key": one["key"],
                "version": one["version"],
                "library": {"type": "user", "id": self.user},
                "data": one,
            }
            for one in found
        ]


class Handler(BaseHTTPRequestHandler):
    library: Library

    def log_message(self, format: str, *args: object) -> None:
        pass

    def answer(self, status: int, body: bytes, **headers: object) -> None:
        self.send_response(status)
        for name, value in {"Zotero-API-Version": 3, "Content-Length": len(body), **headers}.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self.library.citation_keys:
            self.answer(404, b"No endpoint found")
            return
        keys = {key: self.library.citation_keys.get(key) for key in asked["params"][0]}
        self.answer(200, json.dumps({"jsonrpc": "2.0", "result": keys}).encode())

    def do_GET(self) -> None:
        library = self.library
        library.asked.append(self.path)
        if library.trouble and library.trouble(self, self.path):
            return
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        [_, _, *path] = [unquote(one) for one in parts.path.strip("/").split("/")][1:] or ["", ""]
        if path[-3:] == ["file", "view", "url"]:
            address = library.files.get(path[1])
            self.answer(200, address.encode()) if address else self.answer(404, b"Not found")
            return
        found = library.listed(path, asked)
        headers = {"Total-Results": len(found), "Last-Modified-Version": library.version}
        if asked.get("format") == "keys":
            self.answer(200, "\n".join(one["key"] for one in found).encode(), **headers)
            return
        start = int(asked.get("start", 0))
        page = found[start : start + int(asked.get("limit", len(found) or 1))]
        self.answer(200, json.dumps(page).encode(), **headers)


@contextmanager
def running(library: Library) -> Iterator[int]:
    """The port at which it listens."""
    handler = type("Asked", (Handler,), {"library": library})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
