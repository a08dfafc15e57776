"""The shape of every tidy table that the store holds: column → type.

Sources write these tables and ``evidence/`` asks questions of them; neither knows the
other. Types are Arrow's own names. Months are ``YYYY-MM`` text. A column that may be empty
ends in ``?``. One row of a supplier's file is one row of a ``_record`` table, so that any
figure can be walked back to file and row.
"""

from __future__ import annotations

from wardwise.domain.area_tables import AREA_TABLES
from wardwise.domain.partner_tables import PARTNER_TABLES


OFFENCE_RECORD = {
    "source": "string",  # 'police_uk'
    "force": "string",  # 'Bedfordshire Police', as the supplier writes it
    "extract": "string",  # short hash of the archive or folder that held the file
    "file": "string",  # name inside the archive
    "row": "int32",  # line in the file, the header being 1
    "month": "string",
    "crime_id": "string?",
    "offence": "string",
    "lsoa_code": "string?",  # LSOA 2021; empty where not located
    "not_located": "string?",  # why there is no LSOA
    "longitude": "double?",
    "latitude": "double?",
    "location": "string?",
    "outcome": "string?",
    "used": "bool",
    "set_aside": "string?",  # the reason, where it is not used
}

OFFENCE_COUNT = {
    "source": "string",
    "month": "string",
    "lsoa_code": "string?",  # LSOA 2021; empty where not located
    "offence": "string",
    "offences": "int64",
    "force": "string?",  # as the supplier writes it; empty where a count names no force
}

OUTCOME_RECORD = {
    "source": "string",
    "force": "string",
    "extract": "string",
    "file": "string",
    "row": "int32",
    "month": "string",  # when the outcome was recorded
    "crime_id": "string?",
    "outcome": "string",
    "lsoa_code": "string?",
    "used": "bool",
    "set_aside": "string?",
}

STOP_SEARCH_RECORD = {
    "source": "string",
    "force": "string",
    "extract": "string",
    "file": "string",
    "row": "int32",
    "month": "string",
    "type": "string?",
    "gender": "string?",
    "age_range": "string?",
    "self_defined_ethnicity": "string?",
    "officer_defined_ethnicity": "string?",
    "legislation": "string?",
    "object_of_search": "string?",
    "outcome": "string?",
    "linked_to_object": "string?",  # 'True', 'False' or empty
    "longitude": "double?",
    "latitude": "double?",
    "lsoa_code": "string?",  # by the point, where the boundary file holds it
    "used": "bool",
    "set_aside": "string?",
}

OFFICIAL_COUNT = {
    "source": "string",  # 'ons_csp_tables'
    "level": "string",  # 'partnership', 'force', 'unassigned', 'country'
    "force_code": "string?",
    "force_name": "string?",
    "csp_code": "string?",
    "csp_name": "string?",
    "district_code": "string?",  # as published: empty where a partnership has several
    "offence": "string?",  # published name; empty for total recorded crime (excluding fraud)
    "first_month": "string",
    "last_month": "string",
    "offences": "int64?",
    "residents": "int64?",  # as published, with the rate
    "households": "int64?",
    "rate_per_1000_residents": "double?",
    "rate_per_1000_households": "double?",
    "change_percent": "double?",  # published; only on the later year
    "symbol": "string?",  # [u], [u1], [x] … as published, lower case
    "note": "string?",  # text of the notes that the cell or its area carries
}

FORCE_QUARTER = {
    "source": "string",  # 'home_office_prc'
    "force": "string",  # 'Bedfordshire'
    "first_month": "string",
    "last_month": "string",
    "offence_code": "string",
    "offence_description": "string",
    "offence_group": "string",
    "offence_subgroup": "string",
    "offences": "int64",
    "territorial": "bool",
}

# Offences recorded in a quarter by the last outcome they have had
FORCE_OUTCOME = {
    "source": "string",  # 'home_office_outcomes'
    "force": "string",
    "first_month": "string",
    "last_month": "string",
    "offence_group": "string",
    "outcome_type": "int32",  # 0 is not yet given one
    "offences": "int64",
    "territorial": "bool",
}

