"""Results of a survey in rows and sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wardwise.disclosure.shown_groups import shown_groups
from wardwise.document.phrases import listed
from wardwise.document.words import ordinal
from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.measures.estimate import Estimate
from wardwise.measures.survey.group_heard import GroupHeard, Hearing
from wardwise.measures.survey.preferences import Preferred
from wardwise.measures.survey.question_shares import QuestionOrder, QuestionShares
from wardwise.measures.survey.raked_weights import RakedWeights
from wardwise_web.consultation.models import Survey
from wardwise_web.consultation.selectors.results import Answered, HeardGroup, Told, Weighting
from wardwise_web.consultation.states import Chosen


RESULT_HEADINGS = (
    "Question",
    "Group",
    "Answer",
    "Replies",
    "Effective replies",
    "As counted",
    "As weighted",
    "Take care",
)
SHOWN_FROM = 5  # replies of a group; fewer could point to people
# Equality Act 2010, section 4, each with words by which a survey asks for it
PROTECTED = (
    ("age", ("age",)),
    ("disability", ("disab", "health condition")),
    ("gender reassignment", ("gender", "trans")),
    ("marriage and civil partnership", ("marriage", "marital", "civil partner")),
    ("pregnancy and maternity", ("pregnan", "matern")),
    ("race", ("ethnic", "race")),
    ("religion or belief", ("religio", "belief", "faith")),
    ("sex", ("sex",)),
    ("sexual orientation", ("orientation", "sexuality")),
)


@dataclass(frozen=True)
class Shown:
    """A question's table, or why there is none."""

    text: str
    label: str
    base: str
    care: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    refused: str


def shown(answered: Answered, *, weighted: bool) -> list[Shown]:
    """A question as everybody answered it, then group by group."""
    parts = [("", answered.whole), *answered.groups]
    return [
        _shown(answered, told, group=group, weighted=weighted, everybody=not group)
        for group, told in parts
    ]


def _shown(answered: Answered, told: Told, *, group: str, weighted: bool, everybody: bool) -> Shown:
    question = answered.question
    text = question.text if everybody else group
    label = question.text if everybody else f"{question.text} {group}"
    if isinstance(told, Withheld):
        refused = f"Not shown: {told.reason} to this question."
        return Shown(text, label, "", "", (), (), refused)
    base = f"{told.base:,} replies"
    if weighted:
        base += f"; as weighted they tell as much as {told.effective:,.0f}"
    care = f"Take care: {told.base} replies are few." if told.is_small else ""
    rows = _rows(question.options, told, weighted=weighted)
    return Shown(text, label, base, care, _headings(told, weighted), rows, "")


def _headings(told: QuestionShares | QuestionOrder, weighted: bool) -> tuple[str, ...]:
    if isinstance(told, QuestionShares):
        return ("Answer", "As counted", *(("As weighted",) if weighted else ()))
    plain = ("Points, as counted", "First choice, as counted")
    return (
        "Answer",
        *plain,
        *(("Points, as weighted", "First choice, as weighted") if weighted else ()),
    )


def _rows(
    options: Sequence[str], told: QuestionShares | QuestionOrder, *, weighted: bool
) -> tuple[tuple[str, ...], ...]:
    if isinstance(told, QuestionOrder):
        return tuple(
            (name, *_preferred(plain), *(_preferred(other) if weighted else ()))
            for name, plain, other in zip(options, told.plain, told.weighted, strict=True)
        )
    return tuple(
        (name, percent(plain), *((percent(other),) if weighted else ()))
        for name, plain, other in zip(options, told.plain, told.weighted, strict=True)
    )


def _preferred(one: Preferred) -> tuple[str, str]:
    points = f"{one.points.value:.2f} ({one.points.lower:.2f} to {one.points.upper:.2f})"
    return f"{ordinal(one.place)}: {points}", f"{ordinal(one.first_place)}: {percent(one.first)}"


def percent(one: Estimate) -> str:
    """A share with its range: 41% (36 to 46)."""
    return f"{one.value:.0f}% ({one.lower:.0f} to {one.upper:.0f})"


def cells_of(answered: Answered, *, weighted: bool) -> list[tuple[object, ...]]:
    """Rows of the export: the same as on the screen."""
    rows: list[tuple[object, ...]] = []
    question = answered.question
    for group, told in [("Everybody", answered.whole), *answered.groups]:
        if isinstance(told, Withheld):
            rows.append((question.text, group, "", "", "", "[c]", "[c]", told.reason))
            continue
        care = "few replies" if told.is_small else ""
        base = (told.base, round(told.effective) if weighted else told.base)
        for name, *values in _rows(question.options, told, weighted=weighted):
            half = len(values) // 2 if weighted else len(values)
            counted, other = "; ".join(values[:half]), "; ".join(values[half:])
            rows.append((question.text, group, name, *base, counted, other, care))
    return rows


