"""Settings of initiatives: what was done, where, against what it is judged, what was hoped for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StrictBool, model_validator

from wardwise.domain.settings_of_places import each_once
from wardwise.domain.settings_part import Day, Part, Text


class Role(StrEnum):
    """What an area is to an initiative, in the order in which measures take them."""

    AREA = "area"
    CONTROL = "control"
    DISPLACEMENT = "displacement"
    DISPLACEMENT_CONTROL = "displacement_control"


Names = Annotated[tuple[Text, ...], AfterValidator(each_once)]


class AreasSettings(Part):
    """Land, named in one or more ways that are put together.

    ``rest`` is all of the partnership that the initiative names in no other role. ``file`` is
    GeoJSON or GeoPackage; ``outline`` names one of several outlines in it, by ``name_column``.
    """

    name: Text | None = None
    lsoas: Names = ()
    wards: Names = ()
    own_areas: Names = ()
    file: Text | None = None
    name_column: Text | None = None
    outline: Text | None = None
    rest: StrictBool = False

    @model_validator(mode="after")
    def _somewhere(self) -> Self:
        if not (self.lsoas or self.wards or self.own_areas or self.file or self.rest):
            raise ValueError("one of 'lsoas', 'wards', 'own_areas', 'file' or 'rest: true'")
        if (self.outline or self.name_column) and not self.file:
            raise ValueError("'outline' and 'name_column' beside a 'file' that holds them")
        return self


def _a_change(percent: float) -> float:
    if percent == 0:
        raise ValueError("a change that is hoped for, like -20")
    return percent


class InitiativeSettings(Part):
    """One initiative. What is judged is set down before it starts (``wardwise card``).

    ``chosen`` is 'high' if the area was picked because it had much of the offence. Months from
    the first whole one since ``start`` to the last before ``end`` are judged.
    """

    name: Text
    offences: Annotated[tuple[Text, ...], Field(min_length=1), AfterValidator(each_once)]
    area: AreasSettings
    control: AreasSettings
    displacement: AreasSettings | None = None
    displacement_control: AreasSettings | None = None
    start: Day
    end: Day | None = None
    expected_change_percent: Annotated[float, Field(ge=-99, le=100), AfterValidator(_a_change)]
    chosen: Literal["high", "other"]
    why: Text
    cost: Annotated[float, Field(ge=0, le=1e12)] | None = None
    harm_weighted: StrictBool = False

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end is not None and self.end <= self.start:
            raise ValueError(f"an 'end' after the start, {self.start}")
        if self.displacement_control and not self.displacement:
            raise ValueError("'displacement' where there is a 'displacement_control'")
        if self.area.rest or (self.displacement and self.displacement.rest):
            raise ValueError("'rest: true' for a control alone")
        return self

    @property
    def roles(self) -> Mapping[Role, AreasSettings]:
        """What is named, in the order of the roles."""
        named = {role: getattr(self, role.value) for role in Role}
        return {role: areas for role, areas in named.items() if areas is not None}

    @property
    def slug(self) -> str:
        """The name as part of a code or of a file's name."""
        return re.sub(r"[^a-z0-9]+", "-", self.name.casefold()).strip("-")

    def area_code(self, role: Role) -> str:
        """The code under which the area of a role is kept."""
        return f"INITIATIVE-{self.slug}-{role.value.replace('_', '-')}"
