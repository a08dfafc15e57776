"""The sentences of the chapter."""

from __future__ import annotations

from wardwise.chapters.seasons.findings import GroupSeason, SeasonsFindings, WeekFound
from wardwise.document.initials import capital, small
from wardwise.document.phrases import limits, listed, verdict_of
from wardwise.document.text import Number, Text, join, say
from wardwise.document.words import in_words, rounded, signed_percent, whole
from wardwise.domain.nothing import NotKnown
from wardwise.domain.offences import ALL_RECORDED_CRIME
from wardwise.domain.period import NAMES
from wardwise.figures.day_kinds import BANK, DARK, HOT, SCHOOL, DayKind
from wardwise.figures.level_changes import LevelChange, LevelChanges
from wardwise.measures.time.month_index import TOO_SHORT, MonthIndex


SHORT = "under two years since the last break or gap in the counts"
NAMED = 2
"""Groups with a season, up to which the answer names them all."""
WHEN = {
    BANK: "on bank holidays",
    SCHOOL: "on weekdays of the school holidays",
    DARK: "in the evening hours once they are dark",
    HOT: "on hot days",
}


def name_of(offence: str | None) -> str:
    """As a row is headed."""
    return offence or ALL_RECORDED_CRIME


def answer(found: SeasonsFindings) -> Text:
    """How much of crime has a season, and all crime's highest and lowest month."""
    groups, seasonal = found.groups[1:], [one for one in found.seasonal if one.offence]
    tested = [one for one in groups if not isinstance(one.season.index, NotKnown)]
    if not tested:
        reason = found.groups[0].season.index
        why = reason.reason if isinstance(reason, NotKnown) else "too few offences in every group"
        return say("Whether crime here has a season is not known: {why}.", why=why)
    years = in_words(_years(found))
    if not seasonal:
        first = say(
            "No offence group has a season: over {years} years their months differ no more "
            "than chance allows.",
            years=years,
        )
    elif len(seasonal) <= NAMED:
        first = say(
            "Of {of} offence groups that can be judged, {n} {has} a season: {which}.",
            of=in_words(len(tested)),
            n=in_words(len(seasonal)),
            has="have" if len(seasonal) > 1 else "has",
            which=join([_peak(one) for one in seasonal], "; "),
        )
    else:
        first = say(
            "{n} of the {of} offence groups that can be judged have a season, {top} most of all.",
            n=capital(in_words(len(seasonal))),
            of=in_words(len(tested)),
            top=_peak(seasonal[0]),
        )
    return join([first, *_whole(found.groups[0])])


def _peak(one: GroupSeason) -> Text:
    index = _index(one)
    assert index is not None, "it has a season"
    top = max(range(12), key=lambda n: index.index[n])
    return say(
        "{what} ({month} at {n}, where 100 is the average day)",
        what=name_of(one.offence).lower(),
        month=NAMES[top + 1],
        n=whole(one.season.months[top]),
    )


def _years(found: SeasonsFindings) -> int:
    years = [one.season.index.years for one in found.groups if _index(one) is not None]  # type: ignore[union-attr]
    return max(years, default=0)


def _index(one: GroupSeason) -> MonthIndex | None:
    return one.season.index if isinstance(one.season.index, MonthIndex) else None


def _whole(one: GroupSeason) -> list[Text]:
    index = _index(one)
    if index is None or not one.season.is_seasonal:
        return []
    top = max(range(12), key=lambda n: index.index[n])
    low = min(range(12), key=lambda n: index.index[n])
    return [
        say(
            "All recorded crime is highest in {top}, at {high} where 100 is the average day, and "
            "lowest in {bottom}, at {least}.",
            top=NAMES[top + 1],
            high=whole(one.season.months[top]),
            bottom=NAMES[low + 1],
            least=whole(one.season.months[low]),
        )
    ]


def left_out(found: SeasonsFindings) -> Text | None:
    """The groups without a season, and those of which it is not known."""
    even = [name_of(one.offence).lower() for one in found.even]
    parts = []
    if even and found.seasonal:
        names = listed(even) if len(even) <= 4 else _the_others(found)
        parts.append(say("No season was found in {names}.", names=names))
    if len(found.too_few) < len(found.groups):
        parts.extend(_not_judged(found))
    return join(parts) if parts else None


