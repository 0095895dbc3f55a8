"""The view `quotes`: an attribution a row, in words that a journalist can read."""

QUOTES = """
CREATE VIEW quotes AS
SELECT
  coalesce(a.wording, st.text) AS text,
  sp.name AS speaker,
  (SELECT group_concat(hop_name, ', via ') FROM (
     SELECT relayer.name AS hop_name
       FROM relays JOIN speakers AS hop ON hop.id = relays.speaker_id
       JOIN speakers AS relayer ON relayer.id = coalesce(hop.merged_into_id, hop.id)
      WHERE relays.attribution_id = a.id
        AND (relayer.id <> sp.id OR (relays.cited_source_id IS NULL AND sp.unnamed)) ORDER BY relays.hop){hops}) AS via,
  CASE WHEN a.status = 'misattributed' THEN a.said ELSE coalesce(a.said, st.said) END AS said,
  a.form AS form,
  a.polarity AS polarity,
  a.check_result AS check_result,
  a.status AS status,
  so.citekey AS source,
  CASE WHEN a.locator_label = 'timestamp' THEN a.locator ELSE a.locator_label || ' ' || a.locator END AS locator,
  so.title AS title,
  so.issued AS issued,
  st.key AS key,
  a.status_reason AS status_reason,
  a.rank AS rank,
  a.rank_reason AS rank_reason,
  (SELECT group_concat(name, ', ') FROM (
     SELECT tags.name AS name FROM statement_tags JOIN tags ON tags.id = statement_tags.tag_id
      WHERE statement_tags.statement_id = st.id ORDER BY tags.name){tags}) AS tags,
  a.cue AS cue,
  a.medium AS medium,
  a.language AS language,
  a.place AS place,
  a.occasion AS occasion,
  a.accepted_reason AS accepted_reason,
  so.url AS url,
  a.id AS id,
  st.id AS statement_id,
  sp.id AS speaker_id,
  so.id AS source_id,
  sp.slug AS speaker_slug,
  CASE WHEN a.said IS NULL AND a.status = 'misattributed' THEN so.issued_min
    ELSE coalesce(a.said_min, st.said_min, so.issued_min) END AS said_min,
  CASE WHEN a.said IS NULL AND a.status = 'misattributed' THEN so.issued_max
    ELSE coalesce(a.said_max, st.said_max, so.issued_max) END AS said_max
FROM attributions AS a
JOIN statements AS st ON st.id = a.statement_id
JOIN sources AS so ON so.id = a.source_id
JOIN speakers AS printed ON printed.id = a.speaker_id
JOIN speakers AS sp ON sp.id = coalesce(printed.merged_into_id, printed.id)
"""


def ddl(*, names_subqueries: bool = False) -> list[str]:
    """Every view; PostgreSQL before 16 wants a name for each subquery."""
    names = {"hops": " AS hops", "tags": " AS tagged"} if names_subqueries else {"hops": "", "tags": ""}
    return [" ".join(QUOTES.format(**names).split())]
