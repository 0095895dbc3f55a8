"""One noun or verb a file. `onrecord.cli.contents` lists them, and loads the one that is asked for."""
