"""The rules that the repository itself keeps."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from followup_site.pages.folders import GENERATED, MADE

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
REQUIREMENTS = (
    "requirements.txt",
    "requirements-test.txt",
    "requirements-boot.txt",
    "requirements-node.txt",
    "scripts/portable/requirements-properdocs.txt",
    "scripts/portable/requirements-zensical.txt",
)
# Put together here, so that this file does not name them either.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("registry", "yarnpkg", "com"),
        ("npmjs", "com"),
        ("jsdelivr", "net"),
        ("unpkg", "com"),
        ("anaconda", "org"),
    )
)


def tracked() -> list[Path]:
    """The files that git keeps or would keep."""
    listing = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listing, check=True, capture_output=True, text=True).stdout.split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def text_of(path: Path) -> str:
    """The text of a file; what is no text, such as a picture, gives nothing that could be found in it."""
    return path.read_bytes().decode(errors="replace")


def requirements(name: str) -> dict[str, list[str]]:
    """The packages of a requirements file as `name==version`, each with its hashes."""
    entries = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    return {entry.split()[0]: re.findall(r"--hash=sha256:[0-9a-f]{64}\b", entry) for entry in entries}


def test_no_file_names_a_registry() -> None:
    """Whichever registry a machine uses, the project works with it: no file says where packages come from."""
    naming = {
        path.relative_to(ROOT).as_posix(): registry
        for path in tracked()
        for registry in REGISTRIES
        if registry in text_of(path)
    }
    assert naming == {}


def test_no_lock_file_that_would_name_one() -> None:
    """The lock of uv names its registry, so there is none."""
    assert not [path for path in tracked() if path.name in {"uv.lock", "poetry.lock", "yarn.lock"}]


def test_what_is_built_is_not_kept() -> None:
    """Nothing generated is tracked: one build makes it all."""
    built = ("build/", "dist/", "site/", *MADE)
    names = [path.relative_to(ROOT).as_posix() for path in tracked()]
    assert not [name for name in names if name.startswith(built)]


def test_what_is_built_is_listed_alike_wherever_it_counts() -> None:
    """What the build writes among the sources is no source to make, and nothing to git."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    pages = re.search(r"^PAGES_MADE := (.+)$", makefile, re.MULTILINE)
    made = re.search(r"^GENERATED := (.+)$", makefile, re.MULTILINE)
    assert pages
    assert made
    assert pages[1].split() == list(GENERATED)
    listed = made[1].replace("$(PAGES_MADE:%=docs/%/%)", " ".join(f"docs/{page}" for page in GENERATED))
    assert {path.removesuffix("/%") for path in listed.split()} == set(MADE)
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {f"/{path}" for path in MADE} <= {line.removesuffix("/") for line in ignored}


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_python_package_is_pinned_by_hash(name: str) -> None:
    """Each requirement is one version, with the hashes of its files."""
    pinned = requirements(name)
    assert pinned
    assert not [
        package for package, hashes in pinned.items() if not re.fullmatch(r"[\w.-]+==[\w.]+", package) or not hashes
    ]


def test_the_lock_of_npm_has_hashes_and_no_addresses() -> None:
    """Each npm package is pinned by its hash alone, and Pyodide to one version."""
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert packages["node_modules/pyodide"]["version"] == wanted["pyodide"]
    assert not [name for name, package in packages.items() if not package["integrity"].startswith("sha512-")]
    assert not [name for name, package in packages.items() if "resolved" in package]


def test_wheel_and_environment_are_built_with_the_same_packages() -> None:
    """What the build system requires is what the group `build` starts with, so that both make equal tables."""
    required = PROJECT["build-system"]["requires"]
    assert PROJECT["dependency-groups"]["build"][: len(required)] == required
    exact = [requirement for requirement in required if "==" in requirement]
    assert set(exact) <= set(requirements("requirements.txt"))


def test_one_version_of_python() -> None:
    """Bytecode fits one minor version: .python-version, pyproject.toml and the browser's Python agree."""
    version = (ROOT / ".python-version").read_text(encoding="utf-8").strip()
    browser = json.loads((ROOT / "node_modules" / "pyodide" / "pyodide-lock.json").read_text(encoding="utf-8"))
    assert re.fullmatch(r"3\.\d+", version)
    assert PROJECT["project"]["requires-python"] == f">={version}"
    assert PROJECT["tool"]["mypy"]["python_version"] == version
    assert browser["info"]["python"].rpartition(".")[0] == version


def test_the_runtime_that_notices_name_is_the_one_that_is_shipped() -> None:
    """The third-party notices name the versions that are pinned."""
    notices = (ROOT / "THIRD-PARTY-NOTICES.md").read_text(encoding="utf-8")
    pyodide = ROOT / "node_modules" / "pyodide"
    info = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    version = json.loads((pyodide / "package.json").read_text(encoding="utf-8"))["version"]
    assert f"Pyodide {version}," in notices
    assert f"tag v{info['python']}" in notices
    assert f"Emscripten {info['platform'].removeprefix('emscripten_').replace('_', '.')}," in notices


def test_the_changelog_has_the_version() -> None:
    """What changed in the version of pyproject.toml is told."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## .*\b{re.escape(PROJECT['project']['version'])}\b", changelog, re.MULTILINE)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_the_commands_that_are_told_exist(name: str) -> None:
    """Each `make ...` in a text is a target, and each script that it names is there."""
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    told = set(re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE))
    assert told
    assert told <= set(targets)
    assert not [script for script in re.findall(r"\bscripts/\w+\.py\b", text) if not (ROOT / script).is_file()]


def test_every_target_is_in_the_help() -> None:
    """`make help` lists each target that a person may ask for."""
    phony = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert phony
    told = subprocess.run(
        ["make", "-C", str(ROOT), "--no-print-directory", "help"], check=True, capture_output=True, text=True
    )
    assert set(re.findall(r"^make ([\w-]+)", told.stdout, re.MULTILINE)) == set(phony[1].split()) - {"help", "FORCE"}


def test_recipes_need_only_the_shell_coreutils_and_python() -> None:
    """Recipes call nothing that a bare machine may lack."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    recipes = re.findall(r"^\t@?(.+)$", makefile, re.MULTILINE)
    lines = [re.sub(r"'[^']*'", "", recipe) for recipe in recipes]
    words = {command.split()[0] for line in lines for command in re.split(r"&&|\|\||;", line) if command.split()}
    programs = {"$(PYTHON)", "$(RUN)", '"$(NODE)"', "$(MAKE)", "echo", "mkdir", "mv", "printf", "rm", "touch"}
    of_the_shell = {"[", "command", "exit", "{", "}"}
    assert words <= programs | of_the_shell


def test_actions_are_pinned_by_hash() -> None:
    """Each action of a workflow is named by its commit, and what the workflow may do is said job by job."""
    workflows = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
    assert workflows
    for workflow in workflows:
        text = workflow.read_text(encoding="utf-8")
        used = re.findall(r"uses: (\S+)", text)
        assert used
        assert not [action for action in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action)]
        assert re.search(r"^permissions: \{\}$", text, re.MULTILINE)


def test_one_command_decides_everywhere() -> None:
    """What runs for every change is `make test` and nothing else."""
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").endswith("\nexec make test\n")
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111
    assert "run: .ci/run\n" in (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
