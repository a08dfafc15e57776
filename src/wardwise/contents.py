"""The chapters of each paper in printed order: the only list of them."""

from __future__ import annotations

from wardwise.chapters.area_and_people import CHAPTER as AREA
from wardwise.chapters.comparison import CHAPTER as COMPARISON
from wardwise.chapters.conferences import CHAPTER as CONFERENCES
from wardwise.chapters.evaluation import CHAPTER as EVALUATION
from wardwise.chapters.evidence_and_trust import CHAPTER as EVIDENCE
from wardwise.chapters.harm import CHAPTER as HARM
from wardwise.chapters.high_impact_areas import CHAPTER as HIGH_IMPACT
from wardwise.chapters.hot_spots import CHAPTER as HOT_SPOTS
from wardwise.chapters.last_plan import CHAPTER as LAST_PLAN
from wardwise.chapters.levels_and_patterns import CHAPTER as LEVELS
from wardwise.chapters.looking_ahead import CHAPTER as AHEAD
from wardwise.chapters.methods_and_glossary import CHAPTER as METHODS
from wardwise.chapters.near_repeats import CHAPTER as NEAR_REPEATS
from wardwise.chapters.other_services import CHAPTER as OTHER_SERVICES
from wardwise.chapters.outcomes_and_searches import CHAPTER as OUTCOMES
from wardwise.chapters.places import CHAPTER as PLACES
from wardwise.chapters.profile import CHAPTER as PROFILES
from wardwise.chapters.records_and_trust import CHAPTER as RECORDS_AND_TRUST
from wardwise.chapters.records_hours import CHAPTER as RECORDS_HOURS
from wardwise.chapters.records_people import CHAPTER as RECORDS_PEOPLE
from wardwise.chapters.reoffending import CHAPTER as REOFFENDING
from wardwise.chapters.seasons import CHAPTER as SEASONS
from wardwise.chapters.statutory_coverage import CHAPTER as STATUTORY
from wardwise.chapters.substance_misuse import CHAPTER as SUBSTANCES
from wardwise.chapters.threat_assessment import CHAPTER as THREATS
from wardwise.chapters.worry_and_crime import CHAPTER as WORRY
from wardwise.figures.chapter import Chapter
from wardwise.figures.records_desk import RecordsChapter


ASSESSMENT: tuple[Chapter, ...] = (
    AREA,
    EVIDENCE,
    LEVELS,
    OUTCOMES,
    COMPARISON,
    PLACES,
    HOT_SPOTS,
    NEAR_REPEATS,
    WORRY,
    HIGH_IMPACT,
    SEASONS,
    HARM,
    SUBSTANCES,
    REOFFENDING,
    CONFERENCES,
    OTHER_SERVICES,
    EVALUATION,
    LAST_PLAN,
    AHEAD,
    THREATS,
    PROFILES,
    STATUTORY,
    METHODS,
)

RECORDS: tuple[RecordsChapter, ...] = (
    RECORDS_AND_TRUST,
    RECORDS_PEOPLE,
    RECORDS_HOURS,
)
"""Of a paper on record-level files alone, of a place without an English geography."""
