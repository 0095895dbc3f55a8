"""What pyproject.toml cannot say: the pages for `man` are made when the package is built, from the code that goes into it.

So no page is kept that a change of a command would leave behind. All else is in pyproject.toml.
"""

import subprocess
import sys
from pathlib import Path
from shutil import rmtree

from setuptools import Command, setup
from setuptools.dist import Distribution

# The step of setuptools itself; of no interpreter's own distutils.
install_data: type[Command] = Distribution().get_command_class("install_data")


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


# A list with nothing in it would leave the step out.
setup(cmdclass={"install_data": ManualPages}, data_files=[("share/man/man1", [])])