def _not_judged(found: SeasonsFindings) -> list[Text]:
    """The groups of which it is not known, by the reason that holds for each."""
    why: dict[str, list[str]] = {}
    for one in found.too_few:
        index = one.season.index
        short = isinstance(index, NotKnown) and index.reason.startswith(TOO_SHORT)
        why.setdefault(SHORT if short else "too few offences", []).append(
            name_of(one.offence).lower()
        )
    return [
        say("{names} cannot be judged: {why}.", names=capital(listed(names)), why=reason)
        for reason, names in sorted(why.items())
    ]


def _the_others(found: SeasonsFindings) -> str:
    whole_too = not found.groups[0].season.is_seasonal
    others = in_words(sum(one.offence is not None for one in found.even))
    return f"the other {others}" + (", nor in all recorded crime" if whole_too else "")


def levels_words(found: SeasonsFindings) -> Text:
    """Which levels changed, from when; or that none did."""
    changed = [(one, change) for one in found.levels for change in one.changes]
    looked_at = [one for one in found.levels if not isinstance(one.found, NotKnown)]
    if not looked_at:
        return say("Too few months are held to look for a lasting change of level.")
    months = max(one.found.months for one in looked_at if not isinstance(one.found, NotKnown))
    if not changed:
        return say(
            "In the {months} complete months held, no offence can be shown to have moved to "
            "another level, beyond chance and slow drift.",
            months=str(months),
        )
    told = [_level(one, change) for one, change in changed[:3]]
    others = {one.offence for one in looked_at} - {one.offence for one, _ in changed} - {None}
    none = [say("No other group changed level.")] if others else []
    return join([*told, *_more(len(changed) - len(told)), *none])


def quarter_words(found: SeasonsFindings) -> Text | None:
    """What moved in the last three months, too late to be a level of its own."""
    if not found.quarter:
        return None
    moved = [
        say(
            "{what} {verb} to {now} from {then} ({change})",
            what=small(one.offence),
            verb=str(verdict_of(one.change)),
            now=whole(one.now),
            then=whole(one.then),
            change=signed_percent(one.change, 0),
        )
        for one in found.quarter
    ]
    return say(
        "The last months show more than a level can yet: against the same months a year before, "
        "{moved} in {period}. That is beyond chance with every group that was looked at allowed "
        "for. Whether it lasts, the next months will show.",
        moved=join(moved, "; "),
        period=found.quarter[0].now.period.label,
    )


def _level(one: LevelChanges, change: LevelChange) -> Text:
    counting = [each for each in change.happened if each.is_counting]
    begun = [each for each in change.happened if not each.is_counting]
    text = say(
        "From {month} {what} ran {n} {side} than before ({range})",
        month=change.month.label,
        what=name_of(one.offence).lower(),
        n=Number(f"{rounded(abs(change.change.number), 0)}%", change.change),
        side="higher" if change.change.number > 0 else "lower",
        range=limits(change.change, 0),
    )
    if counting:
        return text + ": counting changed about then, which may be all of it."
    if begun:
        return text + say(
            ". About then began {what}; that alone does not show that it is the cause.",
            what=listed([each.what for each in begun]),
        )
    return text + "; nothing is registered that explains it."


def _more(rest: int) -> list[Text]:
    if not rest:
        return []
    return [say("The table has {n} more.", n=in_words(rest))]


def kinds_words(week: WeekFound) -> Text:
    """Which days and hours differ beyond chance; or that none do."""
    held = [one for one in week.kinds if one.is_beyond_chance]
    if not held:
        warm = any(one.kind == HOT for one in week.kinds)
        return say(
            "Bank holidays, school holidays"
            + (", hot days" if warm else "")
            + " and the dark after the clocks go back made no difference beyond chance, in {n} "
            "comparisons.",
            n=in_words(len(week.kinds)),
        )
    return join([_kind_words(kind, held) for kind in WHEN if any(k.kind == kind for k in held)])


def _kind_words(kind: str, held: list[DayKind]) -> Text:
    these = [one for one in held if one.kind == kind]
    told = [
        say("{what} ({n})", what=name_of(one.offence).lower(), n=signed_percent(one.change, 0))
        for one in these
    ]
    several = join(told[:-1], ", ") + " and " + told[-1] if len(told) > 1 else told[0]
    return say("{when} the number differs for {what}.", when=capital(WHEN[kind]), what=several)
