"""What the test lets us say of the areas, and their names in words."""

from __future__ import annotations

from wardwise.document.phrases import listed
from wardwise.document.words import in_words
from wardwise.figures.area_profiles import ProfileLine
from wardwise.figures.high_impact import HighImpact
from wardwise.figures.high_impact_areas import NamedPart


MOST_WARDS = 2
FLAG = " (flag)"
FLAGGED = {"Knife": "with a knife", "Any weapon": "with a weapon", "Alcohol": "for alcohol"}


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


def by_number(found: HighImpact, one: str, many: str) -> str:
    """The first word where there is a single area, the second where there are several."""
    return one if len(found.areas.parts) == 1 else many


def judged_later(found: HighImpact) -> str:
    """That a proposed area is judged on another year; nothing of one that was chosen."""
    if found.areas.chosen_on is None:
        return ""
    was = by_number(found, "area was", "areas were")
    return f"; the {was} proposed from the year before and judged on this one"


def on_chance(line: ProfileLine) -> str:
    """Whether joined-up areas with as many residents, drawn at random, hold as much."""
    if line.p_value is None:
        return "no such area has room elsewhere, so that chance cannot be judged"
    if line.beyond_chance:
        return "beyond what joined-up areas with as many residents, drawn at random, hold"
    return "no more than joined-up areas with as many residents, drawn at random, may hold"


def verdict(line: ProfileLine) -> str:
    """The word for a table."""
    if line.p_value is None:
        return "–"
    return "beyond chance" if line.beyond_chance else "no more than chance"


def in_a_sentence(name: str) -> str:
    """What a line is of, as it is said.

    >>> in_a_sentence("Knife (flag)"), in_a_sentence("Domestic abuse (flag)")
    ('offences flagged with a knife', 'offences flagged as domestic abuse')
    """
    plain = name.removesuffix(FLAG)
    said = plain[:1].lower() + plain[1:]
    return said if plain == name else f"offences flagged {FLAGGED.get(plain, f'as {said}')}"
