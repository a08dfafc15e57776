"""Places by a partner's extract: what is of so few that it could point at somebody is withheld."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.profile.findings import Geography, WardLine
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.people_withheld import FEW, hidden_groups


def without_few(desk: Desk, found: Geography | NotKnown) -> Geography | NotKnown:
    """Wards, and in each ward its neighbourhoods, of which the number is too small to print.

    Wards sum to the year's crimes and neighbourhoods to their ward, so that each sum is judged
    by itself. In a ward that is withheld no neighbourhood with crimes is shown. A change gives the
    year before away, whose wards sum to a total that is printed too: it is judged as the year is.
    """
    if isinstance(found, NotKnown):
        return found
    least = desk.settings.people.least_count
    lines = sorted(found.wards, key=lambda line: line.area.code)
    few = hidden_groups([_count(line.count) for line in lines], least=least)
    hidden = {lines[at].area.code for at in few}
    unchanged = {lines[at].area.code for at in hidden_groups(_before(lines), least=least)}
    lsoas = _hidden_lsoas(desk, found, hidden, least)
    shown = [(area, figure) for area, figure in found.lsoas if area.code not in lsoas]
    rest = sorted(
        ((area, _few(figure)) for area, figure in found.lsoas if area.code in lsoas),
        key=lambda pair: pair[0].code,
    )
    wards = [_line(line, hidden, unchanged) for line in found.wards]
    return replace(
        found,
        lsoas=(*shown, *rest),
        wards=tuple(sorted(wards, key=_known_first)),
        least=least,
    )


def _hidden_lsoas(desk: Desk, found: Geography, wards: set[str], least: int) -> set[str]:
    counts = {area.code: _count(figure) for area, figure in found.lsoas}
    hidden: set[str] = set()
    for ward in desk.evidence.place.wards:
        inside = sorted(desk.evidence.place.members[ward.code])
        if ward.code in wards:
            hidden |= {code for code in inside if counts.get(code)}
            continue
        few = hidden_groups([counts.get(code, 0) for code in inside], least=least)
        hidden |= {inside[at] for at in few}
    return hidden


def _line(line: WardLine, hidden: set[str], unchanged: set[str]) -> WardLine:
    if line.area.code in hidden:
        return replace(line, count=_few(line.count), rate=_few(line.rate), change=_few(line.change))
    if line.area.code in unchanged:
        return replace(line, change=_few(line.change))
    return line


def _before(lines: list[WardLine]) -> list[int]:
    """What was counted in each ward the year before; nought where it is not told."""
    told = [line.change.comparison for line in lines]
    counts = [one.baseline_value if one else None for one in told]
    return [int(n) if isinstance(n, int | float) else 0 for n in counts]


def _known_first(line: WardLine) -> tuple[bool, str]:
    """The known as they stand; those that are withheld last, in an order that gives none away."""
    is_hidden = line.count.status == "withheld"
    return is_hidden, line.area.name if is_hidden else ""


def _count(figure: Figure) -> int:
    return int(figure.number) if figure.status == "known" else 0


def _few(figure: Figure) -> Figure:
    return replace(figure, value=FEW, interval=None, comparison=None)
