"""What pyproject.toml cannot say: the pages for `man` are made when the package is built, from the code that goes into it.

So no page is kept that a change of a command would leave behind. A wheel of the same files has the same bytes, whatever the
umask, the hour and the computer. All else is in pyproject.toml.
"""

import os
import subprocess
import sys
from pathlib import Path
from shutil import rmtree

from setuptools import Command, setup
from setuptools.dist import Distribution

# The step of setuptools itself; of no interpreter's own distutils.
install_data: type[Command] = Distribution().get_command_class("install_data")
bdist_wheel: type[Command] = Distribution().get_command_class("bdist_wheel")
EARLIEST = "315532800"  # 1980, before which no zip file has a time


class ManualPages(install_data):
    """Writes the pages, and installs them where man(1) looks."""

    def run(self) -> None:
        build = self.get_finalized_command("build")
        folder = Path(build.build_base, "man").resolve()
        rmtree(folder, ignore_errors=True)
        # There, for a process finds what stands in its folder first.
        subprocess.run(
            [sys.executable, "-m", "onrecord.cli.manual.man", folder], cwd=build.build_lib, check=True
        )
        self.data_files = [("share/man/man1", sorted(map(str, folder.glob("*.1"))))]
        super().run()


class SameWheel(bdist_wheel):
    """Gives every file the same rights and the same time before they are packed."""

    def run(self) -> None:
        os.environ.setdefault("SOURCE_DATE_EPOCH", EARLIEST)
        super().run()

    def write_wheelfile(self, *args: str) -> None:
        super().write_wheelfile(*args)
        for file in Path(self.bdist_dir).rglob("*"):
            file.chmod(0o755 if file.is_dir() else 0o644)


# A list with nothing in it would leave the step out.
setup(cmdclass={"bdist_wheel": SameWheel, "install_data": ManualPages}, data_files=[("share/man/man1", [])])
