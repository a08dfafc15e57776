"""A made-up place with record-level files and no geography: 240 crimes that follow a rule.

Crime n of 0 to 239 happens on day n of 2024, has one victim and one suspect, each numbered anew.
"""

from __future__ import annotations

import datetime
from pathlib import Path

from wardwise.domain.records_settings import RecordsSettings
from wardwise.figures.records_desk import RecordsDesk


CRIMES = 240
MAPPING = """\
mapping: made_up_place
version: 1.0.0
system: A made-up system
file: {kind: csv, encoding: utf-8, delimiter: ","}
datasets:
  recorded_crime:
    columns:
      crime_reference: {column: REF}
      offence: {column: OFFENCE, otherwise: keep}
      from: {column: FROM, format: "%Y-%m-%d %H:%M"}
      to: {column: TO, format: "%Y-%m-%d %H:%M"}
  victims:
    columns:
      crime_reference: {column: REF}
      person: {column: PERSON, namespace: victim}
      age: {column: AGE}
      sex: {column: SEX}
  suspects:
    columns:
      crime_reference: {column: REF}
      person: {column: PERSON, namespace: suspect}
      age: {column: AGE}
      sex: {column: SEX}
  relationships:
    columns:
      crime_reference: {column: REF}
      victim: {column: VICTIM, namespace: victim}
      suspect: {column: SUSPECT, namespace: suspect}
      relationship: {column: WHAT, otherwise: keep}
"""
SETTINGS = """\
partnership: {name: Sampleville}
published: true
partner_files:
"""
FILE = """\
  - dataset: %s
    file: %s.csv
    mapping: made_up_place
    supplier: the police of Sampleville
    controller: the police of Sampleville
    gateway: "other: made up"
    purpose: test
    retain_until: 2035-12-31
    marking: OFFICIAL
    received_on: 2025-01-10
"""
AGES = {0: "20", 1: "30", 2: "20", 3: "50"}  # of victims, by n % 4


def write_place(folder: Path) -> Path:
    """The data folder with its files, the mapping beside the settings; where the settings are."""
    partners = folder / "data" / "partners"
    partners.mkdir(parents=True)
    for name, lines in _files().items():
        (partners / f"{name}.csv").write_text("\n".join(lines) + "\n", "utf-8")
    (folder / "made_up_place.yaml").write_text(MAPPING, "utf-8")
    settings = folder / "sampleville.yaml"
    settings.write_text(SETTINGS + "".join(FILE % (name, name) for name in _files()), "utf-8")
    return settings


def _files() -> dict[str, list[str]]:
    numbers = range(CRIMES)
    return {
        "recorded_crime": ["REF,OFFENCE,FROM,TO", *map(_crime, numbers)],
        "victims": [
            "REF,PERSON,AGE,SEX",
            *(f"c{n},{n},{'' if n % 10 == 9 else AGES[n % 4]},{_sex(n)}" for n in numbers),
        ],
        "suspects": ["REF,PERSON,AGE,SEX", *(f"c{n},{n},25,M" for n in numbers)],
        "relationships": [
            "REF,VICTIM,SUSPECT,WHAT",
            *(f"c{n},{n},{n},{WHAT[n % 6]}" for n in numbers),
        ],
    }


WHAT = ("Stranger", "Stranger", "Family", "", "", "")


def _sex(n: int) -> str:
    return "" if n % 15 == 14 else "F" if n % 3 == 0 else "M"


def _crime(n: int) -> str:
    day = datetime.date(2024, 1, 1) + datetime.timedelta(days=n)
    start = 9 if n % 5 == 0 else 19
    end = f"{day} 12:00" if n % 10 == 0 else ""
    return f"c{n},{'Robbery' if n % 4 == 0 else 'Assault'},{day} {start:02}:00,{end}"


def place_desk(folder: Path) -> RecordsDesk:
    """Its desk, laid out as a run does it."""
    from wardwise.evidence.records_held import records_held
    from wardwise.evidence.tables import open_tables
    from wardwise.pipeline.records_inputs import RecordFiles
    from wardwise.sources.records_settings import read_records_settings
    from wardwise.store.tidy import TidyStore

    path = write_place(folder)
    settings: RecordsSettings = read_records_settings(path)
    files = RecordFiles(settings, (path.parent, folder / "data"))
    kept = files.read(TidyStore(folder / "store"))
    return RecordsDesk(records_held(open_tables(kept.tables), settings.partnership.area), settings)
