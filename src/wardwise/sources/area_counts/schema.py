"""The table of counts by LSOA, month and offence, in the form in which it is supplied."""

from __future__ import annotations


SOURCE = "area_counts"
FOLDER = "area_counts"
LICENCE = "Open Government Licence v3.0"
COLUMNS = ("month", "lsoa_code", "crime_type", "crime_count")
