"""The fragments that are made, in a real browser: it scrolls to the very words and shades them, and nothing else."""

import base64
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.ingest.read import read_bytes
from onrecord.text.fragments import with_directives
from onrecord.text.pointing import pointer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# Each paragraph is a screen apart, so that where the browser lands tells which one it took.
BLOCKS = [
    "Ida Berg said: “We open the bridge in spring.” Nobody in the harbour town believed her.",
    "A year later Ida Berg said again: “We open the bridge in spring.” This time they did, well-meaning & all, 50%.",
    "Мэр сказала: «Мост откроют весной, не раньше», и ушла. Её ёлка стояла.",
    "市长昨天在会上说：“大桥将在春天开放。”记者们没有再问。",
    "Le maire l’a dit : « Nous n’ouvrirons pas avant l’été », et la séance fut levée.",
    "The first paragraph of a long speech begins with these very words and goes on.",
    "The second one of that speech ends with quite other words, as speeches do.",
]
STYLE = "<style>body{margin:0;font:16px sans-serif}p{margin:0 0 1800px}::target-text{background:#ff00ff;color:#000}</style>"
# The words, from which block on, and in which block the browser must land.
WORDS = [
    ("We open the bridge in spring", 0),
    ("We open the bridge in spring", 1),
    ("well-meaning & all, 50%", 1),
    ("Мост откроют весной, не раньше", 2),
    ("大桥将在春天开放", 3),
    ("将在春天", 3),
    ("Nous n’ouvrirons pas avant l’été", 4),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of the page, and its text as it would be stored."""
    folder: Path = tmp_path_factory.mktemp("site")
    body = "".join(f'<p id="b{number}">{block}</p>' for number, block in enumerate(BLOCKS)).replace(
        "&", "&amp;"
    )
    page = f'<!doctype html><html><head><meta charset="utf-8"><title>Bridge</title>{STYLE}</head><body>{body}</body></html>'
    (folder / "page.html").write_text(page, encoding="utf-8")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    text = read_bytes(page.encode(), name="page.html", media_type="text/html", url=None).text
    yield f"http://127.0.0.1:{server.server_address[1]}/page.html", text
    server.shutdown()
    server.server_close()
    thread.join()


SHADED = """async (png) => {
  const picture = new Image();
  picture.src = "data:image/png;base64," + png;
  await picture.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.width, picture.height];
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  const dots = context.getImageData(0, 0, picture.width, picture.height).data, xs = [], ys = [];
  for (let at = 0; at < dots.length; at += 4)
    if (dots[at] === 255 && dots[at + 1] === 0 && dots[at + 2] === 255) {
      xs.push(at / 4 % picture.width); ys.push(Math.floor(at / 4 / picture.width));
    }
  const least = (all) => all.reduce((one, other) => Math.min(one, other)), most = (all) => all.reduce((one, other) => Math.max(one, other));
  return xs.length ? [least(xs), least(ys), most(xs) + 1, most(ys) + 1] : null;
}"""


def shaded(tab: "Page", desk: "Page") -> list[int] | None:
    """The box around what is shaded in a tab; looked for in another, which has no fragment."""
    found: list[int] | None = desk.evaluate(SHADED, base64.b64encode(tab.screenshot()).decode())
    return found


BOX = """([id, words]) => {
  const node = document.getElementById(id).firstChild, at = node.data.indexOf(words), range = document.createRange();
  range.setStart(node, at); range.setEnd(node, at + words.length);
  const box = range.getBoundingClientRect();
  return [box.left, box.top, box.right, box.bottom];
}"""


def test_the_browser_lands_on_the_very_words(chromium: "Browser", site: tuple[str, str]) -> None:
    address, text = site
    tab = chromium.new_page(viewport={"width": 1280, "height": 700})
    desk = chromium.new_page()
    wrong: list[str] = []
    for words, block in WORDS:
        start = text.index(words, text.index(BLOCKS[block][:12]))
        made = pointer(text, start, start + len(words))
        assert made is not None, words
        tab.goto("about:blank")
        tab.goto(with_directives(address, (made,)))
        box, seen = tab.evaluate(BOX, [f"b{block}", words]), shaded(tab, desk)
        if seen is None or any(abs(one - other) > 4 for one, other in zip(seen, box, strict=True)):
            wrong.append(f"{made.written()}: shaded {seen}, the words {box}")
    assert not wrong
    start = text.index("begins with these")
    made = pointer(text, start, text.index("other words") + len("other words"))
    assert made is not None and made.end is not None
    tab.goto("about:blank")
    tab.goto(with_directives(address, (made,)))
    assert shaded(tab, desk) is not None
    assert 0 <= tab.evaluate(BOX, ["b5", "begins with these"])[1] < 700
    tab.close()
    desk.close()
