"""What extraction knows of each language: a file a language, which `docs/extraction-languages.md` explains."""
