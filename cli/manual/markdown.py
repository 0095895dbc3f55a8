"""The commands in Markdown, for the manual as a site: a page for each, and what a group holds on the page of the group."""

from __future__ import annotations

import re

from onrecord.cli.page import Page, Row, pages

# What is typed stands as code, wherever a sentence has it.
_TYPED = re.compile(
    r"(?<![\w-])(--[a-z][\w-]*|-[a-zA-Z](?![\w-])|onrecord(?: [a-z]+)+(?=[.:,;)]|$)|[A-Z]+(?:_[A-Z]+)+)"
)
_SIGNS = re.compile(r"([\\`*_{}\[\]#!])")


def files() -> dict[str, str]:
    """Every page by the name of its file: index.md (what there is), onrecord-search.md, onrecord-add.md …"""
    every = list(pages())
    written = {"index.md": _contents(every[0])}
    for page in every[1:]:
        name = file_of(page.path)
        written[name] = f"{written[name]}\n{text(page, 2)}" if name in written else text(page, 1)
    return written


def file_of(path: str) -> str:
    """The file that a command stands in ("add quote"): onrecord-add.md."""
    return f"onrecord-{path.partition(' ')[0]}.md"


def text(page: Page, level: int) -> str:
    """A command under a heading of this level."""
    lines = [f"{'#' * level} {page.command}", "", "```text", f"{page.command} {page.usage}", "```", ""]
    for paragraph in page.paragraphs:
        lines += [prose(paragraph), ""]
    for title, rows in page.sections:
        lines += [f"**{title}**", "", *_list(rows)]
    if page.examples:
        lines += [f"**{page.heading}**", "", "```sh", *page.examples, "```", ""]
    return "\n".join(lines)


def prose(text: str) -> str:
    """A sentence in which nothing is taken for a sign of Markdown; options and variables are code."""
    parts = _TYPED.split(text)
    return "".join([f"`{part}`" if index % 2 else escaped(part) for index, part in enumerate(parts)])


def escaped(text: str) -> str:
    """A text as Markdown prints it, letter for letter."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SIGNS.sub(r"\\\1", text)


def _contents(page: Page) -> str:
    lines = ["# Commands", ""]
    for paragraph in page.paragraphs:
        lines += [prose(paragraph), ""]
    for title, rows in page.sections:
        lines += [f"## {title}", "", *_list(rows)]
    return "\n".join(lines)


def _list(rows: tuple[Row, ...]) -> list[str]:
    """Terms with what they are (the extension def_list); a command leads to its place."""
    lines = []
    for row in rows:
        term = ", ".join(f"`{name}`" for name in row.names) + (f" `{row.value}`" if row.value else "")
        if row.path:
            anchor = f"#onrecord-{row.path.replace(' ', '-')}" if " " in row.path else ""
            term = f"[{term}]({file_of(row.path)}{anchor})"
        lines += [term, f":   {prose(row.about)}", ""]
    return lines
