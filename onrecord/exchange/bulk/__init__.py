"""Loading by the million: files of one statement, or one article, a line.

`packed` unpacks files, `lines` and `cells` divide them, `quotebank`, `statements` and `cells` read a row into `said.Said`, `people`
and `works` find or make the speakers and sources of a batch, `batch` its statements, `load` puts it into the database and the history.
"""
