"""Current situation: how many, how often, what changed, where it stands among similar places."""

from __future__ import annotations

from wardwise.chapters.profile.alternatives import alternatives, elsewhere
from wardwise.chapters.profile.counted_anew import counted_anew, counted_anew_notes
from wardwise.chapters.profile.findings import Months, OwnCounts, Profile, Situation
from wardwise.chapters.profile.kind import OWN_PERCENT
from wardwise.chapters.profile.kinds_table import kinds_table
from wardwise.chapters.profile.own_words import own_words
from wardwise.chapters.profile.picture_tables import peers_table
from wardwise.chapters.profile.pictures import (
    Leading,
    has_map_first,
    leading_picture,
    months_picture,
)
from wardwise.chapters.profile.situation_table import situation_tables, years_table
from wardwise.chapters.profile.situation_words import (
    instead_words,
    not_counted_words,
    outlook_words,
    situation_words,
)
from wardwise.chapters.profile.words import capital
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.section import Block
from wardwise.document.text import join, say
from wardwise.domain.area import Area
from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.figures.candidates import Candidate
from wardwise.figures.changes import change_figure
from wardwise.figures.control import control
from wardwise.figures.desk import Desk
from wardwise.figures.forecasts import outlook
from wardwise.figures.held_part import too_little_held
from wardwise.figures.offences import offences_figure
from wardwise.figures.official import official_offences_figure, official_rate_figure
from wardwise.figures.part_of_group import part_of_group_figure
from wardwise.figures.themes import Theme
from wardwise.measures.compare.rank import Rank


def analyse_situation(desk: Desk, candidate: Candidate) -> Situation | NotKnown:
    """The figures of the current situation; not known where nobody has counted it."""
    figures, evidence = candidate.figures, candidate.evidence
    volume = figures.get("volume")
    if volume is None or volume.status != "known":
        return NotKnown(f"{evidence.data_needed}, from {evidence.held_by}")
    share = _share(desk, candidate)
    months = months_of(desk, candidate.group) if stands_for_it(candidate, share) else None
    counting = _counting(desk, candidate)
    return Situation(
        volume=volume,
        rate=figures["rate"],
        household_rate=figures.get("household_rate"),
        change=figures["change"],
        before=_before(counting, volume),
        rank=figures.get("rank"),
        of=evidence.peers.of if isinstance(evidence.peers, Rank) else 0,
        severity=figures.get("severity"),
        share=share,
        months=months,
        peers=_peers(desk, candidate),
        instead=alternatives(desk, candidate, figures["change"]),
        moved_with_country=bool(elsewhere(desk, candidate, figures["change"])),
        counted_anew=counted_anew(
            counting,
            candidate.group or evidence.name,
            figures["change"],
            *((months.change,) if months else ()),
        ),
    )


def _counting(desk: Desk, candidate: Candidate) -> Desk:
    """The desk that the candidate is counted on."""
    return candidate.theme.by_month if isinstance(candidate.theme, Theme) else desk


def _before(desk: Desk, volume: Figure) -> Figure:
    """The same count, a year earlier."""
    official = desk.evidence.official
    if not isinstance(official, NotHeld) and official.source in volume.sources:
        return official_offences_figure(
            desk, official, area=volume.area, offence=volume.offence, period=official.before
        )
    return offences_figure(desk, area=desk.area, period=desk.before, offence=volume.offence)


def stands_for_it(candidate: Candidate, share: Figure | None) -> bool:
    """Whether the group's months and places may be read as the offence's own."""
    if candidate.group is None or isinstance(candidate.theme, Theme):
        return False
    if share is None:
        return candidate.group_fit == "same"
    return share.status == "known" and share.number >= OWN_PERCENT


def _share(desk: Desk, candidate: Candidate) -> Figure | None:
    official = desk.evidence.official
    if candidate.group_fit != "part" or candidate.group is None or isinstance(official, NotHeld):
        return None
    return part_of_group_figure(
        desk, official, offence=candidate.evidence.name, group=candidate.group
    )


def months_of(desk: Desk, group: str | None) -> Months:
    """Three years, the change, the control chart and the year ahead of one group of a desk."""
    first, before, latest = (
        offences_figure(desk, area=desk.area, period=year, offence=group)
        for year in desk.three_years
    )
    return Months(
        years=(first, before, latest),
        change=change_figure(
            desk, area=desk.area, period=desk.latest, before=desk.before, offence=group
        ),
        chart=control(desk, area=desk.area, offence=group),
        outlook=outlook(desk, area=desk.area, offence=group).figure,
        incomplete=tuple(
            year for year in desk.three_years if desk.evidence.completeness.problem(year)
        ),
        held_only=too_little_held(desk, group),
    )


def _peers(desk: Desk, candidate: Candidate) -> tuple[tuple[Area, Figure], ...]:
    """Published rates of ours and the most similar, the highest first."""
    official = desk.evidence.official
    if isinstance(official, NotHeld) or "rank" not in candidate.figures:
        return ()
    areas = [desk.area, *(one.area for one in desk.evidence.comparators.most_similar)]
    ours = official.partnerships.get(desk.evidence.place.csp_code, desk.area)
    found = [
        (
            area,
            official_rate_figure(
                desk,
                official,
                area=ours if area is desk.area else official.partnerships.get(area.code, area),
                offence=candidate.evidence.name,
            ),
        )
        for area in areas
    ]
    known = [pair for pair in found if pair[1].status == "known"]
    return tuple(sorted(known, key=lambda pair: -pair[1].number))


def write_situation(profile: Profile) -> tuple[Block, ...]:
    """What is known of level, change and standing, what to expect, what else it could be."""
    situation = profile.situation
    if isinstance(situation, NotKnown):
        return (*not_counted(profile, situation), *_by_extract(profile))
    blocks: list[Block] = [Paragraph(situation_words(profile, situation))]
    blocks += situation_tables(profile, situation)
    blocks += kinds_table(profile)
    blocks += counted_anew_notes(profile, situation)
    months = months_picture(profile, situation.months) if situation.months else None
    leading = leading_picture(profile)
    leads = leading is Leading.MONTHS
    if months and not leads:
        blocks.append(months)
    blocks.append(Note(NoteKind.ALTERNATIVE, instead_words(situation)))
    if months and months.table and leads and has_map_first(profile):
        blocks.append(months.table)  # the picture beside the map carries the map's numbers
    if leading is Leading.PEERS and has_map_first(profile):
        blocks.append(peers_table(profile, situation))
    return tuple(blocks)


def _by_extract(profile: Profile) -> tuple[Block, ...]:
    """What an extract counts of an offence that nothing published counts."""
    own = profile.own
    if not isinstance(own, OwnCounts):
        return ()
    words = join([own_words(profile, own), outlook_words(profile, own.months)])
    return (
        Paragraph(words),
        years_table(profile, own.months),
        months_picture(profile, own.months),
    )


def not_counted(profile: Profile, missing: NotKnown) -> tuple[Block, ...]:
    """That nobody has counted it, why it is here, and what would make it known."""
    needed = say("{what}.", what=capital(missing.reason))
    return Paragraph(not_counted_words(profile)), Note(NoteKind.MISSING, needed)
