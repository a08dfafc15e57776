"""What linkage compares of a person: held in memory while files are read, and nowhere else."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from wardwise.domain.errors import SettingsError
from wardwise.domain.mapping import ColumnMapping, LinkageColumns
from wardwise.sources.partner_files.cells import text_of
from wardwise.sources.partner_files.extract import Extract
from wardwise.sources.partner_files.keys import normalised
from wardwise.sources.partner_files.moments import read_moments


COMPARED = ("surname", "forename", "born_on", "sex", "home_lsoa")
"""Columns of a record, in the order in which they are said."""
NOT_A_LETTER = r"[^\p{L}]"
"""Hyphens, apostrophes and blanks in a name are written in one file and not in another."""


def linkage_records(extract: Extract, rows: pa.Table) -> pd.DataFrame:
    """Columns of ``COMPARED``, None where not given, by position of the row; rows in use alone.

    ``rows`` are the tidy rows of the extract, whose sex and home are already areas and codes.
    """
    columns = extract.part.linkage
    if columns is None or extract.dataset.unit != "person":
        raise SettingsError(
            f"partner_files: {extract.asked.file} has 'linkage: true', and its mapping does not"
            " say which columns hold the name and the date of birth of people. Add 'linkage' to"
            f" the dataset {extract.dataset.name} of the mapping, or take it out of the settings."
        )
    surname, forename = _names(extract, columns)
    frame = pd.DataFrame(
        {
            "surname": surname.to_pandas(),
            "forename": forename.to_pandas(),
            "born_on": _born(extract, columns),
            "sex": rows["sex"].to_pandas(),
            "home_lsoa": rows["home_lsoa"].to_pandas(),
        }
    )
    used: pd.DataFrame = frame[rows["used"].to_numpy()]
    return used.astype(object).where(used.notna(), None)


def _names(extract: Extract, columns: LinkageColumns) -> tuple[pa.Array, pa.Array]:
    """Surname and forenames in letters alone; of a whole name the first word is the surname."""
    if columns.name:
        whole = normalised(text_of(extract.raw, columns.name))
        surname = pc.replace_substring_regex(whole, r"[ ,].*$", "")
        forename = pc.replace_substring_regex(whole, r"^[^ ,]*[ ,]*", "")
        return _letters(surname), _letters(forename)
    return _named(extract, columns.surname), _named(extract, columns.forename)


def _named(extract: Extract, column: ColumnMapping | None) -> pa.Array:
    if column is None:
        return pa.nulls(extract.rows, pa.string())
    return _letters(normalised(text_of(extract.raw, column)))


def _letters(text: pa.Array) -> pa.Array:
    letters = pc.replace_substring_regex(text, NOT_A_LETTER, "")
    return pc.if_else(pc.equal(letters, ""), pa.scalar(None, pa.string()), letters)


def _born(extract: Extract, columns: LinkageColumns) -> pd.Series:
    if columns.born_on is None:
        return pd.Series([None] * extract.rows, dtype=object)
    found = read_moments(
        text_of(extract.raw, columns.born_on), columns.born_on, times=extract.part.times
    )
    days = pd.Series(found.at.astype("datetime64[D]").astype(str))
    return days.where(pd.Series(found.known), None)
