"""The settings file of Exampleshire."""

from __future__ import annotations

from wardwise.demo import truths as planted
from wardwise.demo import truths_people as people
from wardwise.demo.files.boundaries import OWN_AREAS
from wardwise.demo.files.context import CONTEXT
from wardwise.demo.initiatives import initiative_settings_text
from wardwise.demo.last_plan import LAST_PLAN
from wardwise.demo.names import FORCES, HOME
from wardwise.demo.partners.supply import partner_settings_text


SEED = 20261120
RECORDED_BEFORE = 65.0
"""Of the public order offences reported, those recorded before the change. Unit: percent."""


def settings_text(*, seed: int = SEED, with_partners: bool = False) -> str:
    """The YAML of a made-up partnership that knows of its force's recording change."""
    partners = _breaks_of_partners() if with_partners else ""
    rest = f"plan: {{last: {LAST_PLAN}}}\n{partner_settings_text()}" if with_partners else ""
    return _open_data(seed, partners) + rest


def _breaks_of_partners() -> str:
    """What is known to have changed in the partners' own files."""
    return f"""\
  - month: {people.ALCOHOL_FROM}
    what: A new crime system asks of every crime whether alcohol and drugs were involved
    source: Letter of the force to its partnerships, March 2025 (made up)
    offences: [alcohol, drugs]
    kind: system
  - month: {people.WARDS_CHANGED}
    what: The council's wards are other wards than before; one was two, and one was split
    source: Order on electoral changes, 2024 (made up)
    offences: [council_asb, racial_incidents, exclusions]
    kind: classification
"""


def _recorded() -> str:
    """The share recorded before and after: the planted change, in the words of an inspection."""
    after = RECORDED_BEFORE * planted.RECORDING_BY[planted.Truths().recording]
    return f"""\
recording_rates:
  - month: {planted.RECORDING_CHANGED}
    before_percent: {RECORDED_BEFORE}
    after_percent: {after:g}
    source: Audit of the force, October 2026 (made up)
    offences: [{planted.RECORDING}]
"""


def _open_data(seed: int, breaks: str) -> str:
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
{breaks}{_recorded()}{initiative_settings_text()}document:
  title: Strategic assessment for Exampleshire
  marking: OFFICIAL
  prepared_by: Exampleshire community safety team
seed: {seed}
"""
