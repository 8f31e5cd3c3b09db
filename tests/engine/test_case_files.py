"""The files of cases are read strictly: what a case says of its advice is held, and a slip in it is told."""

import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest

import advice_cases
import expectations
from advice_cases import Case, CasesError, all_cases, read_cases
from followup import knowledge, vocabulary

SOUND = """
[[case]]
id = "A1"
title = "A wait"
policy = ["D10"]
situation = { stage = "post_interview" }
[case.advice]
action = "wait"
then = [{ action = "stop_and_move_on" }]
"""
ADVICE: dict[str, Any] = {
    "action": "send_status_check",
    "strength": "tolerated",
    "recipient": "hr",
    "channel": "email",
    "also_channels": ["phone"],
    "waiting_for": None,
    "earliest": "2026-06-09",
    "recommended": "2026-06-10",
    "preferred": "2026-06-10",
    "latest": None,
    "target": "2026-06-10T09:00",
    "because": [{"id": "a-reason", "claims": ["a-claim"]}],
    "avoid": [{"id": "a-warning", "claims": []}],
    "disputed": [{"id": "C01", "sides": [{"claims": ["a-side"]}]}],
    "idea": {"verdict": "no", "because": [{"id": "of-the-idea", "claims": []}]},
    "context": [{"id": "a-figure", "claims": []}],
    "changes": [
        {"id": "from-day", "action": "wait", "from": "2026-06-20"},
        {"id": "if-agency", "action": "wait", "from": None},
    ],
    "then": [
        {
            "action": "redirect_to_other_contact",
            "strength": "optional",
            "recipient": "team_member",
            "channel": "linkedin",
            "earliest": "2026-06-23",
            "recommended": "2026-06-23",
            "preferred": "2026-06-23",
            "latest": None,
        },
        {
            "action": "stop_and_move_on",
            "strength": "recommended",
            "recipient": "none",
            "channel": "none",
            "earliest": None,
            "recommended": None,
            "preferred": None,
            "latest": None,
        },
    ],
}
HELD: tuple[tuple[str, object, object], ...] = (
    ("action", "send_status_check", "wait"),
    ("strength", "tolerated", "recommended"),
    ("recipient", "hr", "none"),
    ("channel", "email", "phone"),
    ("also_channels", ["phone"], []),
    ("waiting_for", "", "send_status_check"),
    ("earliest", "2026-06-09", "2026-06-10"),
    ("earliest", "2026-06-09", ""),
    ("earliest", "2026-06-09", "2026-06-09T09:00"),
    ("recommended", "2026-06-10", "2026-06-09"),
    ("preferred", "2026-06-10", "2026-06-09"),
    ("latest", "", "2026-06-11"),
    ("target", "2026-06-10T09:00", "2026-06-10"),
    ("idea_verdict", "no", "fine"),
    ("then", [{"recipient": "team_member"}, {"preferred": ""}], [{}, {"preferred": "2026-06-23"}]),
    ("then", [{}, {}], [{}]),
    ("then", [{}, {"channel": "none"}], []),
    ("changes", [{"id": "from-day", "from": "2026-06-20"}], [{"id": "from-day", "from": "2026-06-21"}]),
    ("changes", [{"id": "if-agency", "from": ""}], [{"id": "if-agency", "from": "2026-06-20"}]),
    ("says", ["a-reason", "of-the-idea", "a-figure"], ["a-warning"]),
    ("warns", ["a-warning"], ["a-reason"]),
    ("shows", ["C01"], ["C02"]),
    ("cites", ["a-claim", "a-side"], ["another-claim"]),
    ("never_says", ["another-reason"], ["a-reason"]),
    ("never_says", ["another-reason"], ["of-the-idea"]),
    ("never_says", ["another-reason"], ["a-figure"]),
    ("never_says", ["another-reason"], ["a-warning"]),
    ("never_cites", ["another-claim"], ["a-side"]),
    ("never_plans", ["wait"], ["send_status_check"]),
    ("never_plans", ["wait"], ["stop_and_move_on"]),
    ("never_by", ["post"], ["email"]),
    ("never_by", ["post"], ["phone"]),
    ("never_by", ["post"], ["linkedin"]),
    ("only_to", ["hr", "team_member"], ["hr"]),
    ("only_to", ["hr", "team_member"], ["team_member"]),
)
"""A key, a value that holds for the advice, and one that does not."""
GROUNDS = ("says", "never_says", "warns")
CLAIMS = ("cites", "never_cites")


def words(kind: Any) -> set[str]:
    """The words of a type of the vocabulary, and of the types that it is made of."""
    return {kind} if isinstance(kind, str) else set().union(*map(words, get_args(getattr(kind, "__value__", kind))))


@pytest.mark.parametrize(("key", "right", "wrong"), HELD)
def test_what_a_case_expects_is_held(key: str, right: object, wrong: object) -> None:
    """An advice as expected differs in nothing; another differs in one line, which begins with the key."""
    held, missed = (
        Case(id="A1", title="A case", topic="a", policy=(), situation={}, advice={key: value}).differences(ADVICE)
        for value in (right, wrong)
    )

    assert held == []
    assert [line.startswith(key) for line in missed] == [True]


def test_every_expectation_can_fail() -> None:
    """There is no key that a case may use and that is not held."""
    assert {key for key, _, _ in HELD} == advice_cases.EXPECTED.keys()


