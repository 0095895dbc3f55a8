"""Lines in and out: a thread reads, so that a cancellation is seen while another request is worked on.

Requests are answered in the order in which they came. Nothing but messages goes out.
"""

from __future__ import annotations

from collections import deque
from threading import Condition, Thread

from onrecord.errors import OnrecordError
from onrecord.mcp import protocol
from onrecord.mcp.protocol import Fault
from onrecord.mcp.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

    from onrecord.mcp.protocol import Id

# In bytes. A longer line is no message; it is passed over, and answered with an error.
LONGEST_LINE = 16 * 2**20
TOO_LONG = Fault(protocol.INVALID_REQUEST, f"A message is no longer than {LONGEST_LINE:,} bytes.")


class _Inbox:
    """The messages that came and were not answered yet. `ended`: nothing more will come."""

    def __init__(self) -> None:
        self._waiting: deque[object] = deque()
        self._changed = Condition()
        self._ended = False
        self._open: dict[Id, int] = {}
        self._cancelled: set[Id] = set()

    def put(self, message: object) -> None:
        """Takes a message; what is to be cancelled is known at once, before its turn."""
        with self._changed:
            requested = _cancelled_by(message)
            # Of what was never asked, or is answered already, there is nothing to cancel.
            if requested is not None:
                if requested in self._open:
                    self._cancelled.add(requested)
                return
            id = protocol.id_of(message)
            if id is not None:
                self._open[id] = self._open.get(id, 0) + 1
            self._waiting.append(message)
            self._changed.notify()

    def end(self) -> None:
        with self._changed:
            self._ended = True
            self._changed.notify()

    def next(self) -> object:
        """The next message; raises EOFError where there are no more."""
        with self._changed:
            while not self._waiting and not self._ended:
                self._changed.wait()
            if not self._waiting:
                raise EOFError
            return self._waiting.popleft()

    def waits(self, id: Id | None) -> bool:
        """Whether somebody still waits for the answer to the request."""
        return id is None or id not in self._cancelled

    def done(self, id: Id | None) -> None:
        if id is None:
            return
        with self._changed:
            left = self._open.get(id, 1) - 1
            if left > 0:
                self._open[id] = left
            else:
                self._open.pop(id, None)
                self._cancelled.discard(id)


def serve(session: Session, lines: BinaryIO, out: BinaryIO) -> None:
    """Answers until nothing more comes in, or nobody reads any more."""
    inbox = _Inbox()
    Thread(target=_read, args=(lines, inbox), daemon=True).start()
    while True:
        try:
            message = inbox.next()
        except EOFError:
            return
        id = protocol.id_of(message)
        answer: object = None
        if isinstance(message, Fault):
            answer = protocol.error(None, message)
        elif inbox.waits(id):
            answer = session.answer(message, lambda id=id: inbox.waits(id))  # type: ignore[misc]
        if answer is not None and inbox.waits(id):
            out.write(protocol.written(answer))
            out.flush()
        inbox.done(id)


def _read(lines: BinaryIO, inbox: _Inbox) -> None:
    """Puts every line into the inbox; what is no message goes there as the fault that it is."""
    try:
        while line := lines.readline(LONGEST_LINE + 1):
            if len(line) > LONGEST_LINE:
                while line and not line.endswith(b"\n"):
                    line = lines.readline(LONGEST_LINE)
                inbox.put(TOO_LONG)
            elif line.strip():
                try:
                    inbox.put(protocol.parsed(line))
                except Fault as fault:
                    inbox.put(fault)
    except (OSError, ValueError, OnrecordError):
        pass  # the stream was closed, or cannot be read, which is an end as well
    finally:
        inbox.end()


def _cancelled_by(message: object) -> Id | None:
    """The request that a message cancels, if that is what it does. A handshake cannot be cancelled."""
    if not isinstance(message, dict) or message.get("method") != "notifications/cancelled" or "id" in message:
        return None
    params = message.get("params")
    return protocol.id_of({"id": params.get("requestId")}) if isinstance(params, dict) else None
