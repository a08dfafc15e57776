"""Victim and suspect of a crime, and what they are to each other: keys only."""

from __future__ import annotations

import pyarrow as pa

from wardwise.sources.partner_files.extract import Extract
from wardwise.sources.partner_files.records import tidy_table


def read_relationships(extract: Extract) -> pa.Table:
    """The tidy table ``partner_relationship``."""
    values = {
        "victim_key": extract.keys("victim", "person"),
        "suspect_key": extract.keys("suspect", "person"),
        "record_key": extract.keys("crime_reference", "record"),
        "relationship": extract.plain("relationship"),
    }
    extract.put_repeats_aside()
    return tidy_table("partner_relationship", extract, values)
