"""People in two roles, and crimes that several people were suspected of together."""

from __future__ import annotations

import numpy as np

from wardwise.domain.figure import Figure, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.people_recorded import Ints
from wardwise.figures.people_selected import Arguments, Selected
from wardwise.figures.people_withheld import is_few, shown
from wardwise.measures.people.co_offending_share import co_offending_share_percent
from wardwise.measures.people.overlap_share import overlap_share_percent


FEWEST = 50
"""People with an identity in each role, or crimes with a suspect."""


def overlap_figure(
    found: Selected, *, role: str = "victim", other: str = "suspect"
) -> Figure | NotKnown:
    """Share of these people who were in the other role in any crime of the period."""
    if role not in found.held.people or other not in found.held.people:
        return NotKnown(f"{role}s and {other}s are not both held")
    every = found.other(every_crime=True)
    own, others = _people(found, role), _people(every, other)
    if (
        min(len(np.unique(one)) for one in (own, others)) < FEWEST
        or not np.isin(found.rows(role).person, found.rows(other).person).any()
    ):
        return NotKnown("the two files know nobody by the same identity")
    # the measure has two sides, and asks of which of them the share is
    overlap = overlap_share_percent(victim_keys=own, offender_keys=others, level=found.desk.level)
    arguments: Arguments = {
        "victim_keys": found.ask("partner_people_keys", role=role),
        "offender_keys": every.ask("partner_people_keys", role=other),
        "level": found.desk.level,
    }
    least = found.desk.settings.people.least_count
    return found.figure(
        Recipe("overlap_share_percent", arguments, "of_victims.value"),
        shown(overlap.of_victims, few=is_few(overlap.both, overlap.victims, least=least)),
        unit=Unit.PERCENT,
        roles=(role, other),
        detail=f"{role}, {other} of any crime too",
    )


def co_offending_figure(found: Selected, *, role: str) -> Figure | NotKnown:
    """Share of crimes with a known person of the role that have two or more."""
    people, at = found.rows(role), found.parts(role)
    known = at[(people.person[at] >= 0) & (people.record[at] >= 0)]
    if len(np.unique(people.record[known])) < FEWEST:
        return NotKnown("too few crimes name anybody")
    shared = co_offending_share_percent(
        record_keys=people.record[known], person_keys=people.person[known], level=found.desk.level
    )
    arguments: Arguments = {
        "record_keys": found.ask("partner_pair_records", role=role),
        "person_keys": found.ask("partner_pair_people", role=role),
        "level": found.desk.level,
    }
    sizes = shared.offences_by_size
    crimes = sum(sizes.values())
    few = is_few(crimes - sizes.get(1, 0), crimes, least=found.desk.settings.people.least_count)
    return found.figure(
        Recipe("co_offending_share_percent", arguments, "of_offences.value"),
        shown(shared.of_offences, few=few),
        unit=Unit.PERCENT,
        roles=(role,),
        detail=f"{role}, two or more together",
    )


def _people(found: Selected, role: str) -> Ints:
    person = found.rows(role).person[found.parts(role)]
    return person[person >= 0]
