"""Crimes, incidents, fires, admissions: one row of the file is one row of ``partner_record``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wardwise.domain.records_held import PRECISIONS
from wardwise.sources.partner_files.age_bands import age_bands
from wardwise.sources.partner_files.changed_lists import tell_changed_lists
from wardwise.sources.partner_files.extract import Extract, mask
from wardwise.sources.partner_files.locate import Located, locate
from wardwise.sources.partner_files.moments import (
    Minutes,
    Moments,
    day_text,
    moment_text,
    month_text,
    no_moments,
)
from wardwise.sources.partner_files.spans import RECORDED_FIRST, Spans, check_days, spans
from wardwise.sources.tidy import schema


NO_DAY = "no day is given that can be read"
_CODES = (
    "offence",
    "offence_code",
    "category",
    "weapon",
    "premises",
    "outcome",
    "reason",
    "free_text",
    "sex",
)


@dataclass(frozen=True, eq=False)
class When:
    """When it was recorded and when it happened; the day is that of the recording, if known."""

    recorded: Minutes
    outcome: Minutes
    span: Spans

    @property
    def day(self) -> Minutes:
        """Of the recording, or of the event where that is not given."""
        return np.where(np.isnat(self.recorded), self.span.start, self.recorded)


def read_records(extract: Extract) -> pa.Table:
    """The tidy table ``partner_record``."""
    when = _when(extract)
    place = locate(extract.raw, extract.columns, areas=extract.door.areas, account=extract.account)
    low, high = age_bands(extract)
    if extract.has("age"):
        low = high = extract.plain("age")
    values = {
        **{name: _plain(extract, name) for name in _CODES},
        **_flags(extract),
        "record_key": extract.keys("crime_reference", "record"),
        "age_low": low,
        "age_high": high,
        "arrived_on": moment_text(_moments(extract, "arrived_on").at),
        **_time_columns(when),
        **_place_columns(place, extract),
    }
    tell_changed_lists(extract, values["month"])
    extract.put_repeats_aside()
    return tidy_table("partner_record", extract, values)


def tidy_table(table: str, extract: Extract, values: dict[str, pa.Array]) -> pa.Table:
    """The columns that every table of rows has, and those given."""
    n = extract.rows
    same = {
        "source": extract.dataset.source,
        "dataset": extract.dataset.name,
        "supplier": extract.asked.supplier,
        "file": extract.raw.file,
    }
    columns = {
        **{name: pa.repeat(pa.scalar(text, pa.string()), n) for name, text in same.items()},
        **values,
        "row": pa.array(extract.raw.lines),
        "used": pa.array(extract.account.used),
        "set_aside": extract.account.set_aside,
    }
    wanted = schema(table)
    return pa.table(
        [columns[name].cast(wanted.field(name).type) for name in wanted.names], schema=wanted
    )


def _plain(extract: Extract, name: str, kind: pa.DataType | None = None) -> pa.Array:
    if extract.has(name):
        return extract.plain(name)
    return pa.nulls(extract.rows, kind or pa.string())


def _moments(extract: Extract, name: str) -> Moments:
    return extract.moments(name) if extract.has(name) else no_moments(extract.rows)


def _when(extract: Extract) -> When:
    read = {name: _moments(extract, name) for name in ("recorded_on", "from", "to", "outcome_on")}
    for name, moments in read.items():
        impossible = check_days(
            moments, account=extract.account, field=name, received_on=extract.asked.received_on
        )
        read[name] = moments.without(impossible)
        if extract.has(name):
            _count_midnights(extract, name, read[name])
    found = spans(read["from"], read["to"], account=extract.account, field="to")
    when = When(read["recorded_on"].at, read["outcome_on"].at, found)
    first = read["recorded_on"].days < found.start.astype("datetime64[D]")
    extract.account.fault(first, field="recorded_on", reason=RECORDED_FIRST)
    if any(field.required == "day" for field in extract.dataset.fields):
        extract.account.put_aside(np.isnat(when.day), NO_DAY)
    _count_spans(extract, when)
    return when


def _count_midnights(extract: Extract, name: str, moments: Moments) -> None:
    if extract.dataset.field(name).kind != "moment":
        return
    for said, minute in (("a time of 00:00", 0), ("a time of 00:01", 1)):
        where = moments.at_minute(minute)
        extract.account.check(said, where, among=moments.known, field=name)


def _count_spans(extract: Extract, when: When) -> None:
    """How long spans are, and how long it takes until a crime is recorded."""
    account, known = extract.account, ~np.isnat(when.span.start)
    hours = (when.span.end - when.span.start) / np.timedelta64(1, "h")
    for most, said in ((1, "1 hour"), (24, "24 hours"), (168, "7 days")):
        account.check(f"a span longer than {said}", hours > most, among=known)
    for precision in PRECISIONS:
        account.check(f"time known as: {precision}", when.span.precision == precision)
    waited = (when.recorded - when.span.start).astype("timedelta64[m]") / np.timedelta64(1, "D")
    for days in (1, 7, 28, 365):
        said = f"recorded more than {days} days after it began"
        account.check(said, waited > days, among=np.isfinite(waited))


def _time_columns(when: When) -> dict[str, pa.Array]:
    return {
        "recorded_on": day_text(when.recorded),
        "from_moment": moment_text(when.span.start),
        "to_moment": moment_text(when.span.end),
        "time_precision": pa.array(when.span.precision.tolist(), pa.string()),
        "month": month_text(np.where(np.isnat(when.day), when.outcome, when.day)),
        "outcome_on": day_text(when.outcome),
    }


def _place_columns(place: Located, extract: Extract) -> dict[str, pa.Array]:
    extract.account.check("located in an LSOA", mask(place.lsoa.is_valid()))
    for precision in ("point", "postcode", "lsoa", "ward", "outward", "none"):
        known = mask(pc.equal(place.precision, precision))
        extract.account.check(f"place known as: {precision}", known)
    return {
        "longitude": pa.array(place.longitude, pa.float64(), from_pandas=True),
        "latitude": pa.array(place.latitude, pa.float64(), from_pandas=True),
        "lsoa_code": place.lsoa,
        "ward_code": place.ward,
        "outward_postcode": place.outward,
        "place_precision": place.precision,
        "not_located": place.not_located,
    }


def _flags(extract: Extract) -> dict[str, pa.Array]:
    """Flags that are set, those that the supplier fills, and those not known in the row."""
    names = [name for name in extract.dataset.of_kind("flag") if extract.has(name)]
    flags = {name: extract.plain(name) for name in names}
    for name, values in flags.items():
        extract.account.check("flag set", mask(values.fill_null(False)), field=name)
    known = ";".join(names) or None
    return {
        "flags": _listed(
            {name: values.fill_null(False) for name, values in flags.items()}, extract.rows
        ),
        "flags_known": pa.repeat(pa.scalar(known, pa.string()), extract.rows),
        "flags_not_known": _listed(
            {n: values.is_null() for n, values in flags.items()}, extract.rows
        ),
    }


def _listed(masks: Mapping[str, pa.Array], rows: int) -> pa.Array:
    """Names of the masks that hold in each row; each combination is written once."""
    bits = np.zeros(rows, dtype=np.int64)
    for n, one in enumerate(masks.values()):
        bits |= one.to_numpy(zero_copy_only=False).astype(np.int64) << n
    found, back = np.unique(bits, return_inverse=True)
    names = list(masks)
    text = [
        ";".join(name for n, name in enumerate(names) if one >> n & 1) or None
        for one in found.tolist()
    ]
    return pa.array(text, pa.string()).take(pa.array(back))
