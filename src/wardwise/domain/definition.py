"""What counts as a kind of crime: codes and flags, from when, by whose word."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from wardwise.domain.version_number import VersionNumber


def _offence_code(text: str) -> str:
    if not re.fullmatch(r"\d{1,3}(\.\d{1,2})?[A-Z]?", text):
        raise ValueError("a Home Office offence code, like 28E, 8N or 4.10")
    return text


Text = Annotated[str, Field(min_length=1, max_length=2000)]
Code = Annotated[str, AfterValidator(_offence_code)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class DefinitionPart(_Part):
    """One kind of crime inside a definition: any of the codes, and any of the flags.

    Where both are given both are needed. ``begins`` and ``ends`` are days, both included.
    """

    name: Text
    codes: tuple[Code, ...] = ()
    flags: tuple[Text, ...] = ()
    begins: datetime.date | None = None
    ends: datetime.date | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.codes and not self.flags:
            raise ValueError("codes, flags or both")
        if self.begins and self.ends and self.begins > self.ends:
            raise ValueError("a day of beginning before the day of the end")
        return self


class Definition(_Part):
    """A named set of crimes: a crime is in it where it is in any part, and counts once."""

    definition: Text
    title: Text
    version: VersionNumber
    owner: Text
    begins: datetime.date
    ends: datetime.date | None = None
    source: Text
    note: str = ""
    parts: Annotated[tuple[DefinitionPart, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _names_once(self) -> Self:
        names = [part.name for part in self.parts]
        if len(set(names)) < len(names):
            raise ValueError("each part's name once")
        return self


@dataclass(frozen=True)
class DefinitionHeld:
    """A definition in force, and the file that it is from; none where it ships with us."""

    definition: Definition
    file: str = ""
