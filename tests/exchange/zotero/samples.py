"""A small library as Zotero's exports have it; the works are invented."""

import json
from typing import Any

ANNOTATIONS: list[dict[str, Any]] = [
    {
        "itemType": "annotation",
        "annotationType": "highlight",
        "annotationText": "No ferry left the pier that night.",
        "annotationComment": "Compare the harbour log.",
        "annotationColor": "#ffd400",
        "annotationPageLabel": "xii",
        "annotationSortIndex": "00013|000120|00100",
        "annotationPosition": '{"pageIndex":13,"rects":[[1,2,3,4]]}',
        "tags": [{"tag": "fog"}],
    },
    {
        "itemType": "annotation",
        "annotationType": "underline",
        "annotationText": "The fog lifts when it lifts.",
        "annotationPageLabel": "14",
        "annotationPosition": {"pageIndex": 15},
    },
    {
        "itemType": "annotation",
        "annotationType": "note",
        "annotationComment": "Ask Olof.",
        "annotationPageLabel": "2",
    },
    {"itemType": "annotation", "annotationType": "image", "annotationPageLabel": "3"},
]
BOOK: dict[str, Any] = {
    "itemType": "bookSection",
    "key": "AAAA1111",
    "citationKey": "dahlFerries2019",
    "title": "Ferries and fog",
    "bookTitle": "The northern quays",
    "creators": [
        {"creatorType": "author", "firstName": "Ingrid", "lastName": "Dahl"},
        {"creatorType": "bookAuthor", "name": "Harbour Society"},
        {"creatorType": "seriesEditor", "firstName": "Olof", "lastName": "Ek"},
    ],
    "series": "Coasts",
    "seriesNumber": "7",
    "date": "2019-05-00 May 2019",
    "accessDate": "2024-03-02T10:11:12Z",
    "pages": "11-30",
    "publisher": "Quay Press",
    "place": "Tallvik",
    "ISBN": "978-91-0000-000-1",
    "url": "https://quay.example/ferries",
    "language": "en",
    "libraryCatalog": "Town library",
    "extra": "Original Date: 1911\ntex.shelf: 3\nBought in a hurry.\nPMID: 123",
    "tags": [{"tag": "harbour"}, {"tag": "fog", "type": 1}],
    "notes": [{"note": "<p>Signed <b>copy</b>.</p>"}],
    "collections": ["C1"],
    "dateAdded": "2024-03-02T10:11:12Z",
}
BETTER: dict[str, Any] = {
    "config": {"id": "36a3b0b5-bad0-4a04-b79b-441c7cef77db", "label": "BetterBibTeX JSON"},
    "collections": {},
    "items": [
        {**BOOK, "attachments": [{"itemType": "attachment", "title": "Scan", "annotations": ANNOTATIONS}]},
        {
            "itemType": "letter",
            "creators": [{"creatorType": "author", "name": "The council"}],
            "date": "early in spring",
        },
        {"itemType": "holodeck", "title": "A place", "extra": "Type: speech\nCitation Key: place1"},
    ],
}
SERVICE: list[dict[str, Any]] = [
    {"key": "AAAA1111", "version": 3, "data": {**BOOK, "notes": None}},
    {
        "key": "BBBB2222",
        "data": {"key": "BBBB2222", "itemType": "attachment", "parentItem": "AAAA1111", "title": "Scan"},
    },
    *({"key": f"CCCC{n}", "data": {**one, "parentItem": "BBBB2222"}} for n, one in enumerate(ANNOTATIONS)),
    {
        "key": "DDDD4444",
        "data": {"itemType": "note", "parentItem": "AAAA1111", "note": "<p>Signed <b>copy</b>.</p>"},
    },
    {"key": "EEEE5555", "data": {"itemType": "note", "note": "<p>Alone</p>"}},
]
RDF = """<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/"
 xmlns:vcard="http://nwalsh.com/rdf/vCard#">
  <bib:Article rdf:about="https://courier.example/fog">
    <z:itemType>newspaperArticle</z:itemType>
    <dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/>
    <bib:authors><rdf:Seq>
      <rdf:li><foaf:Person><foaf:surname>Dahl</foaf:surname><foaf:givenName>Ingrid</foaf:givenName></foaf:Person></rdf:li>
      <rdf:li><foaf:Person><foaf:surname>Coastal Wire</foaf:surname></foaf:Person></rdf:li>
    </rdf:Seq></bib:authors>
    <z:translators><rdf:Seq>
      <rdf:li><foaf:Person><foaf:surname>Ek</foaf:surname><foaf:givenname>Olof</foaf:givenname></foaf:Person></rdf:li>
    </rdf:Seq></z:translators>
    <dcterms:isReferencedBy rdf:resource="#item_9"/>
    <link:link rdf:resource="#item_8"/>
    <dc:subject>fog</dc:subject>
    <dc:subject><z:AutomaticTag><rdf:value>harbour</rdf:value></z:AutomaticTag></dc:subject>
    <dc:title>Fog holds &lt;ferries&gt;</dc:title>
    <dcterms:abstract>Nothing sailed.</dcterms:abstract>
    <dc:date>2024-03-02</dc:date>
    <z:language>en</z:language>
    <bib:pages>4</bib:pages>
    <dcterms:dateSubmitted>2024-03-05 09:00:00</dcterms:dateSubmitted>
    <dc:identifier><dcterms:URI><rdf:value>https://courier.example/fog</rdf:value></dcterms:URI></dc:identifier>
    <dc:publisher><foaf:Organization>
      <vcard:adr><vcard:Address><vcard:locality>Tallvik</vcard:locality></vcard:Address></vcard:adr>
      <foaf:name>Courier Ltd</foaf:name>
    </foaf:Organization></dc:publisher>
    <z:citationKey>dahlFog2024</z:citationKey>
  </bib:Article>
  <bib:Newspaper rdf:about="urn:issn:1234-5678">
    <dc:title>The Courier</dc:title><prism:number>12</prism:number><dc:identifier>ISSN 1234-5678</dc:identifier>
  </bib:Newspaper>
  <z:Attachment rdf:about="#item_8"><z:itemType>attachment</z:itemType><dc:title>Page</dc:title></z:Attachment>
  <bib:Memo rdf:about="#item_9"><rdf:value>&lt;p&gt;Filed twice.&lt;/p&gt;</rdf:value></bib:Memo>
  <bib:BookSection rdf:about="#item_10">
    <z:itemType>bookSection</z:itemType>
    <dcterms:isPartOf><bib:Book>
      <dcterms:isPartOf><bib:Series><dc:title>Coasts</dc:title><dc:identifier>7</dc:identifier></bib:Series></dcterms:isPartOf>
      <dc:identifier>ISBN 978-91-0000-000-1</dc:identifier><dc:title>The northern quays</dc:title>
    </bib:Book></dcterms:isPartOf>
    <dc:title>A chapter</dc:title>
  </bib:BookSection>
</rdf:RDF>
"""


def data(one: object) -> bytes:
    return json.dumps(one).encode()
