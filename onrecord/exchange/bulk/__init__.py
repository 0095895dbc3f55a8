"""Loading by the million: files of one statement, or one article, a line.

`opening` unpacks files, `lines` and `cells` divide them, `quotebank`, `statements` and `cells` read a row into `said.Said`, `naming`
and `works` find or make the speakers and sources of a batch, `filing` its statements, `loading` puts it into the database and the history.
"""
