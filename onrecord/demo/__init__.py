"""A walk through the main job, on an article written for it and a new database.

Every step is a public command, printed before its output; nothing happens that is not shown.
"""

from onrecord.demo.walk import Step, walk

__all__ = ["Step", "walk"]
