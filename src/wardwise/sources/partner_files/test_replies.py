"""A survey: one row of the file is one row for each question, and is counted once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.partner_folder import asked, read
from wardwise.domain.errors import MappingError


MAPPING = """\
mapping: made_up
version: 1.0.0
system: A made-up survey
file: {kind: csv}
datasets:
  survey_replies:
    columns:
      replied_on: {column: When, format: "%d/%m/%Y"}
      ward: {column: Ward}
      age_band: {column: Age}
      sex: {column: Sex}
      weight: {column: W}
    questions: QUESTIONS
"""
QUESTIONS = '{Q1: "How safe do you feel?", Q2: "What worries you?"}'
REPLIES = """When,Ward,Age,Sex,W,Q1,Q2
01/02/2024,E05000001,18-24,F,1.5,Safe,Noise
02/02/2024,E05000002,65+,M,0.8,Unsafe,a.person@example.org
03/02/2024,E05000002,65+,M,0.8,Unsafe,Noise
04/02/2024,E05000002,65+,M,0.8,Safe,Dave at number 12
"""


def _survey(folder: Path, questions: str) -> None:
    (folder / "made_up.yaml").write_text(MAPPING.replace("QUESTIONS", questions), "utf-8")
    (folder / "replies.csv").write_text(REPLIES, "utf-8")


def test_replies_by_question(tmp_path: Path) -> None:
    _survey(tmp_path, QUESTIONS)
    imported = read(tmp_path, asked("survey_replies", "replies.csv"))
    rows = imported.tables["partner_reply"].to_pylist()
    assert [(row["row"], row["question"], row["answer"]) for row in rows] == [
        (2, "How safe do you feel?", "Safe"),
        (3, "How safe do you feel?", "Unsafe"),
        (4, "How safe do you feel?", "Unsafe"),
        (5, "How safe do you feel?", "Safe"),
        (2, "What worries you?", "Noise"),
        (3, "What worries you?", None),  # it looks like a person's details
        (4, "What worries you?", "Noise"),
        (5, "What worries you?", None),  # it stands once
    ]
    assert [(row["age_low"], row["age_high"], row["weight"]) for row in rows[:2]] == [
        (18, 24, 1.5),
        (65, None, 0.8),
    ]
    (line,) = imported.tables["partner_file"].to_pylist()
    assert (line["rows_in"], line["rows_used"]) == (4, 4)
    assert (line["first_day"], line["last_day"]) == ("2024-02-01", "2024-02-04")


def test_a_survey_without_questions_is_refused(tmp_path: Path) -> None:
    _survey(tmp_path, "{}")
    with pytest.raises(MappingError, match="no 'questions'"):
        read(tmp_path, asked("survey_replies", "replies.csv"))
