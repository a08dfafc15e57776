"""Questions whose answer is one number, by the name that a recipe asks them under."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wardwise.evidence.last_plan import PLAN_NUMBERS
from wardwise.evidence.partner_places_asked import PLACE_NUMBERS
from wardwise.evidence.partner_supply import SUPPLY_NUMBERS
from wardwise.evidence.partners_asked import PARTNER_NUMBERS
from wardwise.evidence.questions import (
    context,
    linkage,
    offences,
    official,
    people,
    record_files,
    searches,
    supply,
)
from wardwise.evidence.questions import force as force_area
from wardwise.evidence.questions import records as outcomes
from wardwise.evidence.returns import RETURN_NUMBERS


Question = Callable[..., Any]

NUMBERS: Mapping[str, Question] = {
    **PARTNER_NUMBERS,
    **PLACE_NUMBERS,
    **SUPPLY_NUMBERS,
    **RETURN_NUMBERS,
    **PLAN_NUMBERS,
    "offences": offences.offences,
    "offences_together": offences.offences_together,
    "residents": people.residents,
    "households": people.households,
    "households_deprived": people.households_deprived,
    "residents_in_most_deprived": people.residents_in_most_deprived,
    "people_of_group": people.people_of_group,
    "people_of_age": people.people_of_age,
    "people_of_sex": people.people_of_sex,
    "lsoas": people.lsoas,
    "wards": people.wards,
    "lsoas_in_most_deprived": people.lsoas_in_most_deprived,
    "wards_with_most_deprived": people.wards_with_most_deprived,
    "deprivation_tenth": people.deprivation_tenth,
    "official_offences": official.official_offences,
    "official_offences_unassigned": official.official_offences_unassigned,
    "official_residents": official.official_residents,
    "official_households": official.official_households,
    "offences_with_outcome": outcomes.offences_with_outcome,
    "offences_without_outcome": outcomes.offences_without_outcome,
    "offences_of_force_with_outcome": force_area.offences_with_outcome,
    "searches": searches.searches,
    "searches_with_result": searches.searches_with_result,
    "searches_that_found": searches.searches_that_found,
    "searches_of_force": searches.searches_of_force,
    "searches_not_located": searches.searches_not_located,
    "context_value": context.context_value,
    "rows_held": offences.rows_held,
    "rows_not_located": offences.rows_not_located,
    "official_offences_together": official.official_offences_together,
    "files_read": supply.files_read,
    "rows_in": supply.rows_in,
    "rows_used": supply.rows_used,
    "rows_set_aside": supply.rows_set_aside,
    "completeness_of": supply.completeness_of,
    "extracts_compared": supply.extracts_compared,
    "linkage_counted": linkage.linkage_counted,
    "linkage_pair": linkage.linkage_pair,
    "partner_faults": record_files.faults_counted,
    "partner_crimes_timed": record_files.crimes_timed,
    "partner_pairs_related": record_files.pairs_related,
    "partner_pairs_not_known": record_files.pairs_not_known,
}
