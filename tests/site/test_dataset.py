"""The evidence as a dataset: sound by its own description, complete, and every address leads somewhere."""

import csv
import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from built_site import Site
from checkout import ROOT
from followup_site.evidence.dataset import Table, as_json, data_package, tables, version
from followup_site.evidence.known import Known, load

SITE = "https://site.example/below/"


@pytest.fixture(scope="module")
def known() -> Known:
    """The project's own evidence."""
    return load()


@pytest.fixture(scope="module")
def made(known: Known) -> dict[str, Table]:
    """The tables by their name."""
    return {table.name: table for table in tables(known, SITE)}


@pytest.fixture(scope="module")
def folder(known: Known, made: dict[str, Table], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the dataset."""
    folder = tmp_path_factory.mktemp("dataset")
    for table in made.values():
        (folder / f"{table.name}.csv").write_text(table.text(), encoding="utf-8")
    (folder / "datapackage.json").write_text(data_package(known, [*made.values()], SITE), encoding="utf-8")
    return folder


def validated(folder: Path) -> subprocess.CompletedProcess[str]:
    """What the library frictionless says of the dataset in a folder."""
    command = [str(Path(sys.executable).with_name("frictionless")), "validate", "datapackage.json", "--json"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_description_fits_the_tables(folder: Path) -> None:
    """Types, constraints, keys, links between tables, sizes and hashes are as the description says."""
    done = validated(folder)
    report = json.loads(done.stdout)
    assert report["valid"], json.dumps([task["errors"] for task in report["tasks"]])
    assert len(report["tasks"]) == len([*folder.glob("*.csv")])
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("positions.csv", "p001,", "p002,"),
        ("positions.csv", ",utah-dws,", ",utah,"),
        ("sources.csv", ",university,", ",academy,"),
        ("counts.csv", ",74,", ",many,"),
    ],
)
def test_a_spoilt_table_is_found(folder: Path, tmp_path: Path, file: str, old: str, new: str) -> None:
    """An id that stands twice, a link to nowhere, an unknown word, a text for a number: validation sees each."""
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    text = (tmp_path / file).read_text(encoding="utf-8")
    (tmp_path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    # Without size and hash, which would give any change away.
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        del resource["bytes"], resource["hash"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert validated(tmp_path).returncode == 1


def test_nothing_is_left_out(known: Known, made: dict[str, Table]) -> None:
    """Every source, position, parameter, family and count is a row."""
    found = known.evidence
    for name, ids in {
        "sources": found.sources,
        "positions": found.positions,
        "parameters": found.parameters,
        "families": found.families,
        "counts": found.questions,
    }.items():
        assert [row["id"] for row in made[name].rows] == [*ids]


def test_marks_follow_from_the_tables_alone(made: dict[str, Table]) -> None:
    """With the positions and articles that count, others can work out the number of voices themselves."""
    rows = [*csv.DictReader(made["positions"].text().splitlines())]
    rows += [*csv.DictReader(made["articles"].text().splitlines())]
    for count in made["counts"].rows:
        voices = [
            row
            for row in rows
            if (row["parameter"], row["scope"], row["counted"]) == (count["parameter"], count["scope"], "voice")
        ]
        assert len(voices) == count["voices"]
        end = "min" if count["direction"] == "from" else "max"
        assert all(row[end] for row in voices)


def test_an_article_without_a_number_does_not_count(made: dict[str, Table]) -> None:
    """A claim without a number stands in the table, and is no voice."""
    rows = {row["claim"]: row for row in made["articles"].rows}
    assert rows["glassdoor-wiggle-room"]["counted"] == "no-number"
    assert rows["clearpoint-dont-look-up-email"]["counted"] == ""
    assert rows["huffpost-knutter-next-day"]["counted"] == "voice"


def test_the_version_is_that_of_the_content(known: Known) -> None:
    """Another address of the site is the same dataset; another word is another."""
    one, other = tables(known, SITE), tables(known, "https://elsewhere.example/")
    assert version(known, one) == version(known, other)
    assert version(known, one[1:]) != version(known, one)
    assert version(known, one).startswith(f"{known.evidence.read_in}.")


def test_json_holds_the_same_rows(known: Known, made: dict[str, Table]) -> None:
    """Each table is in the JSON, without what is not known."""
    content = json.loads(as_json(known, [*made.values()]))
    for name, table in made.items():
        assert [row["id"] for row in content[name]] == [row["id"] for row in table.rows]
    assert "min" not in next(row for row in content["positions"] if row["id"] == "p002")


def test_addresses_lead_to_the_site(site: Site, made: dict[str, Table]) -> None:
    """Each address of a source, a position, a claim and a parameter is a place on a page of the site."""
    pages: dict[str, str] = {}
    for table in made.values():
        for row in table.rows:
            if "address" in row:
                address = urlsplit(row["address"])
                path = address.path.removeprefix("/below/")
                if path not in pages:
                    pages[path] = (site.folder / path / "index.html").read_text(encoding="utf-8")
                assert not address.fragment or f'id="{address.fragment}"' in pages[path], row["address"]


def test_the_site_carries_the_files(site: Site) -> None:
    """What the page of the data offers is there, with the citation of the project."""
    published = site.folder / "assets" / "evidence"
    html = (site.folder / "evidence" / "data" / "index.html").read_text(encoding="utf-8")
    for file in published.iterdir():
        assert f'href="../../assets/evidence/{file.name}"' in html
    assert (published / "CITATION.cff").read_bytes() == (ROOT / "CITATION.cff").read_bytes()
    assert validated(published).returncode == 0


def test_citation_and_description_agree(known: Known, made: dict[str, Table]) -> None:
    """Title, licence and author are the same in CITATION.cff and in the description."""
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    package = json.loads(data_package(known, [*made.values()], SITE))
    assert f'title: "{package["title"]}"' in citation
    assert f"license: {package['licenses'][0]['name']}" in citation
    assert f'- name: "{package["contributors"][0]["title"]}"' in citation
    assert " ".join(package["description"].split()) in " ".join(citation.split())
