"""What the settings say of partners' files: each file, the asking for them, and the people."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StrictBool, StrictFloat, StrictInt

from wardwise.domain.settings_part import Day, Part, Text


def _keep_originals(value: object) -> object:
    """YAML reads a bare ``no`` as false."""
    return "no" if value is False else value


class PartnerFileSettings(Part):
    """A partner's file: what it is, how it is read, and the law that it came under.

    Controller, gateway, purpose, retention date and marking are obligatory; the reader
    refuses a file without them with an exit code of its own. ``linkage`` compares the people of
    this file with those of every other file that has it, by name, birth, sex and home.
    """

    dataset: Text
    file: Text
    mapping: Text
    supplier: Text
    received_on: Day
    controller: Text | None = None
    gateway: Text | None = None
    purpose: Text | None = None
    retain_until: Day | None = None
    marking: Text | None = None
    asked: Text | None = None
    free_text: tuple[Text, ...] = ()
    linkage: StrictBool = False


class AskedSettings(Part):
    """Who was asked for a dataset, on which day, and what they said."""

    dataset: Text
    whom: Text
    on: Day
    answer: Text | None = None


class SupplySettings(Part):
    """The partnership's own record of asking for what partners have to supply."""

    asked: tuple[AskedSettings, ...] = ()


class PeopleSettings(Part):
    """The secret that turns people into keys, what is kept of the originals, what is printed.

    ``least_count`` is the fewest people that a printed group may have; 0 is always shown.
    ``linkage_threshold`` is the least probability at which two records are one person.
    """

    secret_file: Text | None = None
    secret_variable: Text = "WARDWISE_SECRET"
    keep_originals: Annotated[Literal["no", "encrypted"], BeforeValidator(_keep_originals)] = "no"
    postcode_lookup: Text | None = None
    least_count: Annotated[StrictInt, Field(ge=3, le=100)] = 5
    linkage_threshold: Annotated[StrictFloat, Field(ge=0.5, lt=1)] = 0.9
