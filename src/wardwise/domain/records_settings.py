"""Settings of a paper on record-level files alone, of a place without an English geography."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt

from wardwise.domain.area import Area, AreaKind
from wardwise.domain.settings import MeasureSettings, PartnerFileSettings, PeopleSettings, Text


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class RecordsPlaceSettings(_Part):
    """Where the records are from, in words: no code, so no residents and no neighbourhoods."""

    name: Text

    @property
    def force(self) -> str:
        """No police force of England and Wales."""
        return ""

    @property
    def area(self) -> Area:
        """The place as figures name it; its code is its name in plain letters."""
        letters = re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-")
        return Area(letters, self.name, AreaKind.PARTNERSHIP)


class RecordsDocumentSettings(_Part):
    """What is printed on the cover and every page, and what has to be known of a dataset.

    ``notes`` maps a dataset to a sentence about how its supplier makes it.
    """

    title: Text | None = None
    marking: Annotated[str, Field(min_length=1, max_length=60)] = "OFFICIAL"
    prepared_by: str = ""
    notes: Mapping[str, Text] = Field(default_factory=dict)


class RecordsSettings(_Part):
    """Everything that a run on records alone needs to be told.

    ``published``: all of it is public as it stands, so that the keys of people guard nothing
    and need no secret.
    """

    partnership: RecordsPlaceSettings
    partner_files: Annotated[tuple[PartnerFileSettings, ...], Field(min_length=1)]
    published: StrictBool = False
    people: PeopleSettings = PeopleSettings()
    measures: MeasureSettings = MeasureSettings()
    document: RecordsDocumentSettings = RecordsDocumentSettings()
    seed: Annotated[StrictInt, Field(ge=0)] = 20241101

    @property
    def as_shown(self) -> RecordsSettings:
        """With no group too small to print, where everybody can read the rows themselves."""
        if not self.published:
            return self
        people = self.people.model_copy(update={"least_count": 1})
        return self.model_copy(update={"people": people})
