"""What stands at the top of Datasette's page of a database: what this is, a search box, and where to go."""

from markupsafe import Markup

from onrecord.pages.home_page import DESCRIPTION

_PLACES = (
    ("quotes", "Quotes"),
    ("speakers", "Speakers"),
    ("sources", "Sources"),
    ("claims", "Claims"),
    ("tags", "Tags"),
)

_PAGE = Markup(
    '<p class="onrecord-lead">{description}</p>'
    '<form class="onrecord-search core" action="{search}" method="get" role="search">{database}'
    '<label for="onrecord-search">Search what was said</label>'
    '<input id="onrecord-search" type="search" name="q"><input type="submit" value="Search"></form>'
    '<p class="onrecord-places">{links}</p>'
)


def welcome_html(base: str, search: str, database: str | None) -> Markup:
    """The HTML, for the database at the address `base`; `search` is that of the search page.

    `database` is the one to name where several are served.
    """
    links = Markup(" ").join(
        Markup('<a href="{}/{}">{}</a>').format(base, table, name) for table, name in _PLACES
    )
    named = Markup('<input type="hidden" name="in" value="{}">').format(database) if database else ""
    return _PAGE.format(description=DESCRIPTION, search=search, database=named, links=links)
