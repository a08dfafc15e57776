"""How a supplier's file becomes ours: its columns, formats and codes, and nothing else.

One mapping is one supplier's system, kept as ``mappings/<name>.yaml`` and shared. It may
describe several datasets of the same file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingOf
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from wardwise.domain.date_format import check_date_format
from wardwise.domain.version_number import VersionNumber


def _one_or_several(value: object) -> object:
    """One format or column may be written without a list."""
    return (value,) if isinstance(value, str) else value


def _time(text: str) -> str:
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text):
        raise ValueError("a time as HH:MM, like 00:01")
    return text


def _encoding(value: object) -> object:
    return str(value).lower()


def _delimiter(value: object) -> object:
    return "\t" if value == "tab" else value


Text = Annotated[str, Field(min_length=1, max_length=4000)]
Column = Annotated[str, Field(min_length=1, max_length=200)]
Columns = Annotated[tuple[Column, ...], BeforeValidator(_one_or_several)]
Format = Annotated[str, AfterValidator(check_date_format)]
Formats = Annotated[tuple[Format, ...], BeforeValidator(_one_or_several)]
TimeOfDay = Annotated[str, AfterValidator(_time)]
Otherwise = Literal["set_aside", "not_known", "keep", "no", "refuse"]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FileShape(_Part):
    """What kind of file it is, said and never guessed."""

    kind: Literal["csv", "xlsx", "ods", "parquet", "zip"]
    encoding: Annotated[
        Literal["utf-8", "utf-8-sig", "cp1252", "utf-16"], BeforeValidator(_encoding)
    ] = "utf-8-sig"
    delimiter: Annotated[Literal[",", ";", "\t", "|"], BeforeValidator(_delimiter)] = ","
    header_row: Annotated[int, Field(ge=1, le=100)] = 1


class ColumnMapping(_Part):
    """Where one of our fields comes from, and what its values mean.

    Several columns are put together with a blank between them: a date and a time, or the
    parts of a person's identity. ``value`` is the same for every row.
    """

    column: Columns = ()
    value: Text | None = None
    format: Formats = ()
    codes: MappingOf[str, Text] = Field(default_factory=dict)
    yes: Annotated[tuple[str, ...], BeforeValidator(_one_or_several)] = ()
    no: Annotated[tuple[str, ...], BeforeValidator(_one_or_several)] = ()
    not_known: Annotated[tuple[str, ...], BeforeValidator(_one_or_several)] = ()
    blank: Literal["not_known", "no"] = "not_known"
    otherwise: Otherwise | None = None
    namespace: str = ""

    @model_validator(mode="after")
    def _from_somewhere(self) -> Self:
        if bool(self.column) == (self.value is not None):
            raise ValueError("either 'column' (a heading of the file) or 'value' (one for all)")
        return self


class Join(_Part):
    """Another table of the same zip, met on equal values: ``on`` is our column → theirs."""

    table: Text
    on: Annotated[
        MappingOf[str, str], BeforeValidator(lambda on: {on: on} if isinstance(on, str) else on)
    ]
    take: MappingOf[str, Column]
    several: Literal["refuse", "list"] = "refuse"

    @model_validator(mode="after")
    def _one_key(self) -> Self:
        if len(self.on) != 1:
            raise ValueError("'on' names one column of ours and one of theirs")
        return self


class Only(_Part):
    """Rows whose column holds one of these values; the others are set aside for the reason."""

    column: Column
    values: tuple[str, ...]
    reason: Text


class SomeOf(_Part):
    """Rows where at least one of the columns says something."""

    columns: Columns
    reason: Text


class Repeated(_Part):
    """What to do with a row whose columns are all as in a row before."""

    of: Columns = ()
    then: Literal["set_aside", "keep"] = "set_aside"
    reason: Text | None = None


class TimeRules(_Part):
    """Times of day that mean 'hour not known' in this system, and the clock it keeps."""

    unknown_hour: tuple[TimeOfDay, ...] = ()
    zone: Literal["local", "UTC"] = "local"


class LinkageColumns(_Part):
    """Where the names are by which people may be linked; read only where the settings ask for it.

    ``name`` is a whole name in one column, the surname first.
    """

    name: ColumnMapping | None = None
    surname: ColumnMapping | None = None
    forename: ColumnMapping | None = None
    born_on: ColumnMapping | None = None

    @model_validator(mode="after")
    def _one_way_to_the_surname(self) -> Self:
        if (self.name is None) == (self.surname is None):
            raise ValueError("either 'name' (a whole name, surname first) or 'surname'")
        return self

    @property
    def columns(self) -> tuple[str, ...]:
        """The supplier's columns."""
        given = (self.name, self.surname, self.forename, self.born_on)
        return tuple(name for one in given if one for name in one.column)


class DatasetMapping(_Part):
    """One dataset of the file: which rows, and our field → where it comes from."""

    sheet: Text | None = None
    table: Text | None = None
    joins: tuple[Join, ...] = ()
    only: tuple[Only, ...] = ()
    some_of: SomeOf | None = None
    repeated: Repeated = Repeated()
    times: TimeRules = TimeRules()
    columns: MappingOf[str, ColumnMapping]
    questions: MappingOf[Column, Text] = Field(default_factory=dict)
    linkage: LinkageColumns | None = None
    note: str = ""


class Mapping(_Part):
    """A supplier's system."""

    mapping: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    version: VersionNumber
    system: Text
    note: str = ""
    file: FileShape
    datasets: Annotated[MappingOf[str, DatasetMapping], Field(min_length=1)]

    @model_validator(mode="after")
    def _tables_are_of_a_zip(self) -> Self:
        for name, dataset in self.datasets.items():
            if (dataset.table is not None) != (self.file.kind == "zip"):
                raise ValueError(f"'table' in {name} if, and only if, the file is a zip")
        return self
