"""The tables, a language each."""
