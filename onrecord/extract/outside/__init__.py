"""Proposals that somebody else makes of a text: each is found in it again, checked, and taken or rejected.

`given` is what another program or a model says, `places` finds where it stands, `checked` compares what is said of it
with the text, `taken` makes proposals of it.
"""
