"""Are the project's papers true? Links, commands, decisions, versions, words."""

from __future__ import annotations

import argparse
import re
import shlex
import textwrap
from pathlib import Path

import pytest
import yaml

import wardwise
from wardwise.cli import parser
from wardwise.domain.settings import Settings
from wardwise.reference.load import table_names


ROOT = Path(__file__).resolve().parents[2]
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
ADRS = sorted((ROOT / "docs" / "adr").glob("*.md"))
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)$", re.M)
HEADINGS = ["Context", "Options considered", "Decision", "Consequences", "Status"]


def named(paths: list[Path]) -> list[str]:
    """Names for people, from the root of the repository."""
    return [path.relative_to(ROOT).as_posix() for path in paths]


@pytest.mark.parametrize("name", named(PAPERS))
def test_every_link_leads_somewhere(name: str) -> None:
    paper = ROOT / name
    targets = [a or b for a, b in LINK.findall(paper.read_text("utf-8"))]
    inside = [target for target in targets if "://" not in target]
    broken = [one for one in inside if not (paper.parent / one.partition("#")[0]).exists()]
    assert broken == []


def test_every_paper_is_in_the_list_of_papers() -> None:
    listed = set(LINK.findall((ROOT / "docs" / "README.md").read_text("utf-8")))
    found = {(ROOT / "docs" / a).resolve() for a, _ in listed}
    folders = ("adr", "aqa", "explanation", "how-to", "reference")
    papers = {path for path in PAPERS if path.parent.name in folders}
    assert named(sorted(papers - found)) == []


@pytest.mark.parametrize("name", named(ADRS))
def test_a_decision_has_its_number_and_its_five_headings(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert text.startswith(f"# {int(Path(name).name[:4])}. ")
    headings = re.findall(r"^## (.+)$", text, re.M)
    # two sets of options are "Options considered: harm" and so on
    kinds = list(dict.fromkeys(heading.partition(":")[0] for heading in headings))
    assert kinds == HEADINGS
    assert re.search(r"^## Status\n\n(Accepted|Superseded)", text, re.M)


def test_the_changelog_has_the_version_of_the_package() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f"## [{wardwise.__version__}]" in text
    assert "### Figures that move" in text


def commands(text: str) -> list[list[str]]:
    """What a paper tells a person to type, without the program."""
    typed = re.findall(r"(?:\.venv/bin/|`)wardwise ([^\n`]+)", text)
    return [shlex.split(line, comments=True) for line in typed]


def known() -> dict[str, argparse.ArgumentParser]:
    """Command → its own parser."""
    actions = parser()._actions
    return dict(next(a for a in actions if isinstance(a, argparse._SubParsersAction)).choices)


@pytest.mark.parametrize("name", named(PAPERS))
def test_commands_and_options_in_the_papers_exist(name: str) -> None:
    for words in commands((ROOT / name).read_text("utf-8")):
        if words[0].startswith("-"):
            assert words == ["--version"]
            continue
        assert words[0] in known(), f"{name}: wardwise {words[0]}"
        options = set(known()[words[0]]._option_string_actions)
        strange = [word for word in words if word.startswith("--") and word not in options]
        assert strange == [], f"{name}: wardwise {' '.join(words)}"


def test_the_commands_of_the_readme_can_be_given() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    typed = [shlex.split(line) for line in re.findall(r"\.venv/bin/wardwise (.+)", text)]
    assert len(typed) >= 5
    for words in typed:
        parser().parse_args(words)


def test_the_readme_names_every_command_that_a_partnership_needs() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    for_builders = {"demo", "docs", "new-chapter"}
    assert [name for name in known() if name not in for_builders and f"`{name}`" not in text] == []


def test_make_targets_in_the_papers_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.M))
    told = {
        target
        for path in PAPERS
        for target in re.findall(r"(?:^ {4,}|`)make ([a-z-]+)", path.read_text("utf-8"), re.M)
    }
    assert told <= targets


def test_files_that_the_papers_name_are_there() -> None:
    gone = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in PAPERS
        for name in re.findall(
            r"`((?:src|tests|docs|settings|benchmarks)/[\w./-]+\.\w+)`", path.read_text("utf-8")
        )
        if "NNNN" not in name and not (ROOT / name).exists()
    ]
    assert gone == []


LEAST = {
    "partnership": {"code": "E06999991", "name": "Sampleton", "force": "Sampleshire"},
    "evidence": {"recorded_crime": "police_uk"},
}


def shown_settings() -> list[str]:
    """Every piece of settings that a paper shows, as YAML."""
    fenced = re.compile(r"^( *)```yaml\n(.*?)^ *```$", re.M | re.S)
    return [
        textwrap.dedent(text)
        for path in PAPERS
        for _, text in fenced.findall(path.read_text("utf-8"))
    ]


def test_settings_shown_in_the_papers_are_accepted() -> None:
    shown = shown_settings()
    assert len(shown) >= 4
    for text in shown:
        parts = yaml.safe_load(text)
        evidence = LEAST["evidence"] | parts.get("evidence", {})
        Settings.model_validate(LEAST | parts | {"evidence": evidence})


def test_every_reference_table_is_in_the_data_log() -> None:
    text = (ROOT / "docs" / "aqa" / "data_log.md").read_text("utf-8")
    assert [name for name in table_names() if f"`{name}`" not in text] == []


def test_the_papers_name_no_machine() -> None:
    private = re.compile(r"(?<![\w/.])/(?:work|tmp|home|root|opt)/")
    # the page of bad input quotes what is said of a path that leads out of an archive
    papers = [name for name in named(PAPERS) if not name.endswith("bad_input.md")]
    assert [name for name in papers if private.search((ROOT / name).read_text("utf-8"))] == []


def test_apostrophes_in_what_is_printed_are_of_one_kind() -> None:
    # written straight and set by render/apostrophes.py as printers do; quotation marks may be curly
    curly = re.compile(r"\w’s\b|\ws’ (?!of the workbook)\w")
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in sorted((ROOT / "src").rglob("*.py"))
        for line in path.read_text("utf-8").splitlines()
        if curly.search(line) and "‘" not in line and "apostrophes" not in path.name
    ]
    assert found == []
