"""What the engine tells a command line to do, told to somebody at a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from wardwise_web.evidence.engine_words import HERE, for_a_page
from wardwise_web.evidence.runs import EngineRefused, check_data_folders, propose_settings


ENGINE = Path(__file__).resolve().parents[3] / "wardwise"


def test_every_sentence_is_still_the_engines():
    code = "".join(
        path.read_text("utf-8").replace('"\n    " ', " ")
        for room in ("sources", "pipeline")
        for path in (ENGINE / room).rglob("*.py")
    )
    assert [there for there in HERE if there not in code] == []


def test_nobody_at_a_page_is_sent_to_a_command_line(tmp_path):
    (tmp_path / "ons").mkdir()
    with pytest.raises(EngineRefused, match="Point at the folder that holds it"):
        propose_settings("E06000032", [tmp_path])
    with pytest.raises(EngineRefused, match="Point at the folder that holds those"):
        check_data_folders([tmp_path / "ons"])


def test_what_is_not_known_stays_as_it_is():
    assert for_a_page("partnership.code: Change it.") == "partnership.code: Change it."
