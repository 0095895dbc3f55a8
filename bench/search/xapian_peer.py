"""Run by an interpreter that has Debian's python3-xapian, alone: `xapian_peer.py make FOLDER < lines`, `xapian_peer.py ask FOLDER QUESTIONS`.

Lines are of tab-separated id, text, speaker, day. Questions are JSON: what is `asked`, the fields of `Queries` as text, the
names of the `classes`, how often each `runs`, and by which `clock`; the answer is milliseconds by class.
"""

import json
import sys
import time

import xapian

LIMIT = 20


def make(folder: str) -> None:
    database = xapian.WritableDatabase(folder, xapian.DB_CREATE_OR_OPEN)
    words = xapian.TermGenerator()
    for line in sys.stdin:
        number, text, speaker, day = line.rstrip("\n").split("\t")
        document = xapian.Document()
        words.set_document(document)
        words.index_text(text)
        document.add_boolean_term(f"XS{speaker}")
        document.add_value(0, xapian.sortable_serialise(int(day)))
        document.set_data(number)
        database.add_document(document)
    database.close()


def ask(
    folder: str, asked: dict[str, str], classes: list[str], runs: int, clock: str
) -> dict[str, list[float]]:
    database = xapian.Database(folder)
    query = xapian.Query
    common = query(asked["common"])
    queries = [
        *map(query, (asked["rare"], asked["seldom"], asked["common"], asked["stopword"])),
        query(query.OP_AND, [common, query(asked["second"])]),
        query(query.OP_PHRASE, asked["phrase"].split()),
        query(query.OP_FILTER, common, query(f"XS{asked['speaker_id']}")),
        query(
            query.OP_FILTER,
            common,
            query(query.OP_VALUE_GE, 0, xapian.sortable_serialise(int(asked["since"]))),
        ),
    ]
    now = time.process_time if clock == "processor" else time.perf_counter
    enquire, times = xapian.Enquire(database), {}
    for name, one in zip(classes, queries, strict=True):
        enquire.set_query(one)
        milliseconds = []
        for _ in range(1 + runs):
            started = now()
            ids = [match.docid for match in enquire.get_mset(0, LIMIT)]
            milliseconds.append((now() - started) * 1000)
        assert ids
        times[name] = milliseconds[1:]
    return times


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2])
    else:
        print(json.dumps(ask(sys.argv[2], **json.loads(sys.argv[3]))))
