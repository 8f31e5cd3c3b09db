"""Other generators of sites, each in an environment of its own, which read the same settings, pages and templates."""

import hashlib
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import setup

ROOT = Path(__file__).resolve().parents[2]
WORKSHOP = ROOT / "build" / "portable"
_MADE_FROM = ("docs", "overrides", "mkdocs.yml")


class CannotBuildError(Exception):
    """A generator could not be had, or did not build the site; the message holds what it said."""


@dataclass(frozen=True, slots=True)
class Generator:
    """A program that builds the site from `mkdocs.yml` into the folder `site` beside it."""

    name: str
    """Also the name of its program and of its pinned requirements."""
    packages: tuple[str, ...]
    """What it is, with the theme where that is another package."""

    @property
    def requirements(self) -> Path:
        """What it needs, by hash."""
        return Path(__file__).with_name(f"requirements-{self.name}.txt")

    def build(self) -> Path:
        """The folder of the finished site, built anew; raises CannotBuildError."""
        program = self._installed()
        project = WORKSHOP / self.name / "project"
        shutil.rmtree(project, ignore_errors=True)
        project.mkdir(parents=True)
        for name in _MADE_FROM:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, project / name)
        # Parts that pages include.
        (project / "build").symlink_to(ROOT / "build", target_is_directory=True)
        own = os.pathsep.join(str(ROOT / name) for name in ("scripts", "checker", "cases"))
        _run([program, "build", "--strict", "--config-file", "mkdocs.yml"], project, PYTHONPATH=own)
        _run([setup.PYTHON, ROOT / "scripts" / "finish_site.py", "site"], project)
        return project / "site"

    def _installed(self) -> Path:
        """The generator's program, in an environment with exactly what it needs."""
        environment = WORKSHOP / self.name / "environment"
        programs = environment / setup.PROGRAMS
        digest, noted = hashlib.sha256(self.requirements.read_bytes()).hexdigest(), environment / "requirements.sha256"
        if not noted.is_file() or noted.read_text(encoding="ascii") != digest:
            _run([setup.UV, "venv", "--quiet", "--clear", "--python", setup.PYTHON, environment], ROOT)
            python = programs / setup.PYTHON.name
            _run([setup.UV, "pip", "sync", "--require-hashes", "--python", python, self.requirements], ROOT)
            noted.write_text(digest, encoding="ascii")
        return programs / self.name


GENERATORS = {
    generator.name: generator
    for generator in (
        # Later ones need a package of their own for how pages look, which cannot be had everywhere.
        Generator("zensical", ("zensical==0.0.73",)),
        Generator("properdocs", ("properdocs", "mkdocs-material")),
    )
}
"""By name: the successor that the makers of our theme write, and a fork of the generator that we use."""


def _run(command: list[Path | str], folder: Path, **variables: str) -> None:
    environment = {**os.environ, **variables}
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        text=True,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode != 0:
        raise CannotBuildError(f"{' '.join(map(str, command))} failed:\n{done.stdout}")