def weighting_words(weighting: Weighting) -> list[str]:
    """How the replies were weighted, in sentences."""
    raked = weighting.raked
    if not isinstance(raked, RakedWeights):
        return [f"The replies are not weighted: {raked.reason}."]
    by = _margins_words(weighting)
    alike = "so that the replies look like the residents in these and in nothing else"
    found = [f"Weighted to {by}, {alike}."]
    if raked.cut:
        number = "1 weight was" if raked.cut == 1 else f"{raked.cut} weights were"
        found.append(
            f"{number} cut back to five times the middle one; the weighted replies are"
            f" {raked.widest_gap:.1f} percentage points from the residents at most."
        )
    else:
        found.append("No weight was more than five times the middle one, so none was cut back.")
    if weighting.unheard:
        found.append(
            f"Nobody replied of {'; '.join(weighting.unheard)}: no weight speaks for them."
        )
    return found


def _margins_words(weighting: Weighting) -> str:
    """By what, and whose residents: a source that several share is said once."""
    sources: dict[str, list[str]] = {}
    for one in weighting.margins:
        sources.setdefault(one.source, []).append(one.name.lower())
    return "; ".join(f"{listed(names)} ({source})" for source, names in sources.items())


def chosen_words(survey: Survey) -> str:
    """What the ranges tell, by how people came to be asked."""
    if survey.chosen == Chosen.OPEN:
        return (
            "Anybody could reply. The ranges tell of chance alone: those who chose to reply may"
            " think otherwise than those who did not."
        )
    return "People were drawn at random. The ranges do not tell of those who did not reply."


HEARD_HEADINGS = (
    "Group",
    "Replies",
    "Part of the replies",
    "Part of the residents",
    "What it says",
)


def heard_rows(groups: Sequence[HeardGroup]) -> list[tuple[str, ...]]:
    """Each group against its residents; few replies are not told exactly."""
    told = number_words([one.replies for one in groups])
    return [_heard_row(one, replies) for one, replies in zip(groups, told, strict=True)]


def number_words(numbers: Sequence[int]) -> list[str]:
    """Parts of a known whole: few not told exactly, nor what the whole less the rest would tell."""
    shown = shown_groups(numbers, unnamed=0, fewest=SHOWN_FROM)
    return [
        f"{number:,}"
        if is_shown or not number
        else (f"fewer than {SHOWN_FROM}" if number < SHOWN_FROM else "[c]")
        for number, is_shown in zip(numbers, shown, strict=True)
    ]


def _heard_row(one: HeardGroup, replies: str) -> tuple[str, ...]:
    few = not replies[0].isdigit()
    if isinstance(one.found, NotKnown):
        return (one.group, replies, "[x]", "[x]", one.found.reason.capitalize())
    share = "[c]" if few else percent(one.found.share)
    hearing = str(one.found.hearing).capitalize()
    return (one.group, replies, share, f"{one.found.residents_percent:.0f}%", hearing)


def unheard_words(name: str, groups: Sequence[HeardGroup]) -> list[str]:
    """Who was not heard, in words."""
    found = []
    told = number_words([one.replies for one in groups])
    for one, replies in zip(groups, told, strict=True):
        if not isinstance(one.found, GroupHeard):
            continue
        part = f"{one.found.residents_percent:.0f}% of residents"
        if one.found.hearing is Hearing.NOBODY:
            found.append(f"{name}, {one.group}: nobody replied ({part}).")
        elif one.found.hearing is Hearing.FEWER:
            share = f"{one.found.share.value:.0f}%"
            if not replies[0].isdigit():
                share = "hardly any" if one.replies < SHOWN_FROM else "too small a part"
            found.append(f"{name}, {one.group}: {share} of the replies, {part}.")
    return found


def not_asked(names: Sequence[str]) -> list[str]:
    """Protected characteristics that no property of a survey asks for."""
    asked = [_plain(name) for name in names]
    return [
        what
        for what, words in PROTECTED
        if not any(f" {word}" in name for word in words for name in asked)
        or (what == "sex" and not any(" sex " in name for name in asked))
    ]


def _plain(name: str) -> str:
    return f" {name.lower()} "
