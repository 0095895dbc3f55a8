"""The day a statement belongs to: when it was said, as far as anybody says, else when its first source appeared.

Expressions for queries that group attributions (`a`), joined with their statements (`st`) and sources (`so`), by
statement. Of a longer time it is the first day.
"""

# Whoever did not say it did not say it on the statement's day.
_SAID = "min(CASE WHEN a.status = 'misattributed' THEN a.said_min ELSE coalesce(a.said_min, st.said_min) END)"
# The day (NULL: no date at all), and 1 where it is only when a source appeared.
DAY = f"coalesce({_SAID}, min(so.issued_min))"
ONLY_PUBLISHED = f"{_SAID} IS NULL"
# How many days the least exact of its dates spans (NULL: it is open, or there is none).
SPAN = """max(coalesce(
    a.said_max - a.said_min,
    CASE WHEN a.status = 'misattributed' THEN NULL ELSE st.said_max - st.said_min END,
    so.issued_max - so.issued_min
) + 1)"""
