"""The public Python interface: `onrecord.open` gives a `Database`, whose nouns carry what can be done with them.

Nothing here decides anything: each method is one operation of its noun, run in a transaction of its own or in the one
that `Database.operation` holds open.
"""
