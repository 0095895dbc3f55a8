"""What stands at the top of the home page: what this is, a search box, and where to go."""

from markupsafe import Markup

from onrecord.browse.metadata import DESCRIPTION

_PLACES = (
    ("quotes", "Quotes"),
    ("speakers", "Speakers"),
    ("sources", "Sources"),
    ("claims", "Claims"),
    ("tags", "Tags"),
)

_PAGE = Markup(
    '<p class="onrecord-lead">{description}</p>'
    '<form class="onrecord-search" action="{base}/quotes" method="get" role="search">'
    '<label for="onrecord-search">Search what was said</label>'
    '<input id="onrecord-search" type="search" name="_search"><input type="submit" value="Search"></form>'
    '<p class="onrecord-places">{links}</p>'
)


def welcome_html(base: str) -> Markup:
    """The HTML, for the database at the address `base`."""
    links = Markup(" ").join(
        Markup('<a href="{}/{}">{}</a>').format(base, table, name) for table, name in _PLACES
    )
    return _PAGE.format(description=DESCRIPTION, base=base, links=links)
