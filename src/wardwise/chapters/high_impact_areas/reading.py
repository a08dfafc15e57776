"""What the test lets us say of the areas, and their names in words."""

from __future__ import annotations

from wardwise.document.phrases import listed
from wardwise.document.words import in_words
from wardwise.figures.area_profiles import ProfileLine
from wardwise.figures.high_impact import HighImpact
from wardwise.figures.high_impact_areas import NamedPart


JUDGED_LATER = "; the areas were proposed from the year before and judged on this one"
MOST_WARDS = 2


def areas_in_words(found: HighImpact) -> str:
    """``Two areas, in South and Dallow wards and in Biscot ward``, or the settings' names."""
    parts = found.areas.parts
    if found.areas.chosen_on is None:
        return listed([part.name for part in parts])
    count = in_words(len(parts)).capitalize()
    return f"{count} area{'s' if len(parts) > 1 else ''}, {listed([_where(p) for p in parts])}"


def _where(part: NamedPart) -> str:
    shown = part.wards[:MOST_WARDS]
    more = len(part.wards) > MOST_WARDS
    wards = listed([*shown, "other"] if more else shown)
    return f"in {wards} ward{'s' if len(part.wards) > 1 else ''}"


def on_chance(line: ProfileLine) -> str:
    """Whether areas of equal population drawn at random hold as much."""
    if line.p_value is None:
        return "areas of that size have no room elsewhere, so that chance cannot be judged"
    if line.beyond_chance:
        return "beyond what contiguous areas of equal population drawn at random hold"
    return "no more than contiguous areas of equal population drawn at random may hold"


def verdict(line: ProfileLine) -> str:
    """The word for a table."""
    if line.p_value is None:
        return "–"
    return "beyond chance" if line.beyond_chance else "as chance may be"
