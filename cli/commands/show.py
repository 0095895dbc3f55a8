"""onrecord show"""

from onrecord.cli import shown
from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, Named, asking
from onrecord.cli.output import print_json

app = single()


@app.command(
    epilog="Examples:  onrecord show k7xq2m  ·  onrecord show k7xq2m@smith-2023  ·  onrecord show smith-2023 --json"
)
def show(name: Named, database: Database = None, as_json: AsJson = False) -> None:
    """Show one statement, claim, source or speaker with everything known about it."""
    with asking(database) as reader:
        document, print_it = shown.found(reader, name)
    if as_json:
        print_json(document)
    else:
        print_it()
