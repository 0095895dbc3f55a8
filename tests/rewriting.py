"""The rewriting of asserts, shared out among the workers of pytest-xdist.

Every worker imports every file of tests, and the asserts of each would be rewritten by all of them at the same time,
which is half of what collecting takes. So each begins with a share of the files, and finds those of the others beside
them, where pytest keeps them.
"""

import os
import sys
from pathlib import Path

import pytest
from _pytest.assertion import rewrite


def rewrite_share(config: pytest.Config) -> None:
    """Rewrites and keeps this worker's share of the files of tests, but for those that are kept as they are now."""
    worker, workers = os.environ.get("PYTEST_XDIST_WORKER"), os.environ.get("PYTEST_XDIST_WORKER_COUNT")
    state = config.stash.get(rewrite.assertstate_key, None)
    if not worker or not workers or state is None or state.mode != "rewrite" or sys.dont_write_bytecode:
        return
    files = sorted(Path(__file__).parent.rglob("test_*.py"))
    for file in files[int(worker.removeprefix("gw")) :: int(workers)]:
        folder = rewrite.get_cache_dir(file)
        kept = folder / (file.stem + rewrite.PYC_TAIL)
        if rewrite.try_makedirs(folder) and rewrite._read_pyc(file, kept) is None:
            digest, code = rewrite._rewrite_test(file, config)
            rewrite._write_pyc(state, code, digest, kept)
