"""What is wrong with a database, each fault by a name of its own and in one sentence; and mending what can be mended."""
