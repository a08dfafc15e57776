"""What a dataset may hold: its fields, from the reference tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from wardwise.domain.errors import SettingsError
from wardwise.reference.load import load_table


@dataclass(frozen=True)
class Field:
    """A field of a dataset: how it is read, whether it must be there, what it gives away."""

    name: str
    kind: str
    required: str
    identifies: str
    also_called: tuple[str, ...]
    note: str

    @property
    def is_open(self) -> bool:
        """Whether a value of it may be shown in a message."""
        return self.identifies == "no" and self.kind != "text"


@dataclass(frozen=True)
class Dataset:
    """A dataset that partners supply."""

    name: str
    title: str
    supplier: str
    prescribed: str | None
    unit: str
    is_person_linked: bool
    fields: tuple[Field, ...]

    @property
    def source(self) -> str:
        """Its id among the sources."""
        return f"partner:{self.name}"

    def field(self, name: str) -> Field:
        """The field of that name, which there is."""
        return next(field for field in self.fields if field.name == name)

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """Names of the fields of a kind, in order."""
        return tuple(field.name for field in self.fields if field.kind == kind)


@cache
def datasets() -> dict[str, Dataset]:
    """Every dataset by name."""
    fields: dict[str, list[Field]] = {}
    for row in load_table("partner_fields").rows:
        fields.setdefault(str(row["dataset"]), []).append(
            Field(
                name=str(row["field"]),
                kind=str(row["kind"]),
                required=str(row["required"]),
                identifies=str(row["identifies"]),
                also_called=tuple(str(row["also_called"]).split("; ")),
                note=str(row["note"]),
            )
        )
    return {
        str(row["dataset"]): Dataset(
            name=str(row["dataset"]),
            title=str(row["title"]),
            supplier=str(row["supplier"]),
            prescribed=str(row["prescribed"]) if row["prescribed"] else None,
            unit=str(row["unit"]),
            is_person_linked=bool(row["person_linked"]),
            fields=tuple(fields[str(row["dataset"])]),
        )
        for row in load_table("partner_datasets").rows
    }


def dataset_named(name: str) -> Dataset:
    """The dataset of that name; SettingsError if there is none."""
    if name not in datasets():
        raise SettingsError(
            f"partner_files: there is no dataset '{name}'. There are: {', '.join(datasets())}."
        )
    return datasets()[name]
