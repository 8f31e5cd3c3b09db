"""Whether the links of a built site lead somewhere, which lychee follows."""

import subprocess
import sys
from pathlib import Path


def broken_links(site: Path, root: Path) -> str:
    """What lychee says of links and fragments within the site that have no target; nothing where all have one.

    `root` is the folder that stands for the server's: the site itself, or a folder above it.
    """
    lychee = str(Path(sys.executable).with_name("lychee"))
    options = ["--offline", "--no-progress", "--include-fragments", "--index-files", "index.html"]
    # Answers for the checker are no place on its page; that the form has them is tested elsewhere.
    options += ["--remap", "^(.*/checker)/?#.*=.*$ $1/"]
    command = [lychee, *options, "--root-dir", str(root), *map(str, sorted(site.rglob("*.html")))]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""
