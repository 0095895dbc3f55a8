"""onrecord add …"""

from onrecord.cli.app import AddCommands, group

app = group(AddCommands)


@app.callback()
def add() -> None:
    """Add a source, a speaker, a quotation or a claim."""
