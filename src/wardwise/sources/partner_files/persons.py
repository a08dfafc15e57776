"""Victims, suspects and offenders: keys for people, ages for birthdays, areas for addresses."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wardwise.domain.errors import ExtractError
from wardwise.sources.partner_files.account import Mask
from wardwise.sources.partner_files.cells import text_of
from wardwise.sources.partner_files.changed_lists import tell_changed_lists
from wardwise.sources.partner_files.crimes import Crimes
from wardwise.sources.partner_files.extract import Extract, valid
from wardwise.sources.partner_files.locate import home
from wardwise.sources.partner_files.moments import Minutes, day_text, month_text
from wardwise.sources.partner_files.numbers import OLDEST, TOO_OLD, read_bands
from wardwise.sources.partner_files.records import tidy_table
from wardwise.sources.partner_files.spans import check_days


ROLES = {"victims": "victim", "suspects": "suspect", "offenders": "offender"}
NO_CRIME = "no crime of that reference is in the supplier's crimes"
BORN_LATER = "born after the event"
NO_EVENT = "a date of birth, and no day of the event to reckon the age at"
NOUGHT = "an age of nought for someone who is said to have offended"
MIDDLE = "an age beside a band is the middle of the band: the band is kept"
_NAN = np.nan
Years = NDArray[np.float64]


def read_persons(extract: Extract, *, crimes: Crimes | None) -> pa.Table:
    """The tidy table ``partner_person``."""
    record_key = extract.keys("crime_reference", "record")
    event = _events(extract, record_key, crimes)
    low, high, exact = _ages(extract, event)
    lsoa, ward = home(
        extract.raw, extract.columns, areas=extract.door.areas, account=extract.account
    )
    person_key = extract.keys("person", "person")
    role = ROLES[extract.dataset.name]
    values = {
        "role": pa.repeat(pa.scalar(role), extract.rows),
        "person_key": person_key,
        "record_key": record_key,
        "event_on": day_text(event),
        "age": _years(np.where(exact, low, _NAN)),
        "age_low": _years(low),
        "age_high": _years(high),
        "sex": extract.plain("sex"),
        "ethnicity": extract.plain("ethnicity"),
        "home_lsoa": lsoa,
        "home_ward": ward,
        "relationship": extract.plain("relationship")
        if extract.has("relationship")
        else pa.nulls(extract.rows, pa.string()),
    }
    tell_changed_lists(extract, month_text(event))
    extract.put_repeats_aside()
    return tidy_table("partner_person", extract, values)


def _events(extract: Extract, record_key: pa.Array, crimes: Crimes | None) -> Minutes:
    """The day of the event: the file's own, or that of the crime."""
    own = extract.moments("event_on")
    impossible = check_days(
        own, account=extract.account, field="event_on", received_on=extract.asked.received_on
    )
    at = np.where(impossible, np.datetime64("NaT", "m"), own.at)
    if crimes is None:
        return at
    found, days = crimes.days(record_key)
    missing = ~found & valid(record_key)
    if missing.any() and not found.any():
        raise ExtractError(
            file=extract.raw.file,
            column=", ".join(extract.columns["crime_reference"].column),
            problem=f"none of {int(missing.sum()):,} references is in the supplier's crimes.",
            remedy="Check that both files write the reference alike, and that they are of the"
            " same period.",
        )
    extract.account.fault(missing, field="crime_reference", reason=NO_CRIME)
    return np.where(np.isnat(at), days.astype("datetime64[m]"), at)


def _ages(extract: Extract, event: Minutes) -> tuple[Years, Years, Mask]:
    """Lower and upper age, NaN where not known, and where a single age is known."""
    low, high = _band(extract)
    age = _number(extract.plain("age"))
    banded = np.isfinite(low) & (high > low)
    extract.account.check(MIDDLE, banded & np.isfinite(age), field="age")
    born = _age_at(extract, event)
    age = np.where(np.isfinite(age), age, born)
    exact = np.isfinite(age) & ~banded
    nought = exact & (age == 0)
    if extract.dataset.name == "victims":
        extract.account.check("an age of 0", nought, field="age")
    else:
        extract.account.fault(nought, field="age", reason=NOUGHT)
        exact &= ~nought
    low, high = np.where(exact, age, low), np.where(exact, age, high)
    extract.account.check("age known", np.isfinite(low))
    return low, high, exact


def _band(extract: Extract) -> tuple[Years, Years]:
    if extract.has("age_band"):
        column = extract.columns["age_band"]
        cells, upper = read_bands(text_of(extract.raw, column), column)
        extract.settle("age_band", cells.faults(), known=valid(cells.values))
        return _number(cells.values), _number(upper)
    low, high = _number(extract.plain("age_low")), _number(extract.plain("age_high"))
    # a lower end alone, where there are upper ends, is a single age and no band
    return np.where(np.isfinite(high), low, _NAN), high


def _age_at(extract: Extract, event: Minutes) -> Years:
    """Completed years at the event. The date of birth goes no further than this function."""
    born = extract.moments("born_on")
    if not born.known.any():
        return np.full(extract.rows, _NAN)
    account = extract.account
    account.fault(born.known & np.isnat(event), field="born_on", reason=NO_EVENT)
    both = born.known & ~np.isnat(event)
    years = _completed(born.days, event.astype("datetime64[D]"))
    account.fault(both & (years < 0), field="born_on", reason=BORN_LATER)
    account.fault(both & (years > OLDEST), field="born_on", reason=TOO_OLD)
    return np.where(both & (years >= 0) & (years <= OLDEST), years, _NAN)


def _completed(born: Minutes, event: Minutes) -> Years:
    """Birthdays passed: someone born on 29 February is a year older on 1 March."""
    months = event.astype("datetime64[M]").astype(np.int64)
    months -= born.astype("datetime64[M]").astype(np.int64)
    day_of = [(day - day.astype("datetime64[M]")).astype(np.int64) for day in (event, born)]
    passed: Years = np.floor((months - (day_of[0] < day_of[1])) / 12)
    return passed


def _number(values: pa.Array) -> Years:
    found: Years = pc.cast(values, pa.float64()).to_numpy(zero_copy_only=False)
    return found


def _years(values: Years) -> pa.Array:
    return pa.array(values, pa.float64(), from_pandas=True).cast(pa.int32())
