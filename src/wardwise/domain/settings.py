"""One partnership's settings: what it is, which evidence, which choices. Checked on load."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    StrictBool,
    StrictInt,
    Tag,
    model_validator,
)

from wardwise.domain.period import Month
from wardwise.domain.settings_of_calendar import CalendarSettings
from wardwise.domain.settings_of_initiatives import InitiativeSettings
from wardwise.domain.settings_of_partners import PartnerFileSettings, PeopleSettings, SupplySettings
from wardwise.domain.settings_of_places import (
    HighImpactSettings,
    VulnerabilitySettings,
    WardFlagSettings,
    each_once,
)
from wardwise.domain.settings_part import Day, MonthText, Part, Text, month_text


__all__ = [
    "CalendarSettings",
    "InitiativeSettings",
    "MonthText",
    "PartnerFileSettings",
    "PeopleSettings",
    "Settings",
    "SupplySettings",
    "Text",
]


def _code(text: str) -> str:
    if not re.fullmatch(r"[A-Z]\d{8}", text):
        raise ValueError("a government code: one capital letter and eight digits, like E08000027")
    return text


def _latest_or_month(text: str) -> str:
    try:
        return text if text == "latest" else month_text(text)
    except ValueError:
        raise ValueError("'latest', or a month as YYYY-MM, like 2024-03") from None


def _none(value: object) -> object:
    """``none`` in words is how a person says that there is no such evidence."""
    return None if value == "none" else value


def _told_apart(found: tuple[InitiativeSettings, ...]) -> tuple[InitiativeSettings, ...]:
    names = [one.slug for one in found]
    twice = next(
        (one for one, name in zip(found, names, strict=True) if names.count(name) > 1), None
    )
    if twice is not None:
        raise ValueError(f"a name of its own for each, and '{twice.name}' is there twice")
    return found


Code = Annotated[str, AfterValidator(_code)]
RecordSource = Annotated[Literal["police_uk"] | None, BeforeValidator(_none)]


class PartnershipSettings(Part):
    """Who the assessment is for: a district's code, or a partnership's where it has several."""

    code: Code
    name: Text
    force: Text


class EvidenceSettings(Part):
    """Which source each kind of evidence comes from. No figure mixes two."""

    recorded_crime: Literal["police_uk", "area_counts"]
    outcomes: RecordSource = None
    stop_and_search: RecordSource = None
    official: Annotated[Literal["ons_csp_tables"] | None, BeforeValidator(_none)] = "ons_csp_tables"
    force_totals: Annotated[Literal["home_office_prc"] | None, BeforeValidator(_none)] = (
        "home_office_prc"
    )
    context: Annotated[tuple[Text, ...], AfterValidator(each_once)] = ()


class PopulationSettings(Part):
    """Which residents and households rates are worked on, and which deprivation index leads."""

    source: Literal["census_2021"] = "census_2021"
    year: StrictInt = 2021
    deprivation: Literal["imd_2019", "imd_2025"] = "imd_2025"

    @model_validator(mode="after")
    def _year_of_the_source(self) -> Self:
        if self.year != 2021:
            raise ValueError("the year 2021, because census_2021 counted people in March 2021")
        return self


class PeriodSettings(Part):
    """The last month of the assessment's year; ``latest`` is asked of each source."""

    year_ends: Annotated[str, AfterValidator(_latest_or_month)] = "latest"

    @property
    def last_month(self) -> Month | None:
        """The month, or None for the latest that the source holds."""
        return None if self.year_ends == "latest" else Month.parse(self.year_ends)


class OfficialMostSimilar(Part):
    """A published list of most similar partnerships, which replaces the computed one."""

    codes: Annotated[tuple[Code, ...], Field(min_length=1), AfterValidator(each_once)]
    source: Text
    date: Day


def _kind_of_list(value: object) -> str:
    return "computed" if isinstance(value, str) else "official"


class ComparatorSettings(Part):
    """Which partnerships ours is set beside."""

    most_similar: Annotated[
        Annotated[Literal["computed"], Tag("computed")]
        | Annotated[OfficialMostSimilar, Tag("official")],
        Discriminator(_kind_of_list),
    ] = "computed"
    count: Annotated[StrictInt, Field(ge=3, le=50)] = 15


