"""A center lays numbers, sources and sentences of its own over the knowledge, and a reader sees whose they are."""

import json
import os
import shutil
import subprocess
import sys
from copy import replace
from pathlib import Path

import pytest
from markdown import Markdown

from followup import knowledge
from followup.advise import advise
from followup.knowledge import KnowledgeError, _compiled, compile_knowledge, load, read
from followup.knowledge.records import Knowledge
from followup.model import Situation
from followup.reading.situation import read_situation
from followup.render.as_json import as_json
from followup.render.voice import voice
from followup.words import laid_over, made
from followup.words import load as load_words
from followup_site.answers.cases import situations
from followup_site.answers.runs import run
from followup_site.markdown.numbers import NumberExtension
from followup_site.pages.disputes import dispute_pages
from followup_site.pages.numbers import number_pages
from followup_site.pages.our_choices import our_choices
from followup_site.pages.said import said
from followup_site.pages.steps import step_pages
from followup_site.pages.usage import Usage
from small_texts import read_small

OWN = Path(knowledge.__file__).parent
CENTER = Path(__file__).parent / "center"
NUMBER = "first-check-without-date"
REASON = 'ours = "Employers here answer sooner, or not at all."\n'


@pytest.fixture
def center(tmp_path: Path) -> Path:
    """A copy of the center's folder, so that a test can change it."""
    return Path(shutil.copytree(CENTER, tmp_path / "center"))


def laid() -> Knowledge:
    """The project's knowledge with the center's over it."""
    return read(OWN, CENTER)


def faults(center: Path) -> tuple[str, ...]:
    """What the center is told when its folder is read."""
    with pytest.raises(KnowledgeError) as caught:
        read(OWN, center)
    return caught.value.faults


def waiting() -> Situation:
    """Somebody who was promised no day, nine days after the thank-you."""
    situation, _ = read_situation(
        {
            "today": "2026-06-11T09:00",
            "stage": "post_interview",
            "contact_type": "hr",
            "channels_given": ["email"],
            "interview_end": "2026-06-02T11:00",
            "attempts": [{"at": "2026-06-02T12:00", "kind": "thank_you", "to": "hr"}],
        }
    )
    assert situation
    return situation


def test_a_number_that_leaves_the_sources_moves_its_mark() -> None:
    """The mark on its side is the center's, that of the sources stays, and the number knows whose it is."""
    before, after = load().numbers[NUMBER], laid().numbers[NUMBER]
    assert [(mark.value, bool(mark.claims)) for mark in (after.keen, after.usual, after.cautious)] == [
        (10, False),
        (10, False),
        (14, True),
    ]
    assert (before.layer, after.layer) == ("", "center")
    assert (after.meaning, after.rule, after.dispute, after.claims) == (
        before.meaning,
        before.rule,
        before.dispute,
        before.claims,
    )


def test_nothing_else_moves_but_what_a_source_of_theirs_moves() -> None:
    """A claim of the center's takes part in the marks like any other; all other numbers are as they were."""
    before, after = load().numbers, laid().numbers
    assert {name for name in before if before[name] != after[name]} == {NUMBER, "spacing-voicemail"}
    moved = after["spacing-voicemail"]
    assert (moved.keen.value, moved.keen.claims, moved.usual.value) == (5, ("handbook-voicemail-sooner",), 7)
    assert moved.layer == ""


def test_to_leave_the_sources_takes_a_reason(center: Path) -> None:
    """Without one the center is told what the sources say, and what to do."""
    policy = center / "policy.toml"
    policy.write_text(policy.read_text(encoding="utf-8").replace(REASON, ""), encoding="utf-8")
    told = [fault for fault in faults(center) if "does not lie" in fault]
    ends = "keen (14 days) and cautious (14 days)"
    way_out = "to leave what the sources say, say why in `ours`"
    assert told == [f"center/policy.toml: {NUMBER}: usual: 10 days does not lie between {ends}; {way_out}"]


