"""How a page is made: templates that escape everything, with what all of them need.

Pages are whole without a script, and their content security policy runs none but those of the package.
"""

from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from onrecord.model.records import Json
from onrecord.pages import chips, coins, linked_data, links
from onrecord.pages.doubts import doubts_of
from onrecord.pages.exports import EXPORTS
from onrecord.pages.host import Host
from onrecord.pages.words import dated, language, located, passage, shortened, titled

# Who may frame a page cannot be said in the page itself (CSP Level 3, 3.3): a server adds it.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'"
)


def _shown(value: Any) -> Any:
    return chips.text_html(value) if isinstance(value, str) and not isinstance(value, Markup) else value


# `finalize`: whatever a template writes passes through the chips, so that none can be forgotten.
_TEMPLATES = Environment(
    loader=PackageLoader("onrecord.pages"),
    autoescape=True,
    undefined=StrictUndefined,
    finalize=_shown,
    # They are files of the package: nobody changes them while it runs.
    auto_reload=False,
)


@dataclass(frozen=True)
class Head:
    """What a page tells programs of itself: its lasting address, a description, and its data in JSON-LD.

    The address is canonical and whole (https://…); the description is cut to what a link's preview shows.
    """

    address: str
    description: str
    data: Json | None = None


def render(host: Host, template: str, *, title: str, head: Head | None = None, **values: Any) -> str:
    """The HTML that `template` makes of `values`; `title` is cut to what a browser's tab can use.

    Templates have, besides `values`: `host`, `at` (its `address`), `links`, `search_form` (where forms that search are
    sent to) and `in_database` (the one to name in them, where there are several), `dated` (EDTF in words), `located` (a
    quotation's place in words), `passage` (the address of its very words), `titled` (a title in plain letters, or else a citekey), `badge`, `doubts_of`, `is_link`, `language` (a language tag that may stand in `lang`,
    or None), `coins`, `exports_of` (each file with what is on a page, by what it is called: a link) and `file_kinds`.
    """
    return _TEMPLATES.get_template(template).render(
        host=host,
        title=shortened(title, 120),
        head=head,
        policy=POLICY,
        at=host.address,
        links=links,
        # The fields of a form take the place of a query in its address.
        search_form=host.address(links.SEARCH).partition("?")[0],
        in_database=host.database if len(host.homes) > 1 else None,
        exports_of=lambda address: _exports(host, address),
        file_kinds=EXPORTS,
        json_ld=linked_data.script,
        coins=coins.span,
        # Chips are no use inside attributes.
        line=lambda text: shortened(text, 300),
        # What is to be copied must be what it is.
        as_it_is=lambda text: Markup(escape(text)),  # noqa: S704  (of escaped text)
        dated=dated,
        located=located,
        passage=passage,
        titled=titled,
        badge=chips.badge_html,
        doubts_of=doubts_of,
        is_link=chips.is_link,
        language=language,
        **values,
    )


def _exports(host: Host, address: str) -> list[tuple[str, str]]:
    """The files with what is on a page: what each is called, and a link to it."""
    found = ((export.name, host.export(address, export.extension)) for export in EXPORTS.values())
    return [(name, link) for name, link in found if link is not None]
