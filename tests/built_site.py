"""The site as it would be published: built from a copy of this checkout with `make`, as anybody builds it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from checkout import copy_checkout, environment_for
from serving import serving_folder

BELOW = "some/path"
PUBLISHED = f"https://careers.example/{BELOW}/"

# Set-up and runtime are those of this checkout, and so its scripts have been checked.
_DONE = (".boot/set-up.json", "build/scripts", "docs/assets/runtime/manifest.json")


@dataclass(frozen=True, slots=True)
class Site:
    """A built site that answers on this machine."""

    url: str
    """Where its home page is, with a slash at the end."""
    origin: str
    published: str
    """The address that it was built for, which the pages name as theirs."""
    root: Path
    """What the server serves; the site lies below it."""
    folder: Path
    log: str
    """What MkDocs said while it built the site."""


def build(folder: Path) -> None:
    """Build the site from a copy of this checkout, below a folder, for an address with a path."""
    project = folder / "project"
    project.mkdir(parents=True)
    copy_checkout(project)
    command = ["make", "-C", str(project), f"RUN={sys.executable}", "site/index.html", f"SITE_URL={PUBLISHED}"]
    command += [word for done in _DONE for word in ("-o", done)]
    # Every run gives the same bytes.
    environment = environment_for(project, SOURCE_DATE_EPOCH="1767225600")
    done = subprocess.run(
        command, env=environment, text=True, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert done.returncode == 0, f"the site could not be built:\n{done.stdout}"
    lines = done.stdout.splitlines(keepends=True)
    begin, end = (next(i for i, line in enumerate(lines) if step in line) for step in (" mkdocs build ", "finish_site"))
    (folder / "log.txt").write_text("".join(lines[begin + 1 : end]), encoding="utf-8")
    place = folder / "www" / BELOW
    place.parent.mkdir(parents=True)
    (project / "site").rename(place)


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """Serve what `build` has made below a folder, until the context ends."""
    root = folder / "www"
    with serving_folder(root) as origin:
        log = (folder / "log.txt").read_text(encoding="utf-8")
        url = f"{origin}/{BELOW}/"
        yield Site(url=url, origin=origin, published=PUBLISHED, root=root, folder=root / BELOW, log=log)
