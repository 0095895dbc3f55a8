"""Attributed statements by rules and syntax, for `pip install 'onrecord[nlp]'`.

`extract(text, engine="nlp")` calls `propose` of the module `joining`.
"""
