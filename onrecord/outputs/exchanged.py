"""Two names that change places at once, where the system can do so: between two renames, whoever is killed leaves nothing there."""

import ctypes
import os
import sys

from onrecord.outputs.guard import Place

_CURRENT_FOLDER = -100
# Linux: renameat2 and RENAME_EXCHANGE (renameat2(2)). macOS: renamex_np and RENAME_SWAP (rename(2) there).
_EXCHANGE = _SWAP = 2


def exchanged(one: Place, other: Place) -> bool:
    """Has two files or folders of one file system change names. False where the system or the file system cannot; then nothing was done."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(library.renamex_np(os.fsencode(one), os.fsencode(other), _SWAP) == 0)
        names = (_CURRENT_FOLDER, os.fsencode(one), _CURRENT_FOLDER, os.fsencode(other))
        return bool(library.renameat2(*names, _EXCHANGE) == 0)
    except (OSError, AttributeError):  # no such function, as with older C libraries
        return False
