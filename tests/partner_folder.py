"""Small files of a made-up supplier, their mapping and settings, for tests that alter them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from wardwise.domain.settings import PartnerFileSettings
from wardwise.sources.imported import Imported
from wardwise.sources.partner_files import Areas, Door, Keys, read_partner_files


SECRET = b"a made-up secret for tests 0123456789"
MAPPING = """\
mapping: made_up
version: 1.0.0
system: A made-up system
file: {kind: csv, encoding: utf-8-sig, delimiter: ","}
datasets:
  recorded_crime:
    times: {unknown_hour: ["00:01"]}
    columns:
      crime_reference: {column: REF}
      offence: {column: OFFENCE, codes: {BURG: Burglary, VIOL: Violence, SHOP: Shoplifting}}
      recorded_on: {column: RECORDED, format: "%d/%m/%Y"}
      from: {column: FROM, format: ["%d/%m/%Y %H:%M", "%d/%m/%Y"]}
      to: {column: TO, format: ["%d/%m/%Y %H:%M", "%d/%m/%Y"]}
      easting: {column: EAST}
      northing: {column: NORTH}
      premises: {column: PREMISES, otherwise: keep}
      domestic_abuse: {column: DA, yes: ["Y"], no: ["N"]}
      free_text: {column: MO}
  victims:
    columns:
      crime_reference: {column: REF}
      person: {column: PERSON}
      born_on: {column: DOB, format: "%d/%m/%Y"}
      age: {column: AGE}
      age_band: {column: BAND}
      sex: {column: SEX, not_known: [U]}
      home_lsoa: {column: HOME}
  suspects:
    columns:
      crime_reference: {column: REF}
      person: {column: PERSON}
      age: {column: AGE}
      sex: {column: SEX, not_known: [U]}
  outcomes:
    columns:
      crime_reference: {column: REF}
      outcome: {column: OUTCOME, otherwise: keep}
      outcome_on: {column: DAY, format: "%d/%m/%Y"}
  drug_tests:
    columns:
      period: {column: PERIOD, format: "%Y-%m"}
      item: {column: ITEM, codes: {tests: tests, positive: positive}}
      value: {column: N}
      of: {column: "OF"}
  survey_replies:
    columns:
      ward: {column: WARD}
      sex: {column: SEX}
    questions: {Q1: "How safe do you feel after dark?"}
"""
CRIME_HEADER = "REF,OFFENCE,RECORDED,FROM,TO,EAST,NORTH,PREMISES,DA,MO,OFFICER"
VICTIM_HEADER = "REF,PERSON,DOB,AGE,BAND,SEX,HOME,NAME"
CRIME_FIELDS = CRIME_HEADER.split(",")
VICTIM_FIELDS = VICTIM_HEADER.split(",")


def crime(number: int = 1, **changed: str) -> str:
    """A row of the crimes: a burglary in a span of two hours, recorded the next day."""
    row = {
        "REF": f"40/{number}/24",
        "OFFENCE": "BURG",
        "RECORDED": "03/01/2024",
        "FROM": "02/01/2024 20:00",
        "TO": "02/01/2024 22:00",
        "EAST": "509000",
        "NORTH": "221000",
        "PREMISES": "House",
        "DA": "N",
        "MO": "entered by the rear window",
        "OFFICER": "PC Planted",
    }
    return ",".join({**row, **changed}.values())


def victim(number: int = 1, **changed: str) -> str:
    """A row of the victims: a woman of 30 in crime 1."""
    row = {
        "REF": "40/1/24",
        "PERSON": f"N{number}",
        "DOB": "",
        "AGE": "30",
        "BAND": "",
        "SEX": "F",
        "HOME": "",
        "NAME": "Planted Person",
    }
    return ",".join({**row, **changed}.values())


def crimes(count: int = 12) -> list[str]:
    """The heading and as many crimes."""
    return [CRIME_HEADER, *(crime(number) for number in range(1, count + 1))]


def asked(dataset: str, file: str, **changed: object) -> PartnerFileSettings:
    """The settings of a file, with all that the law asks for."""
    told: dict[str, object] = {
        "dataset": dataset,
        "file": file,
        "mapping": "made_up",
        "supplier": "A made-up force",
        "controller": "A made-up chief constable",
        "gateway": "s.115",
        "purpose": "strategic assessment",
        "retain_until": datetime.date(2030, 3, 31),
        "marking": "OFFICIAL-SENSITIVE",
        "received_on": datetime.date(2024, 5, 14),
    }
    return PartnerFileSettings.model_validate({**told, **changed})


def written(folder: Path, name: str, lines: Sequence[str], *, encoding: str = "utf-8") -> None:
    """A file in the subfolder partners, and the mapping beside it if there is none yet."""
    (folder / "partners").mkdir(exist_ok=True, parents=True)
    (folder / "partners" / name).write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    if not (folder / "made_up.yaml").exists():
        (folder / "made_up.yaml").write_text(MAPPING, "utf-8")


def door() -> Door:
    """Keys of a made-up secret, and no geography."""
    return Door(Keys(SECRET), Areas(None, None))


def read(folder: Path, *files: PartnerFileSettings, today: str | None = None) -> Imported:
    """The files of a folder, read."""
    day = datetime.date.fromisoformat(today) if today else None
    return read_partner_files(files, folders=[folder], door=door(), today=day)
