"""The replies to a survey's questions, and the lists that recipes ask of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from wardwise.domain.marking import highest_marking
from wardwise.domain.survey import QuestionAsked
from wardwise.evidence.questions.partners import IN_FILE_ORDER
from wardwise.evidence.tables import Tables, records, rows


SEX = {"F": "Women", "M": "Men"}
ANYBODY = "everybody"


def survey(tables: Tables) -> dict[str, QuestionAsked]:
    """Each question that is answered, by its text."""
    if "partner_reply" not in tables:
        return {}
    table = tables["partner_reply"]
    asked = table.filter(table.used, table.answer.notnull()).select("question").distinct()
    files = tables["partner_file"]
    own = records(files.filter(files.dataset == "survey_replies"))
    marking = highest_marking([str(file["marking"]) for file in own])
    found = sorted(str(row["question"]) for row in records(asked))
    return {question: _question(tables, question, marking) for question in found}


def _question(tables: Tables, question: str, marking: str) -> QuestionAsked:
    frame = _replies(tables, question)
    days = frame["replied_on"].dropna()
    return QuestionAsked(
        question=question,
        answers=tuple(str(one) for one in frame["answer"]),
        weights=frame["weight"].to_numpy(dtype=float),
        groups={by: tuple(frame[by]) for by in ("sex", "age band")},
        first_day=str(days.min()) if len(days) else "",
        last_day=str(days.max()) if len(days) else "",
        marking=marking,
        wards=tuple(frame["ward"]),
    )


def _replies(tables: Tables, question: str) -> pd.DataFrame:
    """Answered replies in the order of the file; one without a weight counts as one."""
    table = tables["partner_reply"]
    own = table.filter(table.used, table.question == question, table.answer.notnull())
    frame = rows(own.order_by(*IN_FILE_ORDER))
    frame["weight"] = frame["weight"].fillna(1.0)
    frame["ward"] = frame["ward_code"].fillna("")
    frame["sex"] = frame["sex"].map(SEX).fillna("")
    frame["age band"] = [
        _band(low, high) for low, high in zip(frame["age_low"], frame["age_high"], strict=True)
    ]
    return frame


def _band(low: Any, high: Any) -> str:
    if pd.isna(low):
        return ""
    return f"{int(low)} and over" if pd.isna(high) else f"{int(low)} to {int(high)}"


def _of_group(tables: Tables, question: str, by: str, group: str) -> pd.DataFrame:
    frame = _replies(tables, question)
    return frame if by == ANYBODY else frame[frame[by] == group]


def _weights(tables: Tables, *, question: str, by: str, group: str) -> list[float]:
    return [float(one) for one in _of_group(tables, question, by, group)["weight"]]


def _marks(tables: Tables, *, question: str, by: str, group: str, answers: list[str]) -> list[bool]:
    return [one in answers for one in _of_group(tables, question, by, group)["answer"]]


def _weights_of_wards(tables: Tables, *, question: str, wards: list[str]) -> list[list[float]]:
    by_ward = _replies(tables, question).groupby("ward")["weight"]
    return [[float(one) for one in by_ward.get_group(ward)] for ward in wards]


def _marks_of_wards(
    tables: Tables, *, question: str, wards: list[str], answers: list[str]
) -> list[list[bool]]:
    by_ward = _replies(tables, question).groupby("ward")["answer"]
    return [[one in answers for one in by_ward.get_group(ward)] for ward in wards]


def _replied_in(tables: Tables, *, question: str, ward: str) -> int:
    return int((_replies(tables, question)["ward"] == ward).sum())


def _replied(tables: Tables, *, question: str) -> int:
    return len(_replies(tables, question))


SURVEY_SERIES: Mapping[str, Callable[..., Any]] = {
    "survey_weights": _weights,
    "survey_marks": _marks,
    "survey_replies_to": _replied,
    "survey_replies_in": _replied_in,
    "survey_weights_of_wards": _weights_of_wards,
    "survey_marks_of_wards": _marks_of_wards,
}
