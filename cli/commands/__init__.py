"""One noun or verb a file. `onrecord.cli.app` lists them and loads the one that was asked for."""
