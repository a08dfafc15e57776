"""A disk that refuses: one sentence and an exit code, whichever command writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from wardwise.cli import main


@pytest.mark.parametrize(
    "arguments",
    [
        ("new-secret", "{}/keys/secret"),
        ("docs", "{}/docs"),
        ("demo", "--out", "{}/ex"),
        ("fetch", "ons:december2024", "--to", "{}/data"),
    ],
)
def test_a_folder_that_cannot_be_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    # a file where a folder has to be refuses everybody, the superuser too
    (tmp_path / "file").write_text("mine", "utf-8")
    assert main([one.format(tmp_path / "file") for one in arguments]) == 19
    told = capsys.readouterr().err
    assert told.startswith("wardwise: ")
    assert "cannot be read or written (" in told
    assert str(tmp_path) not in told
    assert (tmp_path / "file").read_text("utf-8") == "mine"
