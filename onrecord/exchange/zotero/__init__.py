"""Libraries as Zotero exports them: Better BibTeX JSON, the JSON of its web service, Zotero RDF.

`library` and `graph` read the files into items with Zotero's own field names, `items` makes works and quotations of
these; `fields` is the correspondence with CSL.
"""
