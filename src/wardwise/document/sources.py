"""What each source is called in print."""

from __future__ import annotations

from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.domain.period import Period


NAMES = {
    "police_uk": "data.police.uk street-level crime records",
    "area_counts": "data.police.uk counts by LSOA and month",
    "ons_csp_tables": "Office for National Statistics, police force area data tables",
    "home_office_prc": "Home Office police recorded crime open data",
    "home_office_outcomes": "Home Office outcomes of recorded crime, open data",
    "census_2021": "Office for National Statistics, Census 2021",
    "imd_2019": "Ministry of Housing, Communities and Local Government, English indices 2019",
    "ons_geography": "Office for National Statistics, geographies and lookups",
    "mid_2020": "Office for National Statistics, mid-2020 population estimates",
    "context": "Context indicators, each from its publisher",
    "imd_2025": "Ministry of Housing, Communities and Local Government, English indices 2025",
    "partner:recorded_crime": "The police force's extract of recorded crime",
    "partner:victims": "The police force's extract of victims",
    "partner:suspects": "The police force's extract of suspects",
    "partner:offenders": "The police force's extract of proved offenders",
    "partner:relationships": "The police force's extract of how victims know suspects",
    "partner:outcomes": "The police force's extract of outcomes",
    "partner:police_incidents": "The police force's log of incidents",
    "partner:survey_replies": "The partnership's survey of residents",
    "partner:fires": "The fire and rescue service's record of fires",
    "partner:council_asb": "The council's record of anti-social behaviour",
    "partner:environmental_crime": "The council's record of environmental crime",
    "partner:racial_incidents": "The council's record of racial incidents",
    "partner:exclusions": "The council's record of school exclusions",
    "partner:collisions": "The council's record of road traffic collisions",
    "partner:hospital_admissions": "The integrated care board's count of hospital admissions",
    "partner:hospital_domestic_abuse": "The integrated care board's count of admissions in respect "
    "of domestic abuse",
    "partner:ambulance_calls": "The ambulance service's log of calls to crime and disorder",
    "partner:ed_assaults": "The emergency department's record of assaults",
    "partner:treatment": "The treatment provider's return on drug and alcohol treatment",
    "partner:drug_tests": "The police force's return on drug tests on arrest",
    "partner:youth_justice": "The youth justice service's return",
    "partner:probation": "The Probation Service's return on caseload and reoffending",
    "partner:marac": "The return of the domestic abuse conferences (MARAC)",
}

SEARCHES = {"police_uk": "data.police.uk stop and search records"}
"""Source → its records of searches, where these are apart from those of crime."""

WHOLE_ARCHIVES = {"police_uk": "data.police.uk records of crime, outcomes and stop and search"}
"""Source → all that its files hold, where they hold records of several kinds."""

OFFENCES = "offences"
INCIDENTS = "incidents"
COUNTED = {
    "partner:police_incidents": INCIDENTS,
    "partner:council_asb": "cases",
    "partner:fires": "fires",
    "partner:collisions": "collisions",
    "partner:hospital_admissions": "admissions",
    "partner:hospital_domestic_abuse": "admissions",
    "partner:ambulance_calls": "calls",
    "partner:ed_assaults": "attendances",
}
"""Source → what it counts, where that is not offences."""


def counted_in(source: str, offence: str | None = None) -> str:
    """What a source counts, in the plural; anti-social behaviour is incidents and no offences."""
    other = INCIDENTS if offence == ANTI_SOCIAL_BEHAVIOUR else OFFENCES
    return COUNTED.get(source, other)


def source_line(source: str, period: Period | None = None) -> str:
    """``data.police.uk …, May 2023 to April 2024``."""
    name = NAMES.get(source, source)
    return f"{name}, {period.label}" if period else name


def files_line(source: str) -> str:
    """What a source is called where its files are told of, and not one kind of record."""
    return WHOLE_ARCHIVES.get(source, NAMES.get(source, source))


def searches_line(source: str, period: Period) -> str:
    """The same where searches are counted, which are in files of their own."""
    return f"{SEARCHES.get(source, NAMES.get(source, source))}, {period.label}"
