"""The items of the measurement: every kind of work, name and date that makes styles differ. All of them are invented."""

Item = dict[str, object]


def _name(text: str) -> Item:
    family, _, given = text.partition(", ")
    return {"family": family, "given": given} if given else {"literal": family}


def _date(text: str) -> Item:
    return {"date-parts": [[int(part) for part in one.split("-")] for one in text.split("/")]}


def _item(type: str, title: str, authors: str = "", issued: str = "", **more: object) -> Item:
    item: Item = {"type": type, "title": title}
    if authors:
        item["author"] = [_name(one) for one in authors.split("; ")]
    if issued:
        item["issued"] = _date(issued)
    for name, value in more.items():
        variable = name.replace("_", "-")
        people = variable in ("editor", "translator", "interviewer", "recipient", "director")
        dates = variable in ("accessed", "original-date", "event-date")
        if people and isinstance(value, str):
            item[variable] = [_name(one) for one in value.split("; ")]
        elif dates and isinstance(value, str):
            item[variable] = _date(value)
        else:
            item[variable] = value
    return item


_MADE = [
    _item("book", "Harbours of the north", "Okoro, Tobias", "1999", publisher="Gull Press", publisher_place="Tarn", ISBN="978-0-00-000000-2"),
    _item("book", "Harbours of the north", "Okoro, Tobias; Brandt, Mirela", "2004", publisher="Gull Press", edition="2", publisher_place="Tarn"),
    _item("book", "A tide of paper: Letters and ledgers", "Lind, Ada; Moss, Per; Quill, Ira; Reed, Jo", "2012", publisher="Lantern", locator="12-14", label="page"),
    _item("book", "Salt roads", "", "2011", editor="Vann, Cleo", publisher="Lantern"),
    _item("book", "Salt roads, revisited", "", "2013", editor="Vann, Cleo; Ostrow, Dag", publisher="Lantern"),
    _item("book", "The slow ferry", "Ishikawa, Ren", "1998", translator="Holt, Una", original_date="1931", publisher="Lantern"),
    _item("book", "Records of a port authority", "Port Authority of Tarn", "1977", publisher="Port Authority of Tarn"),
    _item("book", "On tides", "Demaratus", "", publisher="Gull Press", locator="4", label="section"),
    _item("chapter", "The keeper of the light", "Moss, Per", "2006", container_title="Lamps and their people", editor="Vann, Cleo", page="33-58", publisher="Lantern", publisher_place="Tarn"),
    _item("chapter", "What “open water” means", "Reed, Jo", "2007", container_title="Words at sea", page="101-119", publisher="Gull Press", locator="105", label="page"),
    _item("article-journal", "Counting gulls", "Brandt, Mirela", "2015-06", container_title="Journal of Small Harbours", volume="12", issue="3", page="201-219", DOI="10.5555/gulls.12"),
    _item("article-journal", "Counting gulls again", "Brandt, Mirela; Okoro, Tobias; Lind, Ada", "2016", container_title="Journal of Small Harbours", volume="13", issue="1", page="7-29", locator="9", label="page"),
    _item("article-journal", "The “north wind” and the “south wind”", "Quill, Ira", "2018", container_title="Weather Letters", volume="4", page="1-3"),
    _item("article-journal", "Is the quay “finished”?", "Quill, Ira", "2019", container_title="Weather Letters", volume="5", page="44"),
    _item("article-journal", "Notes on rope", "Lind, Ada; Moss, Per; Quill, Ira; Reed, Jo; Vann, Cleo; Ostrow, Dag; Holt, Una; Ek, Olof", "2020", container_title="Ropes", volume="88", issue="2", page="12-18"),
    _item("article-journal", "An advance notice", "Ek, Olof", "", container_title="Ropes", status="in press"),
    _item("article-magazine", "The ferry that the harbour forgot", "Brandt, Mirela", "2021-03-14", container_title="Coastal Review", URL="https://coastal.example/ferry", locator="12", label="paragraph"),
    _item("article-magazine", "Winter berths", "Holt, Una", "2010-11", container_title="Coastal Review", page="12-13"),
    _item("article-newspaper", "Minister inspects the northern harbour", "", "2021-03-10", container_title="The Tarn Courier", URL="https://courier.example/4411"),
    _item("article-newspaper", "‘We sail at dawn,’ says mayor", "Ostrow, Dag", "2008-09-30", container_title="The Tarn Courier", page="A3"),
    _item("webpage", "How a lock works", "Lind, Ada", "2022-01-05", container_title="Canal School", URL="https://canals.example/lock", accessed="2023-02-01"),
    _item("webpage", "Opening hours", "Museum of Rope", "", URL="https://rope.example/hours", accessed="2023-02-01"),
    _item("post-weblog", "Five knots you need", "Reed, Jo", "2019-07-08", container_title="Knots Daily", URL="https://knots.example/five"),
    _item("post", "The quay is open!", "Vassilenko, Irina", "2022-05-06", container_title="Sealine", URL="https://sealine.example/p/1", genre="Post"),
    _item("report", "Dredging costs 1990–2000", "Port Authority of Tarn", "2001", number="TR-17", publisher="Port Authority of Tarn", publisher_place="Tarn"),
    _item("report", "Fog signals", "Moss, Per", "2009-04", publisher="Institute of Lights", URL="https://lights.example/fog.pdf", genre="Working paper", number="8"),
    _item("thesis", "The sociology of piers", "Ek, Olof", "2003", genre="PhD thesis", publisher="University of Tarn", publisher_place="Tarn"),
    _item("paper-conference", "Buoys that listen", "Vann, Cleo; Quill, Ira", "2017", container_title="Proceedings of the Harbour Meeting", page="55-60", publisher="Harbour Society", event_title="Harbour Meeting"),
    _item("speech", "Opening of the northern quay", "Vassilenko, Irina", "2021-05-02", event_title="Harbour Day", publisher_place="Tarn"),
    _item("interview", "A talk about the fog", "Vassilenko, Irina", "2020-10-11", interviewer="Brandt, Mirela", container_title="Coastal Review"),
    _item("personal_communication", "Letter about the lamps", "Okoro, Tobias", "2002-08-19", recipient="Lind, Ada"),
    _item("broadcast", "Evening desk", "Radio Halla", "2022-11-02", URL="https://halla.example/evening", locator="00:12:05", label="timestamp"),
    _item("motion_picture", "The long mole", "", "1984", director="Holt, Una", publisher="Tern Films", locator="01:02:03", label="timestamp"),
    _item("song", "Anchor up", "Ostrow, Dag", "1991", publisher="Wave Records"),
    _item("manuscript", "Diary of a pilot", "Ishikawa, Ren", "1902", archive="Town Archive of Tarn", publisher_place="Tarn"),
    _item("map", "The roads of Tarn", "Survey of Tarn", "1888", publisher="Survey of Tarn"),
    _item("entry-encyclopedia", "Breakwater", "Moss, Per", "1995", container_title="Encyclopedia of Coasts", publisher="Gull Press", page="77-78"),
    _item("entry-dictionary", "Hawser", "", "2005", container_title="A dictionary of rope", publisher="Lantern"),
    _item("legislation", "Harbour Lights Act", "", "1934"),
    _item("dataset", "Tide gauge readings", "Institute of Lights", "2014", publisher="Institute of Lights", URL="https://lights.example/data", version="2.1"),
    _item("software", "Knotfinder", "Reed, Jo", "2023", version="1.4", URL="https://knots.example/finder"),
    _item("review-book", "Ropes for everybody", "Holt, Una", "2000-02", container_title="Coastal Review", page="4-5"),
    _item("book", "Заметки о приливе", "Куприн, Антон", "1975", publisher="Прибой", language="ru"),
    _item("book", "Les quais «oubliés»", "Moreau, Jeanne", "1988", publisher="Éditions du Phare", language="fr"),
    _item("graphic", "Study of a mole", "Holt, Una", "1979", medium="Oil on canvas", archive="Museum of Rope"),
    _item("pamphlet", "Rules for pilots", "Port Authority of Tarn", "1956", publisher="Port Authority of Tarn"),
    _item("book", "The “harbour” and other “words”", "Vann, Cleo", "2002", publisher="Gull Press", volume="2", locator="7", label="page"),
    _item("article-journal", "Weirs", "de Witt, Jan", "1990/1991", container_title="Ropes", volume="20", page="3-9"),
]  # fmt: skip

ITEMS: list[Item] = [{"id": f"item{number}", **item} for number, item in enumerate(_MADE, 1)]
