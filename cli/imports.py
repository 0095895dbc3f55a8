"""Finds the modules of this package in one step each.

A command loads sixty to a hundred small modules, and Python asks for each of them which of its finders knows it, which
endings it may have, and twice where its compiled form stands: a third of what a command that answers at once takes.
The compiled form is used here by Python's own rule (the time and the size of the source stand in it). What is not found so is
found as ever.
"""

from __future__ import annotations

import marshal
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec, SourceFileLoader
    from types import CodeType, ModuleType
else:
    # Their modules would have to be loaded for the names.
    SourceFileLoader, ModuleSpec = type(__spec__.loader), type(__spec__)

_PACKAGE = __name__.partition(".")[0] + "."
_UNTIL_TIME, _UNTIL_CODE = (
    8,
    16,
)  # bytes of a compiled file: Python's number and no flags; time and size of the source


class _Compiled(SourceFileLoader):
    """Loads code that is read already; all else about the module is as the loader of every module has it."""

    code: CodeType | None = None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        # Python would ask it for each of these first, and an attribute that is not there is the dearest to ask for.
        module = type(sys)(spec.name)
        vars(module).update(__file__=spec.origin, __cached__=spec.cached)
        return module

    def get_code(self, fullname: str) -> CodeType | None:
        code, self.code = self.code, None
        return super().get_code(fullname) if code is None else code


class _Finder:
    """Finds a module of the package that is compiled and was not changed since."""

    def __init__(self, ending: str, start: bytes) -> None:
        self.ending, self.start = ending, start

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not name.startswith(_PACKAGE) or not path:
            return None
        folder, last = path[0], name.rpartition(".")[2]
        package: list[str] | None = None
        file = f"{folder}{os.sep}{last}.py"
        try:
            found = os.stat(file)
        except OSError:
            folder = f"{folder}{os.sep}{last}"
            package, last, file = [folder], "__init__", f"{folder}{os.sep}__init__.py"
        compiled = f"{folder}{os.sep}__pycache__{os.sep}{last}{self.ending}"
        try:
            if package:
                found = os.stat(file)
            with open(compiled, "rb", 0) as stream:
                content = stream.read()
        except OSError:
            return None
        of_source = _number(int(found.st_mtime)) + _number(found.st_size)
        if content[:_UNTIL_TIME] != self.start or content[_UNTIL_TIME:_UNTIL_CODE] != of_source:
            return None
        loader = _Compiled(name, file)
        loader.code = marshal.loads(memoryview(content)[_UNTIL_CODE:])
        spec = ModuleSpec(name, loader, origin=file)
        spec.has_location, spec.cached, spec.submodule_search_locations = True, compiled, package
        return spec


def _number(number: int) -> bytes:
    return (number & 0xFFFFFFFF).to_bytes(4, "little")


def prepare() -> None:
    """Has modules found so from now on, where they are files whose compiled form stands in the usual place."""
    usual = SourceFileLoader.__name__ == "SourceFileLoader" and not sys.pycache_prefix
    if not usual or sys.flags.optimize or any(isinstance(finder, _Finder) for finder in sys.meta_path):
        return
    magic: bytes = vars(sys.modules[SourceFileLoader.__module__])["MAGIC_NUMBER"]
    sys.meta_path.insert(0, _Finder(f".{sys.implementation.cache_tag}.pyc", magic + bytes(4)))
