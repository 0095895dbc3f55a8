"""Many texts, one JSON object a line in and one out: nothing is held but the lines in work, and order is kept."""

import json
import multiprocessing
import os
import queue
import signal
import threading
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import BinaryIO

from onrecord.errors import Hint, InputError
from onrecord.extract import extract
from onrecord.ingest.decode import only_utf8
from onrecord.model.record import record

# A line that is longer, in bytes, is refused before it is read whole.
LONGEST_LINE = 100_000_000
# How many lines a process may have waiting, so that none is idle while the next line is read.
LINES_A_JOB = 4
_WANTED = 'write {"id": …, "text": …}'


@record()
class Settings:
    """What holds for every line: the engine, and what is known of all the texts."""

    engine: str
    author: str | None = None
    issued: str | None = None
    language: str | None = None


@record()
class Answer:
    """A line of output, without its line end, and how many bytes of the input were used up by then."""

    line: str
    consumed: int


@record()
class _Line:
    number: int
    data: bytes
    consumed: int


def answers(stream: BinaryIO, settings: Settings, *, name: str, jobs: int = 1) -> Generator[Answer]:
    """For each line {"id", "text"} of `stream`, in order, the line {"id", "quotes"} as ASCII JSON.

    With `jobs` above 1 that many processes work, on at most `LINES_A_JOB` lines each. Blank lines are passed over,
    and the stream is closed at its end.
    `name` is what error messages call the stream.
    InputError, after the answers to the lines before: a line is not such an object, not UTF-8 or too long.
    """
    if jobs == 1:
        for line in _lines(stream, name):
            yield Answer(answer(line.data, line.number, name, settings), line.consumed)
    else:
        yield from _in_parallel(stream, settings, name, jobs)


def answer(data: bytes, number: int, name: str, settings: Settings) -> str:
    """The answer to one line; InputError names its number."""
    where = f"Line {number} of {name}"
    try:
        question = json.loads(only_utf8(data, name=name, line=number))
    except RecursionError:
        raise InputError(f"{where} is nested too deeply: {_WANTED}.") from None
    except ValueError:
        raise InputError(f"{where} is not JSON: {_WANTED}.") from None
    if not isinstance(question, dict):
        raise InputError(f"{where} is not a JSON object: {_WANTED}.")
    identity, text = question.get("id"), question.get("text")
    if isinstance(identity, bool) or not isinstance(identity, str | int):
        raise InputError(f'{where} has no "id" that is a string or a whole number: {_WANTED}.')
    if not isinstance(text, str):
        raise InputError(f'{where} has no "text" that is a string: {_WANTED}.')
    proposals = extract(
        text,
        engine=settings.engine,
        author=settings.author,
        issued=settings.issued,
        language=settings.language,
    )
    # ASCII, because U+2028 and its like would end the line for some readers, and a terminal might obey others.
    quotes = [{**proposal.as_json(), "text": text[proposal.start : proposal.end]} for proposal in proposals]
    return json.dumps({"id": identity, "quotes": quotes})


def _lines(stream: BinaryIO, name: str) -> Iterator[_Line]:
    number = consumed = 0
    while data := stream.readline(LONGEST_LINE + 1):
        number += 1
        consumed += len(data)
        if len(data) > LONGEST_LINE:
            raise InputError(
                f"Line {number} of {name} is longer than {LONGEST_LINE // 1_000_000} MB; split it."
            )
        if data.strip():
            yield _Line(number, data, consumed)


# --- several processes -----------------------------------------------------------------------------------------


class _Belt:
    """Two threads, so that an answer does not wait until the next line has come: one reads ahead, one collects.

    Whoever takes the answers touches nothing but simple queues. Ctrl-C may come between any two steps of the main
    thread, and one that comes while it takes a lock of Python's leaves that lock taken for good.
    """

    def __init__(self, lines: Iterator[_Line], submit: Callable[[_Line], Future[str]], most: int) -> None:
        self._lines = lines
        self._submit = submit
        self._room: queue.SimpleQueue[None] = queue.SimpleQueue()
        for _ in range(most):
            self._room.put(None)
        self._stopped = False
        self._working: queue.SimpleQueue[tuple[Future[str], int] | BaseException | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[Answer | BaseException | None] = queue.SimpleQueue()

    def start(self) -> None:
        for work in (self._feed, self._collect):
            # The first may be waiting for input that never comes: the process does not wait for it.
            threading.Thread(target=work, daemon=True).start()

    def stop(self) -> None:
        self._stopped = True
        self._room.put(None)

    def answers(self) -> Iterator[Answer]:
        while (reply := self._done.get()) is not None:
            if isinstance(reply, BaseException):
                raise reply
            yield reply
            self._room.put(None)

    def _feed(self) -> None:
        try:
            while not self._stopped:
                self._room.get()
                line = None if self._stopped else next(self._lines, None)
                if line is None or self._stopped:
                    break
                self._working.put((self._submit(line), line.consumed))
        except BaseException as error:  # noqa: BLE001  (it is raised where the answers are read)
            self._working.put(error)
        self._working.put(None)

    def _collect(self) -> None:
        while (item := self._working.get()) is not None:
            if isinstance(item, BaseException):
                self._done.put(item)
                return
            future, consumed = item
            try:
                self._done.put(Answer(future.result(), consumed))
            except BaseException as error:  # noqa: BLE001  (the same)
                self._done.put(error)
                return
        self._done.put(None)


def _in_parallel(stream: BinaryIO, settings: Settings, name: str, jobs: int) -> Generator[Answer]:
    # Processes started anew hold nothing of this one's threads and files, as forked ones would.
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_begin)
    belt = _Belt(
        _lines(stream, name),
        lambda line: pool.submit(answer, line.data, line.number, name, settings),
        jobs * LINES_A_JOB,
    )
    belt.start()
    try:
        yield from belt.answers()
    except BrokenProcessPool:
        raise InputError(
            f"A process that worked on {name} was ended from outside, perhaps for want of memory.",
            hint=Hint("fewer_jobs"),
        ) from None
    finally:
        belt.stop()
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """In a new process: the interrupt key is for the one that started it, and it does not live longer than that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
