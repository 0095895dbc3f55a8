"""Loading by the million: files of one statement, or one article, a line.

`opening` unpacks files, `lines` tells their shape, `quotebank` and `statements` read a line into `said.Said`, `naming`
and `filing` find or make the speakers and sources of a batch, `loading` puts it into the database and the history.
"""
