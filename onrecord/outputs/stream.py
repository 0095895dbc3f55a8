"""A stream that survives its reader: small, for every command writes through one."""

from __future__ import annotations

import errno
import io

TYPE_CHECKING = False
if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class Stream(io.FileIO):
    """A descriptor that takes everything; `lost` is why it did not arrive.

    The first failure is an error where `stops` says so: whoever writes has nothing else to do. With `fails` alone it is no
    error that the reader goes away.
    """

    lost: OSError | None = None
    ended = False  # what still comes is let go
    fails = False
    stops = False

    def write(self, data: ReadableBuffer, /) -> int:
        if self.lost is None and not self.ended:
            try:
                return self._written(data)
            except OSError as error:
                self.lost = error
                if self.stops or (self.fails and error.errno != errno.EPIPE):
                    raise
        return memoryview(data).nbytes

    def _written(self, data: ReadableBuffer) -> int:
        while (done := super().write(data)) is None:
            # Somebody made it non-blocking who shares it with us.
            import select

            select.select((), (self,), ())
        return done


class Closed(Stream):
    """A standard stream that was closed when the program began."""

    def _written(self, data: ReadableBuffer) -> int:
        raise OSError(errno.EBADF, "it is closed")
