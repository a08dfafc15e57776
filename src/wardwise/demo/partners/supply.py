"""Who sent what, under which law, and when: the settings of the partners' files."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from wardwise.demo.partners import (
    blue_light,
    council,
    health,
    police_crimes,
    police_people,
    returns,
    survey,
    temperatures,
)
from wardwise.domain.period import Month
from wardwise.domain.settings import PartnerFileSettings


SECRET_FILE = "exampleshire.secret"
POSTCODES = "partners/postcodes.csv"
PURPOSE = "Strategic assessment under section 6 of the Crime and Disorder Act 1998"
RETAIN_UNTIL = datetime.date(2030, 3, 31)
LATEST = datetime.date(2026, 10, 20)
LATE = {("fires", Month(2024, 12)): 61, ("ambulance_calls", Month(2024, 6)): 118,
        ("ambulance_calls", Month(2026, 6)): 112}  # fmt: skip
"""Quarters, by their last month, that came so many days after their end: 92 are allowed."""
USUAL_WAIT = 27  # days


@dataclass(frozen=True)
class Supplier:
    """An authority and its controller."""

    name: str
    controller: str


POLICE = Supplier("Midshire Police", "Chief Constable of Midshire Police")
FIRE = Supplier("Midshire Fire and Rescue Service", "Midshire Fire Authority")
COUNCIL = Supplier("Exampleshire Council", "Exampleshire Council")
HEALTH = Supplier("Exampleshire Integrated Care Board", "Exampleshire Integrated Care Board")
AMBULANCE = Supplier("Midshire Ambulance Service", "Midshire Ambulance Service NHS Trust")
HOSPITAL = Supplier("Exampleshire Infirmary", "Exampleshire Hospitals NHS Trust")
TREATMENT = Supplier("Millrace Recovery", "Exampleshire Council")
YOUTH = Supplier("Exampleshire Youth Justice Service", "Exampleshire Council")
PROBATION = Supplier("Midshire Probation", "Secretary of State for Justice")
MARAC = Supplier("Exampleshire MARAC", "Chief Constable of Midshire Police")
PARTNERSHIP = Supplier("Exampleshire community safety team", "Exampleshire Council")

_S115, _S17A, _CONSENT = "s.115", "s.17A", "other: consent of those who replied"
_SENSITIVE, _OFFICIAL = "OFFICIAL-SENSITIVE", "OFFICIAL"
# dataset, file, mapping (after 'exampleshire_'), supplier, gateway, marking
_WHOLE = (
    ("victims", police_people.VICTIMS, "police_victims", POLICE, _S115, _SENSITIVE),
    ("suspects", police_people.SUSPECTS, "police_suspects", POLICE, _S115, _SENSITIVE),
    ("offenders", police_people.OFFENDERS, "police_suspects", POLICE, _S115, _SENSITIVE),
    ("relationships", police_people.PAIRS, "police_links", POLICE, _S115, _SENSITIVE),
    ("outcomes", police_people.OUTCOMES, "police_outcomes", POLICE, _S115, _SENSITIVE),
    ("police_incidents", blue_light.INCIDENTS, "police_incidents", POLICE, _S17A, _OFFICIAL),
    ("council_asb", council.ASB_FILE, "council_asb", COUNCIL, _S17A, _OFFICIAL),
    ("environmental_crime", council.ENVIRONMENT_FILE, "council_environment", COUNCIL, _S17A,
     _OFFICIAL),
    ("racial_incidents", council.RACIAL_FILE, "council_racial", COUNCIL, _S17A, _SENSITIVE),
    ("exclusions", council.EXCLUSIONS_FILE, "council_exclusions", COUNCIL, _S17A, _SENSITIVE),
    ("collisions", council.COLLISIONS_FILE, "council_collisions", COUNCIL, _S17A, _OFFICIAL),
    ("hospital_admissions", health.ADMISSIONS_FILE, "health_admissions", HEALTH, _S17A, _SENSITIVE),
    ("hospital_domestic_abuse", health.DOMESTIC_FILE, "health_domestic", HEALTH, _S17A, _SENSITIVE),
    ("ed_assaults", health.ED_FILE, "emergency_department", HOSPITAL, _S115, _SENSITIVE),
    ("treatment", returns.FILES["treatment"], "returns", TREATMENT, _S115, _OFFICIAL),
    ("drug_tests", returns.FILES["drug_tests"], "returns", POLICE, _S115, _OFFICIAL),
    ("youth_justice", returns.FILES["youth_justice"], "returns", YOUTH, _S115, _SENSITIVE),
    ("probation", returns.FILES["probation"], "returns", PROBATION, _S115, _SENSITIVE),
    ("marac", returns.FILES["marac"], "returns", MARAC, _S115, _SENSITIVE),
    ("survey_replies", survey.FILE, "survey", PARTNERSHIP, _CONSENT, _OFFICIAL),
)  # fmt: skip


def partner_file_settings() -> tuple[PartnerFileSettings, ...]:
    """Every partner's file of Exampleshire, as the settings name it."""
    return tuple(PartnerFileSettings.model_validate(one) for one in _asked())


def partner_settings_text() -> str:
    """The same as YAML for the settings, with where the secret and the postcodes are."""
    people = {"secret_file": SECRET_FILE, "postcode_lookup": POSTCODES}
    told = {
        "people": people,
        "calendar": {"temperatures": temperatures.FILE},
        "partner_files": list(_asked()),
    }
    return str(yaml.safe_dump(told, sort_keys=False, allow_unicode=True, width=100))


def secret_text(*, seed: int) -> str:
    """The made-up secret of made-up people: the same for the same seed, and so no secret."""
    return hashlib.sha256(f"Exampleshire is made up {seed}".encode()).hexdigest() + "\n"


def _asked() -> Iterator[dict[str, object]]:
    for extract in police_crimes.EXTRACTS:
        received = datetime.date.fromisoformat(extract.received_on)
        yield _entry("recorded_crime", extract.file, "police", POLICE, _S115, _SENSITIVE, received)
    for row in _WHOLE:
        yield _entry(*row, LATEST)
    yield from _quarterly("fires", "fire/frs_", "fire", FIRE)
    yield from _quarterly("ambulance_calls", "ambulance/eocs_", "ambulance", AMBULANCE)


def _quarterly(
    dataset: str, path: str, mapping: str, supplier: Supplier
) -> Iterator[dict[str, object]]:
    for quarter in blue_light.quarters():
        if dataset == "ambulance_calls" and quarter.covers.first == blue_light.NOT_SUPPLIED:
            continue
        after = quarter.last_month.plus(1)
        wait = LATE.get((dataset, quarter.last_month), USUAL_WAIT)
        received = datetime.date(after.year, after.number, 1) + datetime.timedelta(days=wait)
        file = f"{path}{quarter.name}.csv"
        yield _entry(dataset, file, mapping, supplier, _S17A, _OFFICIAL, received)


def _entry(
    dataset: str,
    file: str,
    mapping: str,
    supplier: Supplier,
    gateway: str,
    marking: str,
    received: datetime.date,
) -> dict[str, object]:
    return {
        "dataset": dataset,
        "file": file,
        "mapping": f"exampleshire_{mapping}",
        "supplier": supplier.name,
        "controller": supplier.controller,
        "gateway": gateway,
        "purpose": PURPOSE,
        "retain_until": RETAIN_UNTIL.isoformat(),
        "marking": marking,
        "received_on": received.isoformat(),
    }
