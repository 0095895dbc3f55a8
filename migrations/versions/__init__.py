"""One file a schema version; its number is the file's `user_version`."""
