"""The sums: the pairs of each offence, from the figures that profiles print as well."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.near_repeats.findings import NearRepeatFindings
from wardwise.chapters.near_repeats.key_findings import key_findings
from wardwise.figures.desk import Desk
from wardwise.figures.near_repeats import near_repeats


def analyse(desk: Desk) -> NearRepeatFindings:
    """Of the year that the extract covers."""
    held = near_repeats(desk)
    found = NearRepeatFindings(desk.area, held.offences, held.too_few, ())
    return replace(found, key_findings=key_findings(found))
