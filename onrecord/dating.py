"""The day a statement belongs to: when it was said, as far as anybody says, else when its first source appeared.

Expressions for queries that group attributions, joined with their statements and sources, by statement. Of a longer
time it is the first day.
"""

from sqlalchemy import case, func

from onrecord.db.models import Attribution, Source, Statement

# Whoever did not say it did not say it on the statement's day.
_OWN = Attribution.status == "misattributed"
_SAID = func.min(
    case((_OWN, Attribution.said_min), else_=func.coalesce(Attribution.said_min, Statement.said_min))
)
# The day (NULL: no date at all), and 1 where it is only when a source appeared.
DAY = func.coalesce(_SAID, func.min(Source.issued_min))
ONLY_PUBLISHED = case((_SAID.is_(None), 1), else_=0)
# How many days the least exact of its dates spans (NULL: it is open, or there is none).
SPAN = func.max(
    func.coalesce(
        Attribution.said_max - Attribution.said_min,
        case((_OWN, None), else_=Statement.said_max - Statement.said_min),
        Source.issued_max - Source.issued_min,
    )
    + 1
)
