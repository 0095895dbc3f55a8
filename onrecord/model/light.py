"""What `collections`, `contextlib`, `functools` and `importlib` would be imported for, without loading them.

Loading them takes a third as long as starting Python, and a command that answers at once needs of them a decorator or
two. Type checkers see the originals; what is in C is the original here, too.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections import defaultdict, deque
    from contextlib import closing, contextmanager, redirect_stdout, suppress
    from functools import cache, lru_cache
    from importlib import import_module
else:
    try:
        from _collections import defaultdict, deque
        from _functools import _lru_cache_wrapper
    except ImportError:  # another Python than CPython
        from collections import defaultdict, deque
        from functools import cache, lru_cache
    else:

        def lru_cache(maxsize=128):
            def made(function):
                kept = _lru_cache_wrapper(function, maxsize, False, _info)
                _resemble(kept, function)
                return kept

            return made

        def cache(function):
            return lru_cache(None)(function)

    def _info(*counts):
        return counts

    def _resemble(wrapper, function):
        for name in ("__module__", "__name__", "__qualname__", "__doc__"):
            if hasattr(function, name):
                setattr(wrapper, name, getattr(function, name))
        wrapper.__wrapped__ = function

    def import_module(name):
        __import__(name)
        return sys.modules[name]

    class closing:
        def __init__(self, thing):
            self.thing = thing

        def __enter__(self):
            return self.thing

        def __exit__(self, *_):
            self.thing.close()

    class suppress:
        def __init__(self, *kinds):
            self.kinds = kinds

        def __enter__(self):
            pass

        def __exit__(self, kind, error, trace):
            return kind is not None and issubclass(kind, self.kinds)

    class redirect_stdout:
        def __init__(self, stream):
            self.stream, self.before = stream, []

        def __enter__(self):
            self.before.append(sys.stdout)
            sys.stdout = self.stream
            return self.stream

        def __exit__(self, *_):
            sys.stdout = self.before.pop()

    def contextmanager(function):
        def made(*args, **kwargs):
            return _Managed(function(*args, **kwargs))

        _resemble(made, function)
        return made

    class _Managed:
        def __init__(self, steps):
            self.steps = steps

        def __enter__(self):
            try:
                return next(self.steps)
            except StopIteration:
                raise RuntimeError("generator didn't yield") from None

        def __exit__(self, kind, error, trace):
            if kind is None:
                try:
                    next(self.steps)
                except StopIteration:
                    return False
                self.steps.close()
                raise RuntimeError("generator didn't stop")
            try:
                self.steps.throw(error)
            except StopIteration as end:
                return end is not error
            except RuntimeError as raised:
                # A StopIteration that leaves a generator is turned into a RuntimeError (PEP 479).
                if raised is error or (isinstance(error, StopIteration) and raised.__cause__ is error):
                    error.__traceback__ = trace
                    return False
                raise
            except BaseException as raised:
                if raised is not error:
                    raise
                error.__traceback__ = trace
                return False
            self.steps.close()
            raise RuntimeError("generator didn't stop after throw()")


__all__ = [
    "cache", "closing", "contextmanager", "defaultdict", "deque", "import_module", "lru_cache", "redirect_stdout",
    "suppress",
]  # fmt: skip