CONTEXT_INDICATOR = {
    "source": "string",
    "indicator": "string",
    "area_code": "string",
    "period": "string",
    "value": "double?",
    "lower": "double?",
    "upper": "double?",
    "unit": "string",
    "england": "double?",
    "region": "double?",
    "published_by": "string",
    "published_on": "string?",
}

FILE_READ = {
    "source": "string",
    "path": "string",  # relative to the data folder; never a path of the machine
    "sha256": "string",
    "bytes": "int64",
    "rows_in": "int64?",
    "rows_used": "int64?",
    "first_month": "string?",
    "last_month": "string?",
    "licence": "string",
    "note": "string?",
}

SET_ASIDE = {
    "source": "string",
    "file": "string",
    "reason": "string",
    "rows": "int64",
}

EXTRACT_COMPARISON = {
    "source": "string",
    "month": "string",
    "earlier": "string",  # extract
    "later": "string",
    "rows_earlier": "int64",
    "rows_later": "int64",
    "kept": "string",  # the extract that is used for the month
    "why": "string",
    "appeared": "int64",  # Crime IDs in the later extract only
    "vanished": "int64",
    "in_both": "int64",
    "offence_changed": "int64",
    "place_changed": "int64",
    "outcome_changed": "int64",
}

COMPLETENESS = {
    "source": "string",
    "force": "string",
    "first_month": "string",
    "last_month": "string",
    "held": "int64?",  # recorded crime without ASB, in what is used
    "expected": "int64?",  # Home Office count for the force and quarter, without fraud
    "share": "double?",  # held / expected
    "status": "string",  # 'complete', 'incomplete', 'missing', 'not judged'
    "why": "string",
}

# Whether a source has anything at all for a district and month: no row is not nought
AREA_MONTH_HELD = {
    "source": "string",
    "month": "string",
    "district_code": "string",
    "held": "bool",
}

# A definition of a kind of crime that is the partnership's own, checked
DEFINITION = {
    "definition": "string",
    "file": "string",  # as the settings name it
    "text": "string",  # its content as JSON
}

# How warm each day was, of the partnership's own file
TEMPERATURE = {
    "date": "string",  # YYYY-MM-DD, no day left out
    "maximum_celsius": "double",
}

# Last year's plan, as the partnership's own file tells of it
PLAN = {
    "year": "string",
    "first_month": "string",
    "last_month": "string",
    "as_of": "string",  # YYYY-MM-DD
}

PLAN_ACTION = {
    "code": "string",
    "title": "string",
    "agency": "string",
    "recommendation": "string",
    "state": "string",  # 'closed', 'in hand', 'closing asked for', 'deferred' or 'stopped'
    "first_due_on": "string",
    "due_on": "string",
    "percent_complete": "int32",
    "days_late": "int32",
    "last_word": "string",
}

PLAN_INDICATOR = {
    "code": "string",
    "name": "string",
    "unit": "string",
    "first_month": "string?",
    "last_month": "string?",
    "asked": "double?",
    "actual": "double?",
    "state": "string",  # 'known', 'not known' or 'withheld'
    "reason": "string",
    "result": "string",  # 'met', 'not met', 'not known' or 'no target'
    "words": "string",
}

TABLES = {
    "offence_record": OFFENCE_RECORD,
    "offence_count": OFFENCE_COUNT,
    "outcome_record": OUTCOME_RECORD,
    "stop_search_record": STOP_SEARCH_RECORD,
    "official_count": OFFICIAL_COUNT,
    "force_quarter": FORCE_QUARTER,
    "force_outcome": FORCE_OUTCOME,
    "context_indicator": CONTEXT_INDICATOR,
    **AREA_TABLES,
    "file_read": FILE_READ,
    "set_aside": SET_ASIDE,
    "extract_comparison": EXTRACT_COMPARISON,
    "completeness": COMPLETENESS,
    "area_month_held": AREA_MONTH_HELD,
    "definition": DEFINITION,
    "temperature": TEMPERATURE,
    "plan": PLAN,
    "plan_action": PLAN_ACTION,
    "plan_indicator": PLAN_INDICATOR,
    **PARTNER_TABLES,
}
