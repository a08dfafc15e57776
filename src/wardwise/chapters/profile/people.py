"""The people of a priority from partners' extracts: chosen, then told role by role."""

from __future__ import annotations

from wardwise.chapters.profile.current_situation import stands_for_it
from wardwise.chapters.profile.findings import Flagged, Situation
from wardwise.chapters.profile.kind import RARE_BELOW
from wardwise.domain.nothing import NotKnown
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.figures.candidates import Candidate
from wardwise.figures.desk import Desk
from wardwise.figures.people_flags import flag_lines, vulnerability
from wardwise.figures.people_found import PeopleFound, crimes_figure, described, people_found
from wardwise.figures.people_selected import codes_of, select_every
from wardwise.figures.themes import Theme


def analyse_people(
    desk: Desk, candidate: Candidate, situation: Situation | NotKnown
) -> PeopleFound | NotKnown:
    """The crimes of the offence's own name or codes; its group only where that stands for it."""
    if candidate.group == ANTI_SOCIAL_BEHAVIOUR:
        return NotKnown("incidents name no victims and no suspects")
    if isinstance(situation, Situation) and situation.volume.number < RARE_BELOW:
        return NotKnown("so few cases are told one by one")
    name = candidate.evidence.name
    if isinstance(candidate.theme, Theme):
        return described(candidate.theme.selected)
    share = situation.share if isinstance(situation, Situation) else None
    if candidate.group is not None and candidate.group_fit == "same":
        return people_found(desk, name=name, offences=(name, candidate.group))
    codes = codes_of(desk, name)
    if not codes and stands_for_it(candidate, share) and candidate.group is not None:
        return people_found(desk, name=name, offences=(name, candidate.group))
    return people_found(desk, name=name, offences=(name,), codes=codes)


def analyse_flags(desk: Desk) -> Flagged | NotKnown:
    """Vulnerability in all recorded crime, each crime counted once."""
    every = select_every(desk)
    if isinstance(every, NotKnown):
        return every
    held = vulnerability(every)
    if held is None:
        return NotKnown("the extract fills no flag of vulnerability")
    return Flagged(crimes_figure(every), held, flag_lines(every))