def test_without_an_advice_nothing_is_held() -> None:
    """A situation at fault never passes for a case, whatever is expected."""
    assert expectations.differences({}, {"errors": [{"field": "stage"}]})


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("action =", "acton =", "A1: advice.acton: there is no such key; did you mean action?"),
        ("title =", "tilte =", "A1: tilte: there is no such key; did you mean title?"),
        ("title =", "tilte =", "A1: title: missing"),
        ('id = "A1"\n', "", "case 1: id: missing"),
        ('id = "A1"\n', "id = 1\n", "1: id: expected a text, found 1"),
        ('title = "A wait"', 'title = ""', "A1: title: is empty"),
        ('["D10"]', '"D10"', "A1: policy: expected a list, found 'D10'"),
        ('["D10"]', "[]", "A1: policy: is empty"),
        ('{ stage = "post_interview" }', '"post_interview"', "A1: situation: expected a table, found 'post_interview'"),
        ('action = "wait"\nthen = [{ action = "stop_and_move_on" }]', "", "A1: advice: is empty"),
        ('"wait"', "[]", "A1: advice.action: expected a text, found []"),
        ('action = "wait"', 'cites = "x"', "A1: advice.cites: expected a list, found 'x'"),
        ('action = "wait"', "cites = []", "A1: advice.cites: is empty, so that it always holds"),
        ('action = "wait"', "never_by = []", "A1: advice.never_by: is empty, so that it always holds"),
        ('[{ action = "stop_and_move_on" }]', '["wait"]', "A1: advice.then[0]: expected a table, found 'wait'"),
        ("{ action =", "{ target =", "A1: advice.then[0].target: there is no such key"),
        ('{ action = "stop_and_move_on" }', "{ action = 1 }", "A1: advice.then[0].action: expected a text, found 1"),
        ("[[case]]", "[[cases]]", "cases: there is no such key; did you mean case?"),
        ("[[case]]", "[case]", "case: expected a list, found {"),
        (SOUND, "", "case: missing"),
        ("[[case]]", "[[case]", "Expected ']]' at the end of an array declaration"),
    ],
)
def test_a_fault_is_named_with_file_case_and_key(tmp_path: Path, old: str, new: str, fault: str) -> None:
    """Each kind of fault gives a line: file, case, key and what is wrong there."""
    assert old in SOUND
    (tmp_path / "waits.toml").write_text(SOUND.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(CasesError) as caught:
        read_cases(tmp_path)
    assert any(line.startswith(f"waits.toml: {fault}") for line in caught.value.faults)


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    """Two files with a fault each give two lines, in the order of the files."""
    for name in ("b.toml", "a.toml"):
        (tmp_path / name).write_text(SOUND.replace("action =", "acton =", 1), encoding="utf-8")

    with pytest.raises(CasesError) as caught:
        read_cases(tmp_path)
    assert [line.partition(":")[0] for line in caught.value.faults] == ["a.toml", "b.toml"]


@pytest.mark.parametrize("files", [("a.toml", "b.toml"), ("a.toml", "a.toml")])
def test_an_id_is_taken_across_files(tmp_path: Path, files: tuple[str, str]) -> None:
    """The id of a case is unique among all files, not only in its own."""
    for name in files:
        with (tmp_path / name).open("a", encoding="utf-8") as file:
            file.write(SOUND)

    with pytest.raises(CasesError) as caught:
        read_cases(tmp_path)
    assert caught.value.faults == (f"{files[1]}: A1: id: is already the id of a case of a.toml",)


def test_sound_files_are_read_in_their_order(tmp_path: Path) -> None:
    """Every case of every file, each with the name of its file as its topic."""
    for topic in ("b", "a"):
        (tmp_path / f"{topic}.toml").write_text(SOUND.replace("A1", topic), encoding="utf-8")

    assert [(case.id, case.topic, case.policy) for case in read_cases(tmp_path)] == [
        ("a", "a", ("D10",)),
        ("b", "b", ("D10",)),
    ]


def test_what_a_case_names_exists() -> None:
    """Claims, grounds, disagreements and policy entries are in the knowledge, words in the vocabulary."""
    known = knowledge.load()
    defaults = {id.replace("C", "D") for id in known.disputes}
    names = {
        "policy": {*known.rules, *defaults, *known.gaps},
        "shows": known.disputes.keys(),
        "never_plans": words(vocabulary.Action),
        "never_by": words(vocabulary.Means),
        "only_to": words(vocabulary.Recipient),
        **dict.fromkeys(GROUNDS, known.grounds.keys()),
        **dict.fromkeys(CLAIMS, known.claims.keys()),
    }

    assert names.keys() - {"policy"} == set(expectations.LISTS) - {"also_channels"}
    assert [
        f"{case.topic}.toml: {case.id}: {key}: {name}"
        for case in all_cases()
        for key, exist in names.items()
        for name in (case.policy if key == "policy" else case.advice.get(key, ()))
        if name not in exist
    ] == []


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    """What is not UTF-8 is a fault of that file among the others."""
    (tmp_path / "waits.toml").write_bytes(SOUND.encode() + b"# caf\xe9\n")
    with pytest.raises(CasesError, match=r"^waits\.toml: .*utf-8"):
        read_cases(tmp_path)


def test_cases_are_read_with_the_standard_library_alone() -> None:
    """A build and a bench read the cases where nothing is installed."""
    program = (
        f"import sys; sys.path.insert(0, {str(advice_cases.FOLDER)!r}); import advice_cases; advice_cases.all_cases()"
    )
    subprocess.run([sys.executable, "-I", "-S", "-B", "-c", program], check=True)
