"""onrecord list …"""

from onrecord.cli.app import ListCommands, group

app = group(ListCommands)


@app.callback()
def list_() -> None:
    """List sources, speakers, claims or tags."""
