"""The Model Context Protocol over standard input and output: what an assistant may ask of a database.

`protocol` knows messages and versions, `session` what is asked for, `stdio` the streams; `offers` lists the tools, each of
which has a file that is loaded when it is called. Whatever stands in a source is handed over as quoted data (`answer`).
"""
