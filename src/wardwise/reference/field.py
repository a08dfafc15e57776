"""One column of a reference table: its type, its unit, what it may hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wardwise.domain.errors import ReferenceDataError


Cell = str | int | float | bool | None
TYPES = ("string", "integer", "number", "boolean")


@dataclass(frozen=True)
class Field:
    """A column as the sidecar describes it. Several values in a cell are parted by ``; ``."""

    name: str
    type: str
    about: str
    unit: str | None = None
    required: bool = True
    allowed: tuple[str, ...] = ()

    @classmethod
    def parse(cls, table: str, name: str, described: Mapping[str, object]) -> Field:
        """From the sidecar's words."""
        kind, allowed = str(described.get("type", "string")), described.get("allowed")
        if kind not in TYPES:
            raise ReferenceDataError(
                f"reference/{table}.yaml, fields.{name}.type: found '{kind}', expected one of "
                f"{', '.join(TYPES)}. Change it."
            )
        return cls(
            name=name,
            type=kind,
            about=str(described.get("about", "")),
            unit=str(described["unit"]) if "unit" in described else None,
            required=bool(described.get("required", True)),
            allowed=tuple(map(str, allowed)) if isinstance(allowed, list) else (),
        )

    def read(self, cell: str, *, where: str) -> Cell:
        """The cell's value, None where it is empty and may be."""
        if cell == "":
            if self.required:
                raise self._refused(where, "nothing", "a value")
            return None
        if self.allowed and cell not in self.allowed:
            raise self._refused(where, f"'{cell}'", f"one of {', '.join(self.allowed)}")
        return self._converted(cell, where)

    def _converted(self, cell: str, where: str) -> Cell:
        if self.type == "string":
            return cell
        if self.type == "boolean":
            if cell not in {"yes", "no"}:
                raise self._refused(where, f"'{cell}'", "yes or no")
            return cell == "yes"
        try:
            return int(cell) if self.type == "integer" else float(cell)
        except ValueError:
            raise self._refused(where, f"'{cell}'", f"a {self.type}") from None

    def _refused(self, where: str, found: str, expected: str) -> ReferenceDataError:
        return ReferenceDataError(
            f"{where}, column '{self.name}': found {found}, expected {expected}. Correct the cell."
        )
