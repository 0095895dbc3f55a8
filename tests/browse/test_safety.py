"""The safety headers of Datasette's own pages, and what may run on them."""

import asyncio
import base64
import hashlib
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from lxml import html

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

from datasette import hookimpl
from datasette.app import Datasette
from datasette.plugins import pm

from onrecord.browse import safety

Page = Callable[..., Any]
Keep = Callable[[Any], Any]
PATHS = (
    "/onrecord", "/onrecord/quotes", "/onrecord/attributions/1", "/onrecord/speakers?_search=x", "/-/versions",
    "/onrecord?sql=select+1", "/nowhere", "/onrecord/nowhere", "/onrecord/quotes.json", "/onrecord/quotes.csv", "/.json",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_about_our_database_is_guarded(page: Page, path: str) -> None:
    headers = page(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    policy = headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-inline" not in policy.partition("script-src")[2].partition(";")[0]


@pytest.mark.parametrize("path", ["/onrecord", "/onrecord/quotes", "/onrecord?sql=select+1", "/nowhere"])
def test_datasettes_own_scripts_run_and_no_nonce_is_used_twice(page: Page, path: str) -> None:
    nonces = []
    for _ in range(2):
        response = page(path)
        (nonce,) = set(re.findall(r"'nonce-([^']+)'", response.headers["content-security-policy"]))
        scripts = list(html.fromstring(response.text).iter("script"))
        assert scripts
        assert {one.get("nonce") for one in scripts} == {nonce}
        nonces.append(nonce)
    assert nonces[0] != nonces[1]


def test_a_script_that_came_out_of_the_database_has_no_nonce(page: Page) -> None:
    text = page("/onrecord/statements").text
    assert "&lt;script&gt;alert(&#39;x&#39;)" in text
    assert "&lt;script nonce" not in text
    assert "<script nonce" in text


def test_our_own_pages_keep_their_stricter_policy(page: Page) -> None:
    for path in ("/", "/-/onrecord/search", "/-/quote/key0aaaaaa"):
        assert page(path).headers["content-security-policy"].startswith("default-src 'none'")


def test_other_databases_are_left_as_they_are(filled: Path, tmp_path: Path, kept: Keep) -> None:
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE notes (body)")
    connection.close()
    datasette = kept(Datasette([str(filled), str(other)]))

    def page(path: str) -> Any:
        return asyncio.run(datasette.client.get(path))

    for path in ("/", "/other", "/other/notes", "/-/versions"):
        response = page(path)
        assert response.status_code == 200
        assert "content-security-policy" not in response.headers
        assert "nonce" not in response.text
    assert "content-security-policy" in page("/onrecord/quotes").headers
    assert "content-security-policy" in page("/onrecord.json").headers


def test_what_another_plugin_writes_into_the_page_runs(filled: Path, kept: Keep) -> None:
    class Plugin:
        __name__ = "Other"

        @hookimpl  # type: ignore[untyped-decorator]
        def extra_body_script(self) -> str:
            return "window.other = 1;"

    other = Plugin()
    pm.register(other, name="other")
    try:
        datasette = kept(Datasette([str(filled)]))
        response = asyncio.run(datasette.client.get("/onrecord/quotes"))
    finally:
        pm.unregister(other)
    (script,) = [
        one for one in html.fromstring(response.text).iter("script") if one.text == "window.other = 1;"
    ]
    assert f"'nonce-{script.get('nonce')}'" in response.headers["content-security-policy"]


def test_what_a_template_has_a_button_do_may_be_done_and_nothing_else() -> None:
    source = '<button onclick="chooseColumns()">Choose</button><i onclick="{{ dangerous }}">'
    environment = Environment(loader=DictLoader({"page.html": source}), autoescape=True)
    safety.prepare(environment)
    environment.get_template("page.html")
    digest = base64.b64encode(hashlib.sha256(b"chooseColumns()").digest()).decode()
    [scripts] = [part for part in safety.policy("n0nce").split("; ") if part.startswith("script-src")]
    assert "'unsafe-hashes'" in scripts and f"'sha256-{digest}'" in scripts
    assert "'unsafe-inline'" not in scripts and "dangerous" not in scripts