def test_another_value_takes_a_reason_too(center: Path) -> None:
    """What we gave as our reason is not that of somebody who chooses otherwise."""
    (center / "policy.toml").write_text("[spacing-agency]\nusual = 5\n", encoding="utf-8")
    assert faults(center) == (
        "center/policy.toml: spacing-agency: usual: is another than before, so say in `ours` why it is chosen",
    )


@pytest.mark.parametrize(
    ("policy", "told"),
    [
        ("[first-check-after-promise]\nusual = 0", "first-check-after-promise: usual: first-check-after-promise is 0"),
        ("[cap-per-contact]\nusual = 3", "cap-per-contact: usual: cap-per-contact is 3 messages: is more than any"),
        ("[calls-to-agency-a-day]\nusual = 2", "calls-to-agency-a-day: usual: calls-to-agency-a-day is 2"),
        ("[cap-per-employer]\nusual = 1", "cap-per-contact: usual: cap-per-contact is 2 messages and cap-per-employer"),
        ("[burst-messages]\nusual = 0", "burst-messages: usual: burst-messages is 0 messages"),
        (f"[{NUMBER}]\nusual = 22", f"{NUMBER}: usual: {NUMBER} is 22 days and check-without-date-aim-by is 21 days"),
        ("[office-opens]\nusual = 1051", "office-opens: usual: office-opens is 1051 time-of-day and office-closes"),
        ("[week-mon-fri-best]\nusual = 26", "week-mon-fri-best: usual: week-mon-fri-best is 26 weekdays and week"),
    ],
)
def test_no_reason_makes_sense_of_nonsense(center: Path, policy: str, told: str) -> None:
    """What would have a reader ask too early, too often or never is refused, whoever wants it and why."""
    (center / "policy.toml").write_text(f'{policy}\nours = "We want it so."\n', encoding="utf-8")
    assert [fault.startswith(f"center/policy.toml: {told}") for fault in faults(center)] == [True]


def test_the_edges_of_sense_are_accepted(center: Path) -> None:
    """A day after the promise, as many messages as a source allows, an office that opens as it closes."""
    (center / "policy.toml").write_text(
        '[first-check-after-promise]\nusual = 1\nours = "A."\n\n[cap-per-contact]\nusual = 1\nours = "A."\n\n'
        '[cap-per-employer]\nusual = 2\nours = "A."\n\n[office-opens]\nusual = 1050\nours = "A."\n',
        encoding="utf-8",
    )
    assert read(OWN, center).numbers["first-check-after-promise"].usual.value == 1


def test_an_advice_says_whose_number_it_is() -> None:
    """The day is the center's, and reason and default say so; nobody is told that a source says ten days."""
    ours, theirs = (as_json(advise(waiting(), known), voice(known, load_words())) for known in (load(), laid()))
    assert (ours["earliest"], theirs["earliest"]) == ("2026-06-16", "2026-06-12")
    reason, before = (
        next(reason for reason in advice["because"] if reason["id"] == "no-date-two-weeks") for advice in (theirs, ours)
    )
    assert (before["basis"], reason["basis"]) == ("sources", "center")
    assert "ten days" in reason["text"]
    assert "two weeks" not in reason["text"]
    assert reason["claims"] == before["claims"]
    default = next(dispute for dispute in theirs["disputed"] if dispute["id"] == "C13")
    assert default["basis"] == "center"
    assert "10 days" in default["ours"]
    assert default["apart"] is None


def test_a_sentence_and_its_claims_can_be_theirs() -> None:
    """What is said of every wait comes from the center, with the center's source under it."""
    catalogue = laid_over(load_words().catalogue, {"ground": {"patience": "Come by."}})
    advice = as_json(advise(waiting(), laid()), voice(laid(), made("en", catalogue)))
    patience = next(reason for reason in advice["because"] if reason["id"] == "patience")
    assert patience == {"id": "patience", "text": "Come by.", "claims": ["handbook-walk-in"], "basis": "center"}


