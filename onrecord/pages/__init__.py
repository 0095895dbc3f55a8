"""The pages of the reading room: builders that take records and give HTML, with the templates they fill.

Where a page stands, what its links lead to and what may be seen there it asks of its `host`; `onrecord.browse` serves
the pages through Datasette, `onrecord.publish` writes them as files.
"""

from pathlib import Path

# The folder with the files that pages load.
STATIC = Path(__file__).parent / "static"
