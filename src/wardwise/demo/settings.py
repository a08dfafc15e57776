"""The settings file of Exampleshire."""

from __future__ import annotations

from wardwise.demo import truths as planted
from wardwise.demo.files.boundaries import OWN_AREAS
from wardwise.demo.files.context import CONTEXT
from wardwise.demo.names import FORCES, HOME
from wardwise.demo.partners.supply import partner_settings_text


SEED = 20261120


def settings_text(*, seed: int = SEED, with_partners: bool = False) -> str:
    """The YAML of a made-up partnership that knows of its force's recording change."""
    return _open_data(seed) + (partner_settings_text() if with_partners else "")


def _open_data(seed: int) -> str:
    return f"""\
# Exampleshire does not exist: its places, people and offences are made up.
partnership: {{code: {HOME}, name: Exampleshire, force: {FORCES[0][1]}}}
evidence:
  recorded_crime: police_uk
  outcomes: police_uk
  stop_and_search: police_uk
  official: ons_csp_tables
  force_totals: home_office_prc
  context: [{CONTEXT}]
period: {{year_ends: latest}}
comparators: {{most_similar: computed, count: 15}}
places:
  commissioned: [{planted.HOT_WARD}, Market and Minster]
  own_areas:
    - {{name: Impact areas, file: {OWN_AREAS}, name_column: name}}
priorities: {{count: 5, overrides: []}}
measures: {{screen_moving_ranges: true}}
series_breaks:
  - month: {planted.RECORDING_CHANGED}
    what: {FORCES[0][1]} Police began to record more of the public order offences reported to it
    source: Letter of the force to its partnerships, November 2025 (made up)
    offences: [{planted.RECORDING}, Public order offences]
    kind: recording practice
    direction: up
document:
  title: Strategic assessment for Exampleshire
  marking: OFFICIAL
  prepared_by: Exampleshire community safety team
seed: {seed}
"""
