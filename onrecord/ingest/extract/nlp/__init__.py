"""Attributed statements by syntax, for `pip install 'onrecord[nlp]'`: rules over the parses of sentences."""