class OwnAreaSettings(Part):
    """An area of the partnership's own: a list of LSOAs, or a file with one or more outlines."""

    name: Text
    lsoas: Annotated[tuple[Code, ...], AfterValidator(each_once)] = ()
    file: Text | None = None
    name_column: Text | None = None

    @model_validator(mode="after")
    def _one_way_only(self) -> Self:
        if bool(self.lsoas) == bool(self.file):
            raise ValueError("either 'lsoas' (a list of codes) or 'file' (GeoJSON or GeoPackage)")
        return self


class PlaceSettings(Part):
    """Wards that were commissioned, own and high-impact areas, how vulnerable ones are found."""

    commissioned: Annotated[tuple[Text, ...], AfterValidator(each_once)] = ()
    own_areas: tuple[OwnAreaSettings, ...] = ()
    high_impact: HighImpactSettings = HighImpactSettings()
    vulnerability: VulnerabilitySettings = VulnerabilitySettings()
    ward_flags: WardFlagSettings = WardFlagSettings()


class PriorityOverride(Part):
    """People decided otherwise than the proposal. The reason is printed."""

    candidate: Text
    propose: StrictBool
    reason: Text


class PrioritySettings(Part):
    """How many priorities to propose, and where people have decided."""

    count: Annotated[StrictInt, Field(ge=1, le=20)] = 5
    overrides: tuple[PriorityOverride, ...] = ()


class ThreatSettings(Part):
    """Weights by factor (the rest are in the reference table) and how they are shaken."""

    weights: Mapping[str, Annotated[float, Field(ge=0, le=100)]] = Field(default_factory=dict)
    draws: Annotated[StrictInt, Field(ge=100, le=1_000_000)] = 10_000
    weights_vary_percent: Annotated[float, Field(ge=0, le=100)] = 25.0


class MeasureSettings(Part):
    """Switches of the measures. Unit of levels and ages: in the name."""

    screen_moving_ranges: StrictBool = True
    rebase_at_breaks: StrictBool = True
    confidence_percent: Annotated[float, Field(gt=50, lt=100)] = 95.0
    small_area_confidence_percent: Annotated[float, Field(gt=50, lt=100)] = 99.8
    outcomes_age_months: Annotated[StrictInt, Field(ge=0, le=60)] = 6


class SeriesBreak(Part):
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


class RecordingRate(Part):
    """What share of reported crime was recorded before a month and from it on, by inspection.

    ``offences`` are groups as the source names them; none named means all recorded crime.
    """

    month: MonthText
    before_percent: Annotated[float, Field(gt=0, le=100)]
    after_percent: Annotated[float, Field(gt=0, le=100)]
    source: Text
    offences: tuple[Text, ...] = ()


class DocumentSettings(Part):
    """What is printed on the cover and every page, and the partnership's own sentences."""

    title: Text | None = None
    marking: Annotated[str, Field(min_length=1, max_length=60)] = "OFFICIAL"
    prepared_by: str = ""
    statements: Mapping[str, Text] = Field(default_factory=dict)


class PlanSettings(Part):
    """Last year's plan: ``last`` names its file, beside the settings or in a data folder."""

    last: Text | None = None


class Settings(Part):
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
    definitions: Annotated[tuple[Text, ...], AfterValidator(each_once)] = ()
    series_breaks: tuple[SeriesBreak, ...] = ()
    recording_rates: tuple[RecordingRate, ...] = ()
    partner_files: tuple[PartnerFileSettings, ...] = ()
    initiatives: Annotated[tuple[InitiativeSettings, ...], AfterValidator(_told_apart)] = ()
    supply: SupplySettings = SupplySettings()
    calendar: CalendarSettings = CalendarSettings()
    people: PeopleSettings = PeopleSettings()
    plan: PlanSettings = PlanSettings()
    document: DocumentSettings = DocumentSettings()
    seed: Annotated[StrictInt, Field(ge=0)] = 20241101
