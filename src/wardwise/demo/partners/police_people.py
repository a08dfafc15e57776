"""Victims in a workbook with title rows; suspects, offenders and pairs in text with tabs."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wardwise.demo.partners.faults import Planted, Spoiler
from wardwise.demo.partners.flags import completed_years
from wardwise.demo.partners.police_crimes import outcomes_of
from wardwise.demo.partners.text import (
    blank_where,
    csv_text,
    day_text,
    joined,
    picked,
    rows_of,
    whole,
)
from wardwise.demo.partners.workbook import SheetOf, workbook
from wardwise.demo.partners.world import World
from wardwise.demo.randomness import stream


Ints = NDArray[np.int64]
Random = np.random.Generator

VICTIMS = "police/Victims Oct23-Sep26 (final v2).xlsx"
SUSPECTS = "police/named_suspects.txt"
OFFENDERS = "police/charged_and_cautioned.txt"
PAIRS = "police/victim_suspect_links.csv"
OUTCOMES = "police/outcomes_framework.txt"
TITLES = ("Midshire Police - Business Intelligence", "Victims of crime, Exampleshire CSP",
          "Run 20/10/2026 06:12. OFFICIAL-SENSITIVE when complete")  # fmt: skip
SEXES = ("Female", "Male", "Unknown")
ETHNIC_CODES = ("A9", "B9", "M9", "W1", "O9", "NS")
"""Self-defined, in the order of the census groups; the last is 'not stated'."""
NOT_STATED, SEX_UNKNOWN, NO_BIRTH, NO_HOME = 0.21, 0.015, 0.09, 0.12
"""Shares of the rows of victims in which the force does not say."""
RELATIONS = ("Partner", "Ex-partner", "Family member", "Acquaintance", "Stranger", "Not known")
DOMESTIC, VIOLENT, ELSE = (0.40, 0.34, 0.26, 0, 0, 0), (0, 0, 0, 0.46, 0.32, 0.22), (
    0, 0, 0, 0.08, 0.25, 0.67)  # fmt: skip


def people_files(world: World) -> tuple[dict[str, bytes], list[Planted]]:
    """Every file of the police about people, and the faults planted in them."""
    victims, faults = _victims(world)
    suspects = _suspects(world, SUSPECTS, "suspects", which=np.arange(len(world.roles.suspect)))
    proved = np.flatnonzero(world.roles.is_proved)
    offenders = _suspects(world, OFFENDERS, "offenders", which=proved)
    files = {
        VICTIMS: victims,
        SUSPECTS: suspects[0],
        OFFENDERS: offenders[0],
        PAIRS: _pairs(world),
        OUTCOMES: _outcomes(world),
    }
    return files, [*faults, *suspects[1], *offenders[1]]


def relations(world: World) -> Ints:
    """Relationship of the victim to the suspect, by crime: a position in RELATIONS."""
    random, flags, n = stream(world.seed, "relations"), world.flags, len(world.crimes)
    offence = np.array(world.made.crimes.offences)[world.crimes.offence]
    violent = np.isin(offence, ["Violence and sexual offences", "Robbery"])
    drawn = [random.choice(len(RELATIONS), n, p=share) for share in (DOMESTIC, VIOLENT, ELSE)]
    return np.where(flags.domestic, drawn[0], np.where(violent, drawn[1], drawn[2]))


def _victims(world: World) -> tuple[bytes, list[Planted]]:
    roles, random = world.roles, stream(world.seed, "victims file")
    rows = len(roles.victim)
    drawn = random.random((3, rows))
    crime, person = roles.victim_crime, roles.victim
    told = rows_of(
        {
            "Surname": world.identities.surname,
            "Forename(s)": world.identities.forename,
            "Nominal No.": world.identities.nominal,
            "Date of birth": world.identities.born,
            "Address": world.identities.address,
            "Postcode": world.identities.postcode,
            "Mobile": world.identities.telephone,
            "E-mail": world.identities.mail,
        },
        person,
    )
    sex = np.where(drawn[0] < SEX_UNKNOWN, 2, np.where(world.roles.persons.is_female[person], 0, 1))
    columns = {
        "Crime No.": world.reference.take(pa.array(crime)),
        **told,
        "Gender": picked(SEXES, sex),
        "Ethnicity (16+1)": _ethnicity(random, world, person),
        "Rel. to suspect": picked(RELATIONS, relations(world)[crime]),
    }
    columns["Date of birth"] = blank_where(columns["Date of birth"], drawn[1] < NO_BIRTH)
    columns["Postcode"] = blank_where(columns["Postcode"], drawn[2] < NO_HOME)
    spoiler = Spoiler.of(VICTIMS, "victims", columns, random)
    spoiler.free = spoiler.free[(drawn[1] >= NO_BIRTH)[spoiler.free]]
    _spoil_victims(columns, spoiler)
    return workbook([SheetOf("Victims", TITLES, columns)]), spoiler.planted


def _spoil_victims(columns: dict[str, pa.Array], spoiler: Spoiler) -> None:
    born = "Date of birth"
    spoiler.cells(columns, born, ["01.02.90", "1990"], told=("born_on", "not a date"))
    spoiler.cells(columns, born, ["02/03/2031", "02/03/2031"], told=("born_on", "born later"))
    spoiler.cells(columns, born, ["02/03/1874"], told=("born_on", "too old"))
    spoiler.cells(columns, "Gender", ["X9"], told=("sex", "code"))
    spoiler.cells(columns, "Postcode", ["XZ99 9ZZ", "NFA"], told=("home_postcode", "unknown"))
    crime = ["47/7777771/24", "47/7777772/25", "47/7777773/26"]
    spoiler.cells(columns, "Crime No.", crime, told=("crime_reference", "no crime"))
    formula = ["=cmd|' /C calc'!A0", "+44 formula"]
    spoiler.cells(columns, "Rel. to suspect", formula, told=("relationship", "formula"))


def _ethnicity(random: Random, world: World, person: Ints) -> pa.Array:
    stated = random.random(len(person)) >= NOT_STATED
    last = len(ETHNIC_CODES) - 1
    return picked(ETHNIC_CODES, np.where(stated, world.roles.persons.ethnicity[person], last))


def _suspects(world: World, file: str, dataset: str, *, which: Ints) -> tuple[bytes, list[Planted]]:
    """A row for each crime and person; of suspects the age is given, of offenders the birth."""
    roles, random = world.roles, stream(world.seed, f"{dataset} file")
    crime, person = roles.suspect_crime[which], roles.suspect[which]
    age = completed_years(roles.persons.born[person], world.crimes.start_day[crime])
    people = world.identities
    at = pa.array(person)
    columns = {
        "URN": world.reference.take(pa.array(crime)),
        "NOMINAL": people.nominal.take(at),
        "NAME": joined(pc.utf8_upper(people.surname.take(at)), " ", people.forename.take(at)),
        "DOB": people.born.take(at),
        "AGE_AT_OFFENCE": blank_where(whole(age), random.random(len(age)) < NO_BIRTH / 2),
        "SEX": picked(("F", "M"), np.where(roles.persons.is_female[person], 0, 1)),
        "ETHNICITY": _ethnicity(random, world, person),
        "HOME_LSOA": picked(world.made.land.lsoa_code, roles.persons.lsoa[person]),
        "HOME_ADDRESS": people.address.take(at),
    }
    spoiler = Spoiler.of(file, dataset, columns, random)
    known = np.asarray(pc.not_equal(columns["AGE_AT_OFFENCE"], ""))
    spoiler.free = spoiler.free[known[spoiler.free]]
    _spoil_suspects(columns, spoiler)
    text = csv_text(columns, delimiter="\t")
    return text.encode("utf-16"), spoiler.planted


def _spoil_suspects(columns: dict[str, pa.Array], spoiler: Spoiler) -> None:
    if spoiler.dataset == "suspects":
        age = "AGE_AT_OFFENCE"
        spoiler.cells(columns, age, ["-1", "-1"], told=("age", "below nought"))
        spoiler.cells(columns, age, ["120", "999"], told=("age", "too old"))
        spoiler.cells(columns, age, ["0", "0", "0"], told=("age", "nought"))
        spoiler.cells(columns, age, ["n/k", "15-17"], told=("age", "not an age"))
    spoiler.cells(columns, "SEX", ["?"], told=("sex", "code"))
    spoiler.cells(columns, "HOME_LSOA", ["E01999999", "NFA"], told=("home_lsoa", "unknown"))


def _pairs(world: World) -> bytes:
    """Victim and suspect of each crime that has both."""
    roles = world.roles
    victim = roles.victim_of(len(world.crimes))[roles.suspect_crime]
    both = np.flatnonzero(victim >= 0)
    crime = roles.suspect_crime[both]
    nominal = world.identities.nominal
    columns = {
        "crime_number": world.reference.take(pa.array(crime)),
        "victim_nominal": nominal.take(pa.array(victim[both])),
        "suspect_nominal": nominal.take(pa.array(roles.suspect[both])),
        "relationship": picked(RELATIONS, relations(world)[crime]),
    }
    return csv_text(columns).encode()


def _outcomes(world: World) -> bytes:
    """Outcome number and day of each crime that has one, parted by upright strokes."""
    outcome, day = outcomes_of(world)
    ended = np.flatnonzero(outcome < len(OUTCOME_NUMBERS))
    columns = {
        "crime_ref": world.reference.take(pa.array(ended)),
        "outcome_no": picked(OUTCOME_NUMBERS, outcome[ended]),
        "outcome_date": day_text(day[ended], "{y}{m}{d}"),
    }
    return csv_text(columns, delimiter="|").encode()


OUTCOME_NUMBERS = ("18", "16", "1", "8", "3", "20", "9", "10", "21", "4")
"""Home Office outcome numbers, in the order of the demo's outcomes."""
