"""Replies to a survey: one column a question becomes one row a reply and question."""

from __future__ import annotations

import pyarrow as pa

from wardwise.domain.errors import MappingError
from wardwise.domain.mapping import ColumnMapping
from wardwise.sources.partner_files.age_bands import age_bands
from wardwise.sources.partner_files.cells import text_of
from wardwise.sources.partner_files.extract import Extract
from wardwise.sources.partner_files.locate import home
from wardwise.sources.partner_files.moments import day_text
from wardwise.sources.partner_files.records import tidy_table


def read_replies(extract: Extract) -> pa.Table:
    """The tidy table ``partner_reply``. A reply's row is that of the file, once a question."""
    if not extract.part.questions:
        raise MappingError(
            f"{extract.asked.mapping}: datasets.{extract.dataset.name} has no 'questions': column"
            " → question. Add them."
        )
    low, high = age_bands(extract)
    about = {
        "replied_on": day_text(extract.moments("replied_on").at),
        "ward_code": _ward(extract),
        "age_low": low,
        "age_high": high,
        "sex": extract.plain("sex"),
        "ethnicity": extract.plain("ethnicity"),
        "weight": extract.plain("weight"),
    }
    extract.put_repeats_aside()
    parts = []
    for column, question in extract.part.questions.items():
        kept = ColumnMapping(column=(column,), otherwise="keep")
        answers = extract.codes(question, text_of(extract.raw, kept), kept)
        for reason, where in answers.faults().items():
            extract.account.fault(where, field=question, reason=reason)
        asked = pa.repeat(pa.scalar(question), extract.rows)
        values = {**about, "question": asked, "answer": answers.values}
        parts.append(tidy_table("partner_reply", extract, values))
    return pa.concat_tables(parts)


def _ward(extract: Extract) -> pa.Array:
    columns = {"home_ward": extract.columns["ward"]} if extract.has("ward") else {}
    _, ward = home(extract.raw, columns, areas=extract.door.areas, account=extract.account)
    return ward
