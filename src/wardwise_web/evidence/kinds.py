"""Which datasets the engine can read, from its reference table."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.reference.load import load_table
from wardwise_web.core.moves import MoveRefused


@dataclass(frozen=True)
class DatasetKind:
    """A dataset by the engine's name: what it is called, who has it, whether rows are people."""

    name: str
    title: str
    supplier: str
    is_record_level: bool


def kinds() -> tuple[DatasetKind, ...]:
    """Every dataset, in the order of the reference table."""
    return tuple(
        DatasetKind(
            str(row["dataset"]),
            str(row["title"]),
            str(row["supplier"]),
            row["person_linked"] in ("yes", True),
        )
        for row in load_table("partner_datasets").rows
    )


def kind_named(name: str) -> DatasetKind:
    """The dataset of that name."""
    found = next((one for one in kinds() if one.name == name), None)
    if found is None:
        raise MoveRefused("The engine knows no dataset of that name.")
    return found
