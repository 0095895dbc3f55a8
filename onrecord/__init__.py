"""onrecord: a quotation and claims database.

Who said what, when, according to whom, and where it stands in the source.
The modules of this package are the operations; `onrecord.cli` asks them
from a terminal, `onrecord.browse` from Datasette, and `onrecord.db` stores.
"""

# A constant, not importlib.metadata: reading it must cost nothing at start-up. A test compares it with pyproject.toml.
__version__ = "0.1.0"
