"""One partnership's settings: what it is, which evidence, which choices. Checked on load."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StrictBool,
    StrictInt,
    Tag,
    model_validator,
)

from wardwise.domain.period import Month


def _code(text: str) -> str:
    if not re.fullmatch(r"[A-Z]\d{8}", text):
        raise ValueError("a government code: one capital letter and eight digits, like E08000027")
    return text


def _month(text: str) -> str:
    try:
        Month.parse(text)
    except ValueError:
        raise ValueError("a month as YYYY-MM, like 2024-03") from None
    return text


def _latest_or_month(text: str) -> str:
    try:
        return text if text == "latest" else _month(text)
    except ValueError:
        raise ValueError("'latest', or a month as YYYY-MM, like 2024-03") from None


def _none(value: object) -> object:
    """``none`` in words is how a person says that there is no such evidence."""
    return None if value == "none" else value


def _each_once(found: tuple[str, ...]) -> tuple[str, ...]:
    twice = next((one for one in found if found.count(one) > 1), None)
    if twice is not None:
        raise ValueError(f"each name once, and '{twice}' is there twice")
    return found


Text = Annotated[str, Field(min_length=1, max_length=4000)]
Code = Annotated[str, AfterValidator(_code)]
MonthText = Annotated[str, AfterValidator(_month)]
RecordSource = Annotated[Literal["police_uk"] | None, BeforeValidator(_none)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class PartnershipSettings(_Part):
    """Who the assessment is for: a district's code, or a partnership's where it has several."""

    code: Code
    name: Text
    force: Text


class EvidenceSettings(_Part):
    """Which source each kind of evidence comes from. No figure mixes two."""

    recorded_crime: Literal["police_uk", "area_counts"]
    outcomes: RecordSource = None
    stop_and_search: RecordSource = None
    official: Annotated[Literal["ons_csp_tables"] | None, BeforeValidator(_none)] = "ons_csp_tables"
    force_totals: Annotated[Literal["home_office_prc"] | None, BeforeValidator(_none)] = (
        "home_office_prc"
    )
    context: Annotated[tuple[Text, ...], AfterValidator(_each_once)] = ()


class PopulationSettings(_Part):
    """Which residents and households rates are worked on, and which deprivation index leads."""

    source: Literal["census_2021"] = "census_2021"
    year: StrictInt = 2021
    deprivation: Literal["imd_2019", "imd_2025"] = "imd_2025"

    @model_validator(mode="after")
    def _year_of_the_source(self) -> Self:
        if self.year != 2021:
            raise ValueError("the year 2021, because census_2021 counted people in March 2021")
        return self


class PeriodSettings(_Part):
    """The last month of the assessment's year; ``latest`` is asked of each source."""

    year_ends: Annotated[str, AfterValidator(_latest_or_month)] = "latest"

    @property
    def last_month(self) -> Month | None:
        """The month, or None for the latest that the source holds."""
        return None if self.year_ends == "latest" else Month.parse(self.year_ends)


class OfficialMostSimilar(_Part):
    """A published list of most similar partnerships, which replaces the computed one."""

    codes: Annotated[tuple[Code, ...], Field(min_length=1), AfterValidator(_each_once)]
    source: Text
    date: datetime.date


def _kind_of_list(value: object) -> str:
    return "computed" if isinstance(value, str) else "official"


class ComparatorSettings(_Part):
    """Which partnerships ours is set beside."""

    most_similar: Annotated[
        Annotated[Literal["computed"], Tag("computed")]
        | Annotated[OfficialMostSimilar, Tag("official")],
        Discriminator(_kind_of_list),
    ] = "computed"
    count: Annotated[StrictInt, Field(ge=3, le=50)] = 15


class OwnAreaSettings(_Part):
    """An area of the partnership's own: a list of LSOAs, or a file with one or more outlines."""

    name: Text
    lsoas: Annotated[tuple[Code, ...], AfterValidator(_each_once)] = ()
    file: Text | None = None
    name_column: Text | None = None

    @model_validator(mode="after")
    def _one_way_only(self) -> Self:
        if bool(self.lsoas) == bool(self.file):
            raise ValueError("either 'lsoas' (a list of codes) or 'file' (GeoJSON or GeoPackage)")
        return self


