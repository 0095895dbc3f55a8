"""Reading sources: bytes in, document out. No database here.

`read.read_file`, `read.read_stdin` and `read.read_url` (or `fetch.fetch` and `read.read_bytes`) give a `document.Document`: the
readable text of a file or a web page, with the metadata that it states about itself. Whatever cannot be read raises
`onrecord.errors.InputError` with one sentence.
"""
