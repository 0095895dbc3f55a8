"""The reading room as files for any web server: what `onrecord publish` does."""
