"""The shape of every tidy table made from partners' own files: column → type."""

from __future__ import annotations


# A partner's file, the law it came under, and what became of its rows
PARTNER_FILE = {
    "source": "string",  # 'partner:recorded_crime'
    "dataset": "string",
    "supplier": "string",
    "path": "string",
    "sha256": "string",
    "bytes": "int64",
    "mapping": "string",
    "mapping_version": "string",
    "mapping_sha256": "string",
    "key_fingerprint": "string",  # keys of two files are comparable only where it is the same
    "controller": "string",
    "gateway": "string",
    "purpose": "string",
    "retain_until": "string",
    "marking": "string",
    "received_on": "string",
    "asked": "string?",
    "first_day": "string?",  # of the rows used
    "last_day": "string?",
    "rows_in": "int64",
    "rows_used": "int64",
    "rows_located": "int64?",  # used rows with an LSOA; empty where the dataset has no place
}

# One row is one row of a supplier's file. Moments are YYYY-MM-DDTHH:MM, days YYYY-MM-DD
PARTNER_RECORD = {
    "source": "string",
    "dataset": "string",
    "supplier": "string",
    "file": "string",
    "row": "int32",
    "record_key": "string?",  # keyed hash of the supplier's reference
    "offence": "string?",  # our group, or the supplier's own label
    "offence_code": "string?",
    "category": "string?",
    "recorded_on": "string?",
    "from_moment": "string?",
    "to_moment": "string?",
    # 'exact', 'hour', 'span', 'one end', 'date', 'unknown hour', 'none'
    "time_precision": "string",
    "month": "string?",  # of the recording, or of the event where that is not given
    "longitude": "double?",
    "latitude": "double?",
    "lsoa_code": "string?",
    "ward_code": "string?",
    "outward_postcode": "string?",
    "place_precision": "string",  # 'point', 'postcode', 'lsoa', 'ward', 'outward', 'none'
    "not_located": "string?",
    "flags": "string?",  # those that are set, in the order of the fields, parted by ';'
    "flags_known": "string?",  # those that the supplier fills at all
    "flags_not_known": "string?",  # of these, the ones not known in this row
    "weapon": "string?",
    "premises": "string?",
    "outcome": "string?",
    "outcome_on": "string?",
    "reason": "string?",
    "arrived_on": "string?",  # at an emergency department
    "age_low": "int32?",  # of the patient
    "age_high": "int32?",
    "sex": "string?",
    "free_text": "string?",  # only where the settings ask for it
    "used": "bool",
    "set_aside": "string?",
}

PARTNER_PERSON = {
    "source": "string",
    "dataset": "string",
    "supplier": "string",
    "file": "string",
    "row": "int32",
    "role": "string",  # 'victim', 'suspect' (named, not proved), 'offender' (proved)
    "person_key": "string?",  # empty where the supplier gives no identity
    "record_key": "string?",
    "event_on": "string?",
    "age": "int32?",  # completed years at the event
    "age_low": "int32?",
    "age_high": "int32?",  # empty beside a lower age: and over
    "sex": "string?",  # 'F', 'M'
    "ethnicity": "string?",
    "home_lsoa": "string?",
    "home_ward": "string?",
    "relationship": "string?",  # of a victim to the suspect
    "used": "bool",
    "set_aside": "string?",
}

PARTNER_RELATIONSHIP = {
    "source": "string",
    "dataset": "string",
    "supplier": "string",
    "file": "string",
    "row": "int32",
    "victim_key": "string?",
    "suspect_key": "string?",
    "record_key": "string?",
    "relationship": "string?",  # of the victim to the suspect
    "used": "bool",
    "set_aside": "string?",
}

PARTNER_RETURN = {
    "source": "string",
    "dataset": "string",
    "supplier": "string",
    "file": "string",
    "row": "int32",
    "first_month": "string?",
    "last_month": "string?",
    "area_code": "string?",
    "item": "string?",
    "category": "string?",
    "cohort": "string?",
    "value": "double?",  # empty where the supplier withholds it
    "of": "double?",  # denominator
    "withheld": "string?",  # which of the two the supplier withholds: 'value', 'of', 'value;of'
    "at_most": "double?",  # a withheld value, where the supplier's mark says: '<5' is at most 4
    "used": "bool",
    "set_aside": "string?",
}

# One row is one reply to one question
PARTNER_REPLY = {
    "source": "string",
    "dataset": "string",
    "supplier": "string",
    "file": "string",
    "row": "int32",
    "replied_on": "string?",
    "ward_code": "string?",
    "age_low": "int32?",
    "age_high": "int32?",
    "sex": "string?",
    "ethnicity": "string?",
    "weight": "double?",
    "question": "string",
    "answer": "string?",
    "used": "bool",
    "set_aside": "string?",
}

# A fault of one row, without the value that it was found in
PARTNER_FAULT = {
    "source": "string",
    "file": "string",
    "row": "int32",
    "field": "string",
    "reason": "string",
}

# How many rows of a file are so, of how many that could be
PARTNER_QUALITY = {
    "source": "string",
    "file": "string",
    "check": "string",
    "field": "string?",
    "rows": "int64",
    "of": "int64",
}

# Two extracts of one dataset by one supplier, the later received against the one before
PARTNER_REVISION = {
    "source": "string",
    "supplier": "string",
    "earlier": "string",
    "later": "string",
    "in_both": "int64",
    "appeared": "int64",
    "vanished": "int64",  # within the days that both cover
    "field": "string",
    "changed": "int64",
}

# People of several files who have no common number, linked by what is known of them: one row
PARTNER_LINKAGE = {
    "files": "string",  # parted by semicolons
    "rows_compared": "int64",
    "records": "int64",  # rows that say the same of a person are one
    "pairs": "int64",  # with a probability of 1% or more
    "pairs_accepted": "int64",
    "pairs_expected_wrong": "double",  # sum of what their probabilities leave
    "pairs_expected_missed": "double",  # sum of the probabilities of the others
    "people": "int64",
    "people_in_several_files": "int64",
    "threshold": "double",
}

# Pairs about the threshold, told by how alike they are and by nothing that they say
PARTNER_LINKAGE_REVIEW = {
    "pair": "int32",
    "match_weight": "double",  # log2 of the odds
    "probability": "double",
    "accepted": "bool",
    "surname": "string",
    "forename": "string",
    "born_on": "string",
    "sex": "string",
    "home_lsoa": "string",
}

PARTNER_TABLES = {
    "partner_file": PARTNER_FILE,
    "partner_record": PARTNER_RECORD,
    "partner_person": PARTNER_PERSON,
    "partner_relationship": PARTNER_RELATIONSHIP,
    "partner_return": PARTNER_RETURN,
    "partner_reply": PARTNER_REPLY,
    "partner_fault": PARTNER_FAULT,
    "partner_quality": PARTNER_QUALITY,
    "partner_revision": PARTNER_REVISION,
    "partner_linkage": PARTNER_LINKAGE,
    "partner_linkage_review": PARTNER_LINKAGE_REVIEW,
}
