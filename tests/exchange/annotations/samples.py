"""Files of other people's programs, shaped as those write them; every person, page and word in them is made up."""

import json

# https://h.readthedocs.io/en/latest/api-reference/v1/#tag/annotations/paths/~1search/get
HYPOTHESIS = json.dumps(
    {
        "total": 3,
        "rows": [
            {
                "id": "Zq3kLmQWEe",
                "created": "2024-03-02T09:10:11.123456+00:00",
                "updated": "2024-03-02T09:10:11.123456+00:00",
                "user": "acct:reader@example.org",
                "uri": "https://example.org/ferries",
                "text": "Compare the timetable.",
                "tags": ["sea", "fog"],
                "group": "__world__",
                "target": [
                    {
                        "source": "https://example.org/ferries",
                        "selector": [
                            {"type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]"},
                            {"type": "TextPositionSelector", "start": 17, "end": 44},
                            {
                                "type": "TextQuoteSelector",
                                "exact": "The ferry will sail at dawn",
                                "prefix": "Ferries and fog ",
                                "suffix": ", said Ingrid",
                            },
                        ],
                    }
                ],
                "document": {"title": ["Ferries and fog"]},
                "references": [],
            },
            {
                "id": "pageNote1",
                "uri": "https://example.org/ferries",
                "text": "Worth keeping.",
                "tags": [],
                "target": [{"source": "https://example.org/ferries"}],
                "document": {"title": ["Ferries and fog"]},
            },
            {
                "id": "reply1",
                "uri": "https://example.org/ferries",
                "text": "Agreed.",
                "target": [{"source": "https://example.org/ferries"}],
                "references": ["Zq3kLmQWEe"],
            },
        ],
    }
).encode()

# https://www.w3.org/TR/annotation-model/, sections 3.2.4, 4.2.4, 4.2.9, 4.3.1 and 5.
WEB = json.dumps(
    {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://example.org/collection",
        "type": "AnnotationCollection",
        "first": {
            "id": "https://example.org/page1",
            "type": "AnnotationPage",
            "items": [
                {
                    "id": "https://example.org/anno1",
                    "type": "Annotation",
                    "body": [
                        {"type": "TextualBody", "value": "A promise."},
                        {"type": "TextualBody", "purpose": "tagging", "value": "sea"},
                    ],
                    "target": {
                        "source": "https://example.org/ferries",
                        "state": {"type": "TimeState", "cached": "https://archive.example/ferries"},
                        "selector": {
                            "type": "FragmentSelector",
                            "value": "para5",
                            "refinedBy": [
                                {"type": "TextQuoteSelector", "exact": "will sail", "prefix": "ferry "}
                            ],
                        },
                    },
                },
                {"id": "https://example.org/anno2", "type": "Annotation", "target": "https://example.org/x"},
            ],
        },
    }
).encode()

# The columns of "Export to CSV" (https://readwise.io/export), whose order does not matter.
READWISE = (
    "\ufeffHighlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Highlighted at,Location Type,Location,"
    "Document tags\r\n"
    '"The fog lifts, it ""lifts""\nwhen it lifts.",Memoirs of a Pilot,Olof Ek,B00EXAMPLE,See ch. 2,yellow,"sea,fog",'
    "2024-03-02 09:10:11+00:00,page,17,\r\n"
    "A harbour is a promise.,Harbours,Ann Berg and Bo Lind,,,,,2024-03-03 09:10:11+00:00,location,212,\r\n"
    ",Harbours,Ann Berg,,,,,,,,\r\n"
).encode()

# https://en.wikiquote.org/wiki/Wikiquote:Guide_to_layout
WIKIQUOTE = """'''[[w:Ingrid Dahl|Ingrid Dahl]]''' (born 3 May 1961) is mayor of [[Tallvik]].

== Quotes ==
* The '''ferry''' [[w:sailing|sails]] at dawn.<!-- she says so
twice -->
** {{Cite news
 | last = Ek | first = Olof | title = Ferries and [[fog]] | newspaper = Tallvik Post
 | date = 2 March 2024 | url = https://example.org/ferries | page = 3 }}
** Said on the pier.
* Fog lifts<br>when it lifts.<ref>{{cite book|title=Fog|year=1999|author=Bo Lind}}</ref>

=== Letters from a harbour (2001) ===
* A harbour is {{small|a promise}}.

== Disputed ==
* Nobody sails alone.
** No recording is known.

== Misattributed ==
Sayings of sailors.
* Steady as she goes.

== Unsourced ==
* The sea is patient.

== Quotes about Dahl ==
* She knows every rope.
** [[Ann Berg]], ''Harbours'' (1999)
* She knows no rope.
** A newspaper, 1998

== External links ==
* {{wikipedia}} Tallvik
"""

WIKIQUOTE_THEME = """'''Fog''' is a cloud on the ground.
== Quotes ==
* Fog is the sea's own curtain.
** [[Ann Berg]], ''Harbours'' (1999)
* Fog is nobody's friend.
** A proverb
"""

WIKIQUOTE_XML = f"""<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">
  <siteinfo><sitename>Wikiquote</sitename></siteinfo>
  <page><title>Talk:Fog</title><ns>1</ns><id>1</id><revision><text>== A ==
* No.</text></revision></page>
  <page><title>Fog</title><ns>0</ns><id>2</id><revision><id>3</id><text bytes="9">{WIKIQUOTE_THEME}</text></revision></page>
</mediawiki>""".encode()
