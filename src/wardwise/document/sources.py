"""What each source is called in print."""

from __future__ import annotations

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
    "partner:linkage": "People of the partners’ files, linked without a common number",
    "partner:recorded_crime": "The police force’s crime extract",
    "partner:victims": "The police force’s extract of victims",
    "partner:suspects": "The police force’s extract of suspects",
    "partner:offenders": "The police force’s extract of proved offenders",
    "partner:police_incidents": "The police force’s log of incidents",
    "partner:council_asb": "The council’s cases of anti-social behaviour",
    "partner:fires": "The fire and rescue service’s record of fires",
    "partner:collisions": "The council’s record of road traffic collisions",
    "partner:hospital_admissions": "The integrated care board’s count of hospital admissions",
    "partner:drug_tests": "The police force’s return on drug tests on arrest",
    "partner:treatment": "Return on drug and alcohol treatment",
    "partner:youth_justice": "Return of the youth justice service",
    "partner:probation": "Return of the Probation Service",
    "partner:marac": "Return of the domestic abuse conferences (MARAC)",
    "imd_2025": "Ministry of Housing, Communities and Local Government, English indices 2025",
}

OFFENCES = "offences"
COUNTED = {
    "partner:police_incidents": "incidents",
    "partner:council_asb": "cases",
    "partner:fires": "fires",
    "partner:collisions": "collisions",
    "partner:hospital_admissions": "admissions",
}
"""Source → what it counts, where that is not offences."""


def counted_in(source: str) -> str:
    """What a source counts, in the plural."""
    return COUNTED.get(source, OFFENCES)


def source_line(source: str, period: Period | None = None) -> str:
    """``data.police.uk …, May 2023 to April 2024``."""
    name = NAMES.get(source, source)
    return f"{name}, {period.label}" if period else name
