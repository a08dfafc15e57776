"""A question that is put thousands of times: compiled once in each form, then put again.

A form is a question with the places of its plain words (which area, offence, months) left
open. To write a question as SQL takes ten times as long as to answer it.
"""

from __future__ import annotations

from typing import Any

import ibis
import pandas as pd

from wardwise.evidence.tables import Expression, Form, Question, Tables, number, rows


LEFT_OPEN = ("area", "offence", "first", "last", "last_month", "month")


def asked_number(tables: Tables, question: Question, **arguments: Any) -> int | float | None:
    """The question's one number; None where there is none."""
    form, words = _form(tables, question, arguments)
    if form is None:
        return number(question(tables, **arguments))
    (value,) = form.connection.execute(form.sql, words).fetchone()
    return None if value is None or pd.isna(value) else value


def asked_rows(tables: Tables, question: Question, **arguments: Any) -> pd.DataFrame:
    """The question's rows. Shape: one row per row of the answer."""
    form, words = _form(tables, question, arguments)
    if form is None:
        return rows(question(tables, **arguments))
    found: pd.DataFrame = form.connection.execute(form.sql, words).df()
    return found


def _form(
    tables: Tables, question: Question, arguments: dict[str, Any]
) -> tuple[Form | None, dict[str, str]]:
    """The form to put the question in and what to fill it with; no form on another engine."""
    words = {name: arguments[name] for name in LEFT_OPEN if isinstance(arguments.get(name), str)}
    fixed = {name: value for name, value in arguments.items() if name not in words}
    key = (question, tuple(words), repr(sorted(fixed.items())))
    if key not in tables.forms:
        open_ = {name: ibis.param("string") for name in words}
        tables.forms[key] = _compiled(question(tables, **fixed, **open_), open_)
    form = tables.forms[key]
    return form, {name: words[name] for name in form.words} if form else {}


def _compiled(expression: Expression, open_: dict[str, Any]) -> Form | None:
    engine = expression.get_backend()
    if engine.name != "duckdb":
        return None
    marks = {name: f"left open: {name}" for name in open_}
    sql = str(engine.compile(expression, params={open_[name]: marks[name] for name in marks}))
    used = tuple(name for name, mark in marks.items() if f"'{mark}'" in sql)
    for name in used:
        sql = sql.replace(f"'{marks[name]}'", f"${name}")
    return Form(sql, used, engine.con)
