"""The table of ASVS 5.0: each number once, with a verdict, and evidence that is there."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path


ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "docs" / "security" / "asvs.md"
# Levels 1 and 2 of version 5.0.0, without chapter 17: a section and how many it has of them
SECTIONS = """
    1.1 2, 1.2 9, 1.3 11, 1.4 3, 1.5 2, 2.1 3, 2.2 3, 2.3 4, 2.4 1, 3.2 2, 3.3 4, 3.4 6, 3.5
    5, 3.7 2, 4.1 3, 4.2 1, 4.3 2, 4.4 4, 5.1 1, 5.2 3, 5.3 2, 5.4 3, 6.1 3, 6.2 12, 6.3 4,
    6.4 4, 6.5 5, 6.6 3, 6.8 4, 7.1 3, 7.2 4, 7.3 2, 7.4 5, 7.5 2, 7.6 2, 8.1 2, 8.2 3, 8.3
    1, 8.4 1, 9.1 3, 9.2 4, 10.1 2, 10.2 2, 10.3 4, 10.4 11, 10.5 5, 10.6 2, 10.7 3, 11.1 2,
    11.2 3, 11.3 3, 11.4 4, 11.5 1, 11.6 1, 12.1 3, 12.2 2, 12.3 4, 13.1 1, 13.2 5, 13.3 2,
    13.4 5, 14.1 2, 14.2 4, 14.3 3, 15.1 3, 15.2 3, 15.3 7, 16.1 1, 16.2 5, 16.3 4, 16.4 3,
    16.5 3
"""
VERDICTS = ("met", "partly", "not met", "not applicable")
LEVEL_1 = 70
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
NAMED = re.compile(r"`([\w./-]+\.\w+)`")
FOLDERS = ("docs/", "tests/", "requirements/", "SECURITY.md")


def rows():
    return ROW.findall(TABLE.read_text("utf-8"))


def test_each_requirement_is_there_once_and_in_order():
    counted = [one.split() for one in SECTIONS.split(",")]
    expected = [f"{section}.{n}" for section, many in counted for n in range(1, int(many) + 1)]
    assert [row[0] for row in rows()] == expected
    assert sum(1 for row in rows() if row[1] == "1") == LEVEL_1


def test_each_has_a_verdict_and_the_totals_are_theirs():
    counted = Counter(row[3] for row in rows())
    assert set(counted) == set(VERDICTS)
    totals = " | ".join(str(counted[verdict]) for verdict in VERDICTS)
    assert f"| {len(rows())} requirements | {totals} |" in TABLE.read_text("utf-8")
    assert f"All {len(rows())} requirements" in TABLE.read_text("utf-8")


def test_every_file_that_is_named_is_there():
    named = {path for row in rows() for path in NAMED.findall(row[4]) if "/" in path}
    base = ROOT / "src" / "wardwise_web"
    gone = [
        path
        for path in sorted(named)
        if not ((ROOT if path.startswith(FOLDERS) else base) / path).exists()
    ]
    assert len(named) > 30
    assert gone == []


def test_what_is_met_has_evidence_and_what_is_not_has_a_reason():
    assert [row[0] for row in rows() if len(row[4]) < 4] == []
    for number, _, _, verdict, evidence in rows():
        if verdict in ("partly", "not met"):
            assert re.sub(r"`[^`]*`", "", evidence).strip(" ,:;."), number