def test_what_is_compiled_says_the_same() -> None:
    """The table for the browser carries the center's choices, and says that they are the center's."""
    known = laid()
    less = _compiled.from_plain(json.loads(compile_knowledge(known)))
    assert less == _compiled.shown(known)
    words = load_words()
    assert as_json(advise(waiting(), less), voice(less, words)) == as_json(
        advise(waiting(), known), voice(known, words)
    )
    assert known.version != load().version


def test_pages_say_whose_choice_it_is() -> None:
    """Numbers, disagreements, steps, the list of choices and hand-written lines carry the center's label."""
    known, words = laid(), load_words()
    runs, filled = run(situations(), known), said(known, words)
    ((_, numbers),) = number_pages(filled, Usage())
    card = numbers.partition(f'id="{NUMBER}"')[2].partition("</div>")[0]
    assert "**10 days**" in card
    assert "center-choice" in card
    assert "Employers here answer sooner" in card
    disagreements = dict(dispute_pages(filled, Usage(), {}, {}))
    page = disagreements[f"disagreements/{known.disputes['C13'].slug}.md"]
    assert "center-choice" in page
    assert "ask 10 days after" in page
    assert "center-choice" not in disagreements[f"disagreements/{known.disputes['C01'].slug}.md"]
    ((_, choices),) = our_choices(filled, runs, words)
    assert choices.count("center-choice") > 1
    assert "center-choice" in dict(step_pages(filled, runs, words, Usage()))["steps/wait.md"]
    written = f"Ask after [#{NUMBER}.words]. **Our choice**{{ .our-choice }}"
    for known_to_page, label in ((load(), "our-choice"), (known, "center-choice")):
        html = Markdown(extensions=["attr_list", NumberExtension(known_to_page)]).convert(written)
        assert f'class="{label}"' in html


def asked(expression: str, overlay: Path | None) -> str:
    """What a program in this checkout gets where the environment names a center's folder."""
    environment = {key: value for key, value in os.environ.items() if key != "FOLLOWUP_OVERLAY"}
    if overlay:
        environment["FOLLOWUP_OVERLAY"] = str(overlay)
    program = f"from followup import knowledge, words\nfrom followup.words import catalogues\nprint({expression})"
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    return done.stdout.strip() or done.stderr.strip().splitlines()[-1]


