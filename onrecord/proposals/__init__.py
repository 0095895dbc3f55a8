"""Proposals: what extraction proposes of a source, and a person's decisions about it.

`store` keeps what is proposed, `queries` gives a source with its text and its proposals, `edit` changes or adds one,
`decide` accepts, rejects, reopens and undoes, `file` writes and reads a review file, `apply` does what it says.
"""