class PlaceSettings(_Part):
    """Wards that were commissioned (codes or names) and areas of the partnership's own."""

    commissioned: Annotated[tuple[Text, ...], AfterValidator(_each_once)] = ()
    own_areas: tuple[OwnAreaSettings, ...] = ()


class PriorityOverride(_Part):
    """People decided otherwise than the proposal. The reason is printed."""

    candidate: Text
    propose: StrictBool
    reason: Text


class PrioritySettings(_Part):
    """How many priorities to propose, and where people have decided."""

    count: Annotated[StrictInt, Field(ge=1, le=20)] = 5
    overrides: tuple[PriorityOverride, ...] = ()


class ThreatSettings(_Part):
    """Weights by factor (the rest are in the reference table) and how they are shaken."""

    weights: Mapping[str, Annotated[float, Field(ge=0, le=100)]] = Field(default_factory=dict)
    draws: Annotated[StrictInt, Field(ge=100, le=1_000_000)] = 10_000
    weights_vary_percent: Annotated[float, Field(ge=0, le=100)] = 25.0


class MeasureSettings(_Part):
    """Switches of the measures. Unit of levels and ages: in the name."""

    screen_moving_ranges: StrictBool = True
    rebase_at_breaks: StrictBool = True
    confidence_percent: Annotated[float, Field(gt=50, lt=100)] = 95.0
    small_area_confidence_percent: Annotated[float, Field(gt=50, lt=100)] = 99.8
    outcomes_age_months: Annotated[StrictInt, Field(ge=0, le=60)] = 6


class SeriesBreak(_Part):
    """From ``month`` on, counts are not made as they were. No offence named means all."""

    month: MonthText
    what: Text
    source: Text
    offences: tuple[Text, ...] = ()
    kind: Literal["counting rule", "classification", "recording practice", "system", "other"] = (
        "recording practice"
    )
    direction: Literal["up", "down", "not known"] = "not known"
    size_percent: float | None = None


class DocumentSettings(_Part):
    """What is printed on the cover and every page, and the partnership's own sentences."""

    title: Text | None = None
    marking: Annotated[str, Field(min_length=1, max_length=60)] = "OFFICIAL"
    prepared_by: str = ""
    statements: Mapping[str, Text] = Field(default_factory=dict)


def _keep_originals(value: object) -> object:
    """YAML reads a bare ``no`` as false."""
    return "no" if value is False else value


class PartnerFileSettings(_Part):
    """A partner's file: what it is, how it is read, and the law that it came under.

    Controller, gateway, purpose, retention date and marking are obligatory; the reader
    refuses a file without them with an exit code of its own.
    """

    dataset: Text
    file: Text
    mapping: Text
    supplier: Text
    received_on: datetime.date
    controller: Text | None = None
    gateway: Text | None = None
    purpose: Text | None = None
    retain_until: datetime.date | None = None
    marking: Text | None = None
    asked: Text | None = None
    free_text: tuple[Text, ...] = ()


class PeopleSettings(_Part):
    """The secret that turns people into keys, what is kept of the originals, what is printed.

    ``least_count`` is the fewest people that a printed group may have; 0 is always shown.
    """

    secret_file: Text | None = None
    secret_variable: Text = "WARDWISE_SECRET"
    keep_originals: Annotated[Literal["no", "encrypted"], BeforeValidator(_keep_originals)] = "no"
    postcode_lookup: Text | None = None
    least_count: Annotated[StrictInt, Field(ge=3, le=100)] = 5


class Settings(_Part):
    """Everything a run needs to be told."""

    partnership: PartnershipSettings
    evidence: EvidenceSettings
    population: PopulationSettings = PopulationSettings()
    period: PeriodSettings = PeriodSettings()
    comparators: ComparatorSettings = ComparatorSettings()
    places: PlaceSettings = PlaceSettings()
    priorities: PrioritySettings = PrioritySettings()
    threat: ThreatSettings = ThreatSettings()
    measures: MeasureSettings = MeasureSettings()
    series_breaks: tuple[SeriesBreak, ...] = ()
    partner_files: tuple[PartnerFileSettings, ...] = ()
    people: PeopleSettings = PeopleSettings()
    document: DocumentSettings = DocumentSettings()
    seed: Annotated[StrictInt, Field(ge=0)] = 20241101
