"""What changed between two extracts of the same month, record by record.

Records are matched by Crime ID and month. A place has changed only if the LSOA 2021 differs
after an LSOA 2011 code was carried over; that the code itself was renumbered is no change.
A Crime ID that stands more than once in an extract is compared by its first row.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import pyarrow as pa

from wardwise.sources.police_uk.batch import Batch
from wardwise.sources.police_uk.extracts import Choice
from wardwise.sources.police_uk.schema import SOURCE, Kind
from wardwise.sources.tidy import conform, tidy_rows


COMPARE = f"""
with first_row as (
    select extract, force, month, crime_id, offence, lsoa_code, outcome
    from record
    where crime_id is not null
    qualify row_number() over (partition by extract, force, month, crime_id order by row) = 1
),
pair as (
    select choice.position, earlier.offence as offence_before, later.offence as offence_after,
           earlier.lsoa_code as place_before, later.lsoa_code as place_after,
           earlier.outcome as outcome_before, later.outcome as outcome_after,
           earlier.crime_id is null as is_new, later.crime_id is null as is_gone
    from (select choice.position, first_row.* from choice join first_row
          on choice.earlier = first_row.extract and choice.month = first_row.month
          and choice.force = first_row.force) as earlier
    full join (select choice.position, first_row.* from choice join first_row
          on choice.later = first_row.extract and choice.month = first_row.month
          and choice.force = first_row.force) as later
        using (position, crime_id)
    join choice on choice.position = coalesce(earlier.position, later.position)
),
tally as (
    select position,
           count(*) filter (is_new) as appeared,
           count(*) filter (is_gone) as vanished,
           count(*) filter (not is_new and not is_gone) as in_both,
           count(*) filter (not is_new and not is_gone
               and offence_before <> offence_after) as offence_changed,
           count(*) filter (not is_new and not is_gone
               and place_before is distinct from place_after) as place_changed,
           count(*) filter (not is_new and not is_gone
               and outcome_before is distinct from outcome_after) as outcome_changed
    from pair group by position
)
select '{SOURCE}' as source, choice.month, earlier, later, rows_earlier, rows_later, kept, why,
       coalesce(appeared, 0) as appeared, coalesce(vanished, 0) as vanished,
       coalesce(in_both, 0) as in_both, coalesce(offence_changed, 0) as offence_changed,
       coalesce(place_changed, 0) as place_changed,
       coalesce(outcome_changed, 0) as outcome_changed
from choice left join tally using (position)
order by choice.month, choice.force, choice.position
"""


def compare_extracts(records: pa.Table, *, choices: Sequence[Choice], batch: Batch) -> pa.Table:
    """The tidy table ``extract_comparison``: one row per month that two extracts hold."""
    street = [choice for choice in choices if choice.kind is Kind.STREET]
    if not street:
        return tidy_rows("extract_comparison", [])
    chosen = pa.Table.from_pylist(
        [_row(position, choice, batch) for position, choice in enumerate(street)]
    )
    with duckdb.connect() as connection:
        connection.register("record", records)
        connection.register("choice", chosen)
        return conform("extract_comparison", connection.execute(COMPARE).to_arrow_table())


def _row(position: int, choice: Choice, batch: Batch) -> dict[str, object]:
    return {
        "position": position,
        "month": choice.month,
        "force": batch.files[choice.earlier].force,
        "earlier": batch.extracts[choice.earlier],
        "later": batch.extracts[choice.later],
        "rows_earlier": batch.files[choice.earlier].rows,
        "rows_later": batch.files[choice.later].rows,
        "kept": batch.extracts[choice.kept],
        "why": choice.why,
    }
