"""Evidence as small as a true build can be made of: a quarter of Exampleshire, and its fires."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile


SETTINGS = """\
partnership: {code: E06999001, name: Exampleshire, force: Midshire}
evidence:
  recorded_crime: police_uk
  outcomes: none
  stop_and_search: none
  official: none
  force_totals: none
  context: []
priorities: {count: 1}
threat: {draws: 100}
"""
FIRST_MONTH = "2026-07"  # to September: what the made-up archive ends with
ARCHIVE = "midshire_2023-04_2026-09.zip"
READ = ("geography", "population", "imd")
HEADINGS = """\
Midshire Fire and Rescue Service,,,,,,
Deliberate and other fires,,,,,,
Incident No,Call,Type,Property,Alarm,Grid E,Grid N
"""
PLACES = ((629780, 402917), (635269, 409764), (636344, 406136), (627879, 406862))
IN_TIME, LATE = ("frs_2026_Q3.csv", (7, 8)), ("frs_2026_09.csv", (9,))
NO_SUCH_DAY = "31/06/2026"


def open_data(made: Path, to: Path) -> Path:
    """Land and people whole, and the crimes of one quarter."""
    for name in READ:
        shutil.copytree(made / name, to / name)
    (to / "police_uk").mkdir()
    with (
        ZipFile(made / "police_uk" / ARCHIVE) as whole,
        ZipFile(to / "police_uk" / "quarter.zip", "w", ZIP_DEFLATED) as quarter,
    ):
        for name in whole.namelist():
            if name >= FIRST_MONTH and name.endswith("-street.csv"):
                quarter.writestr(name, whole.read(name))
    return to


def partners_files(to: Path) -> Path:
    """The fire service's two files, one of them with a day that there is not, and their mapping."""
    mapping = "exampleshire_fire.yaml"
    folder = to / "partners" / "fire"
    folder.mkdir(parents=True)
    (to / "mappings").mkdir()
    (to / "mappings" / mapping).write_bytes(
        (files("wardwise.demo") / "mappings" / mapping).read_bytes()
    )
    for name, months in (IN_TIME, LATE):
        rows = [_fire(month, n) for month in months for n in range(12)]
        bad = f"FRS-X,{NO_SUCH_DAY} 10:00,Deliberate Secondary,Outdoor,,629780,402917\n"
        (folder / name).write_text(HEADINGS + "".join(rows) + bad * (name == IN_TIME[0]), "cp1252")
    return to


def _fire(month: int, n: int) -> str:
    east, north = PLACES[n % len(PLACES)]
    day = f"{2 * n + 1:02}/{month:02}/2026 {n + 8:02}:15"
    return f"FRS{month}{n:03},{day},Deliberate Secondary,Outdoor,,{east},{north}\n"