def test_a_checkout_finds_the_centers_folder_by_itself() -> None:
    """Knowledge, words and what a package carries of them are the center's; without a folder all is neutral."""
    number = f"knowledge.load().numbers[{NUMBER!r}].usual.value"
    assert [asked(number, folder) for folder in (None, CENTER)] == ["14", "10"]
    assert asked("words.load().text('ground.patience')", CENTER) == "Waiting is hard: come by, and we talk it over."
    assert "come by, and we talk" in asked("catalogues.compiled('en')", CENTER)
    assert asked("knowledge.read().version == knowledge.read(knowledge.own_layers()[0]).version", None) == "True"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A center that mistypes its folder does not get the neutral site."""
    assert faults(tmp_path / "centre") == (f"{tmp_path / 'centre'}: there is no such folder",)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ('[ground]\npatiance = "x"', "ground.patiance: there is no such sentence; did you mean ground.patience?"),
        ('[ground]\nno-copies = "x"', "ground.no-copies: say in grounds.toml what it rests on"),
        ('[view]\nor = "{spacing-employr}"', "view.or: nothing gives it {spacing-employr}; did you mean"),
        ('[view]\nto = "To {whom}."', "view.to: nothing gives it {whom}"),
        ("[view", "cannot be read as TOML"),
    ],
)
def test_words_of_theirs_are_checked(center: Path, words: str, told: str) -> None:
    """A sentence that nothing shows, that rests on nothing, or that wants what nothing gives, is named."""
    (center / "words" / "en.toml").write_text(words, encoding="utf-8")
    assert told in asked("catalogues.compiled('en')", center)


def test_their_grounds_have_sentences(center: Path) -> None:
    """A ground without words would stop at a reader."""
    with (center / "grounds.toml").open("a", encoding="utf-8") as grounds:
        grounds.write('\n[walk-in]\nours = "We are there."\n')
    assert "ground.walk-in: missing" in asked("catalogues.compiled('en')", center)


def test_a_claim_of_a_source_is_not_theirs_to_change(center: Path) -> None:
    """They may add claims to a source, and take none of its words."""
    claim = (CENTER / "claims/handbook.toml").read_text(encoding="utf-8").partition("\n\n")[0]
    own = center / "claims" / "clearpoint.toml"
    own.write_text(claim.replace("handbook-walk-in", "clearpoint-walk-in"), encoding="utf-8")
    assert read(OWN, center).claims["clearpoint-walk-in"].layer == "center"
    own.write_text(claim.replace("handbook-walk-in", "clearpoint-patience"), encoding="utf-8")
    place = "center/claims/clearpoint.toml: clearpoint-patience: id"
    assert faults(center) == (f"{place}: 'clearpoint-patience' is already the id of a claim of clearpoint",)


def test_what_they_think_of_a_source_is_theirs_to_say(center: Path) -> None:
    """A center may know more of a source; its claims stay where they are."""
    with (center / "sources.toml").open("a", encoding="utf-8") as sources:
        sources.write('\n[clearpoint]\nworth = "We know them well."\n')
    known = read(OWN, center)
    assert (known.sources["clearpoint"].worth, known.sources["clearpoint"].layer) == ("We know them well.", "")
    assert known.claims.keys() == laid().claims.keys()


def test_faults_of_theirs_are_named_in_their_files(center: Path) -> None:
    """What a layer gives is at fault in its own file, what it leaves out where it stands."""
    (center / "disputes.toml").write_text('[C13]\nours = "{nobody}"\nquestions = "?"\n', encoding="utf-8")
    assert faults(center) == (
        "center/disputes.toml: C13: questions: unknown key",
        "center/disputes.toml: C13: ours: no number 'nobody'",
    )
    (center / "claims/handbook.toml").unlink()
    assert faults(center) == ("center/claims/handbook.toml: missing",)


def test_one_basis_takes_the_place_of_the_other(folder: Path, tmp_path: Path) -> None:
    """A ground that rested on a claim can rest on a choice of theirs, and the other way round."""
    over = tmp_path / "over"
    over.mkdir()
    (over / "grounds.toml").write_text(
        '[nobody-objects]\nours = "We say so."\n\n[hours-are-ours]\nclaims = ["firm-a-week"]\n', encoding="utf-8"
    )
    grounds = read_small(folder, over).grounds
    assert [(ground.claims, ground.ours, ground.basis) for ground in grounds.values()] == [
        ((), "We say so.", "center"),
        (("firm-a-week",), "", "center"),
    ]


def test_the_last_of_several_layers_has_the_last_word(folder: Path, tmp_path: Path) -> None:
    """A faculty may lay its folder over that of its university."""
    for name, value in (("university", 540), ("faculty", 600)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "policy.toml").write_text(
            f'[office-opens]\nusual = {value}\nours = "{name}"\n', encoding="utf-8"
        )
    number = read_small(folder, tmp_path / "university", tmp_path / "faculty").numbers["office-opens"]
    assert (number.usual.value, number.ours, number.layer) == (600, "faculty", "faculty")
    assert number == replace(number, meaning="From when to call.", rule="G01")


def test_words_are_laid_over_key_by_key() -> None:
    """A sentence takes the place of one, and its neighbours stay."""
    assert laid_over({"a": {"b": "1", "c": "2"}, "d": "3"}, {"a": {"b": "4"}, "e": "5"}) == {
        "a": {"b": "4", "c": "2"},
        "d": "3",
        "e": "5",
    }
