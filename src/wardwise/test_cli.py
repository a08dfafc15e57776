"""Arguments, exit codes, and what is said where."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sample_folder import SAMPLETON, sample_folder
from wardwise import __version__
from wardwise.cli import beginnings, main, parser
from wardwise.measures import MEASURES
from wardwise.pipeline.reference_pages import pages, write_reference_pages
from wardwise.reference.load import table_names
from wardwise.terminal import telling


COMMANDS = {
    "assess",
    "check",
    "explain",
    "new-partnership",
    "fetch",
    "demo",
    "new-chapter",
    "docs",
    "map",
    "new-secret",
    "records",
    "supply",
    "erase",
    "measure",
    "card",
    "serve",
}


def commands() -> Iterator[str]:
    """Every command of the parser."""
    for action in parser()._actions:
        yield from getattr(action, "choices", None) or ()


def test_every_command_is_there_with_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert set(commands()) == COMMANDS
    for name in COMMANDS:
        with pytest.raises(SystemExit) as stopped:
            main([name, "--help"])
        assert stopped.value.code == 0
        assert "usage: wardwise" in capsys.readouterr().out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize(
    "given",
    [
        [],
        ["assess"],
        ["unheard-of"],
        ["check", "a.yaml"],
        ["explain", "out"],
        ["explain", "out", "F-1", "--all"],
    ],
)
def test_a_command_given_wrongly_does_nothing_and_exits_with_two(given: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(given)
    assert stopped.value.code == 2


def test_a_fault_is_one_sentence_on_the_error_stream(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.yaml").write_text("partnership: [1, 2]")
    code = main(["check", str(tmp_path / "bad.yaml"), "--data", str(tmp_path)])
    told = capsys.readouterr()
    assert code == 13
    assert told.out == ""
    assert told.err.startswith("wardwise: bad.yaml")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (["explain", "{}", "F-1"], 19),
        (["explain", "{}", "--all"], 19),
        (["new-chapter", "Not A Name"], 13),
        (["assess", "{}/none.yaml", "--data", "{}", "--out", "{}/out"], 13),
        (["new-partnership", "E06999991", "--data", "{}/none"], 16),
        (["fetch", "unheard-of", "--to", "{}"], 13),
    ],
)
def test_each_kind_of_fault_has_its_exit_code(
    tmp_path: Path, given: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([one.replace("{}", str(tmp_path)) for one in given]) == code
    told = capsys.readouterr().err
    assert told.startswith("wardwise: ")
    assert "Traceback" not in told


def test_settings_are_printed_to_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = sample_folder(tmp_path)
    assert main(["new-partnership", SAMPLETON, "--data", str(data)]) == 0
    assert "name: Sampleton" in capsys.readouterr().out


def test_reference_pages_are_written_where_one_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["docs", str(tmp_path / "reference")]) == 0
    assert "pages are in" in capsys.readouterr().out
    assert (tmp_path / "reference" / "exit_codes.md").is_file()


def test_a_run_stopped_from_the_keyboard_says_that_the_last_one_stands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(beginnings, "_run_demo", stopped)
    assert main(["demo"]) == 130
    assert "The last good run stands" in capsys.readouterr().err


def test_progress_is_quiet_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    assert not sys.stderr.isatty()
    with telling() as tell:
        tell("Reading the evidence")
    told = capsys.readouterr()
    assert told.out == told.err == ""


def test_progress_is_shown_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with telling() as tell:
        tell("Reading the evidence")
    assert "Reading the evidence" in capsys.readouterr().err


def test_reference_pages_list_every_command_code_table_and_measure(tmp_path: Path) -> None:
    told = write_reference_pages(tmp_path / "reference", parser=parser())
    made = pages(parser())
    assert told.startswith(f"{len(made)} pages")
    for name, text in made.items():
        assert (tmp_path / "reference" / name).read_text("utf-8") == text
    assert "## new-partnership" in made["command_line.md"]
    assert all(f"`{name}`" in made["measures.md"] for name in MEASURES)
    assert all(f"## {name}\n" in made["reference_tables.md"] for name in table_names())
    assert "| `lsoa_code` | string | yes |" in made["data_dictionary.md"]
