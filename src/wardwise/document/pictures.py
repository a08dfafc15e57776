"""Pictures as data: what is drawn, not how. ``render/`` draws them.

Every picture has a title that says the finding, a subtitle that says what is drawn (unit,
period), a source line, alt text made from the same data, and a table with the same numbers.
A value of None is a gap with a word, never a nought.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from wardwise.document.blocks import Table
from wardwise.domain.figure import Figure
from wardwise.domain.period import Month


@dataclass(frozen=True)
class Signal:
    """A point that a control-chart rule picked out: where, and the rule in a word or two."""

    month: Month
    rule: str


@dataclass(frozen=True)
class Stretch:
    """One run of a control chart between breaks: limits hold from first to last month."""

    first: Month
    last: Month
    mean: float
    lower: float
    upper: float
    trial: bool  # fewer than 12 points: drawn dashed and called trial
    has_limits: bool = True  # a run chart has a middle alone


@dataclass(frozen=True)
class ControlSeries:
    """A monthly series with its XmR limits."""

    name: str
    months: tuple[Month, ...]
    values: tuple[float | None, ...]
    stretches: tuple[Stretch, ...]
    signals: tuple[Signal, ...] = ()
    breaks: tuple[tuple[Month, str], ...] = ()
    incomplete: tuple[Month, ...] = ()  # drawn hollow: below 97% complete
    season_out: bool = False  # the values are as they would be without their season


@dataclass(frozen=True)
class Bar:
    """A bar or dot with its interval. ``ours`` is drawn in the accent."""

    label: str
    value: float | None
    lower: float | None = None
    upper: float | None = None
    ours: bool = False
    why_not: str = ""  # the word at the gap, where value is None


@dataclass(frozen=True)
class Cell4x4:
    """What stands in one cell of a 4 × 4 grid, both scores from 1 to 4."""

    impact: int
    likelihood: int
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Picture:
    """What every picture carries. ``name`` is unique in the document."""

    name: str
    title: str
    subtitle: str
    source: str
    alt: str
    table: Table | None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the table beside the picture."""
        return self.table.figures if self.table else ()


@dataclass(frozen=True)
class ControlChart(Picture):
    """One control chart, wide."""

    series: ControlSeries = field(kw_only=True)
    unit: str = field(kw_only=True, default="offences a month")


@dataclass(frozen=True)
class ControlCharts(Picture):
    """Small multiples of control charts, in order of size, on one scale or each its own."""

    series: tuple[ControlSeries, ...] = field(kw_only=True)
    unit: str = field(kw_only=True, default="offences a month")
    one_scale: bool = field(kw_only=True, default=False)


@dataclass(frozen=True)
class Bars(Picture):
    """Horizontal bars (counts, contributions) or dots with intervals (rates), sorted.

    ``reference`` is a vertical rule with its label (a median, 100 = average, nought). ``places``
    are the decimals of the labels where the picture's own rule would be too coarse.
    """

    bars: tuple[Bar, ...] = field(kw_only=True)
    unit: str = field(kw_only=True)
    dots: bool = field(kw_only=True, default=False)
    reference: tuple[float, str] | None = field(kw_only=True, default=None)
    places: int | None = field(kw_only=True, default=None)
    upright: bool = field(kw_only=True, default=False)  # columns in the order of the clock


@dataclass(frozen=True)
class MonthIndex(Picture):
    """Twelve months, 100 = an average day, with intervals. Shape of each tuple: 12."""

    index: tuple[float | None, ...] = field(kw_only=True)
    lower: tuple[float | None, ...] = field(kw_only=True)
    upper: tuple[float | None, ...] = field(kw_only=True)


@dataclass(frozen=True)
class MonthGrid(Picture):
    """Offences down, months across: which months run clearly above or below the usual.

    ``index`` has 100 for an average day; ``clear`` is 1 or −1 where a month is clearly above or
    below it, else 0, and only such cells carry a shade and a number. Shape of each: names × 12.
    """

    names: tuple[str, ...] = field(kw_only=True)
    index: tuple[tuple[float, ...], ...] = field(kw_only=True)
    clear: tuple[tuple[int, ...], ...] = field(kw_only=True)


@dataclass(frozen=True)
class HourGrid(Picture):
    """Events by weekday and hour, each cell a number on a shade, with totals at the margins.

    ``values`` has a row for each day from Monday, and in it 24 hours from ``first_hour``: a day
    runs until that hour of the next, so that a night is whole. Shape: 7 × 24.
    """

    values: tuple[tuple[float, ...], ...] = field(kw_only=True)
    first_hour: int = field(kw_only=True, default=6)


@dataclass(frozen=True)
class BandGrid:
    """One grid of ratios: a row for each band of distance, a column for each band of time.

    ``ratios`` are None where too few are expected; ``marked`` are above chance.
    """

    name: str
    ratios: tuple[tuple[float | None, ...], ...]
    marked: tuple[tuple[bool, ...], ...]


@dataclass(frozen=True)
class BandGrids(Picture):
    """Pairs over what chance would give, by distance and time; small multiples of one scale."""

    grids: tuple[BandGrid, ...] = field(kw_only=True)
    distances: tuple[str, ...] = field(kw_only=True)
    times: tuple[str, ...] = field(kw_only=True)
    time_unit: str = field(kw_only=True, default="days apart")


@dataclass(frozen=True)
class AgeLine(Picture):
    """Rates by single year of age, each with its interval, and the comparator's.

    A rate of None is withheld; ``marked`` are the ages that stand out. Shape of each: ages.
    """

    ages: tuple[int, ...] = field(kw_only=True)
    rates: tuple[float | None, ...] = field(kw_only=True)
    lower: tuple[float | None, ...] = field(kw_only=True)
    upper: tuple[float | None, ...] = field(kw_only=True)
    usual: tuple[float | None, ...] = field(kw_only=True)
    usual_is: str = field(kw_only=True)
    unit: str = field(kw_only=True)
    marked: tuple[int, ...] = field(kw_only=True, default=())


@dataclass(frozen=True)
class Fan(Picture):
    """Months as recorded, then months as expected within two ranges, the narrower inside.

    ``months`` are those recorded (None where not known) and those ahead. Shapes: ``past``
    recorded; ``ahead`` and each range ahead.
    """

    months: tuple[Month, ...] = field(kw_only=True)
    past: tuple[float | None, ...] = field(kw_only=True)
    ahead: tuple[float, ...] = field(kw_only=True)
    narrow: tuple[tuple[float, float], ...] = field(kw_only=True)
    wide: tuple[tuple[float, float], ...] = field(kw_only=True)
    unit: str = field(kw_only=True, default="offences a month")


@dataclass(frozen=True)
class Concentration(Picture):
    """Cumulative share of offences against cumulative share of places, most first, with the
    curve that chance alone would give. Both in percent, starting at (0, 0)."""

    places_percent: tuple[float, ...] = field(kw_only=True)
    offences_percent: tuple[float, ...] = field(kw_only=True)
    chance_percent: tuple[float, ...] = field(kw_only=True)
    marked: tuple[float, float, str] | None = field(kw_only=True, default=None)


@dataclass(frozen=True)
class Grid4x4(Picture):
    """Impact by likelihood, 1 to 4 each, the same evidence as the matrix."""

    cells: tuple[Cell4x4, ...] = field(kw_only=True)


@dataclass(frozen=True)
class Pyramid(Picture):
    """Age bands, females left and males right, in percent of all residents."""

    bands: tuple[str, ...] = field(kw_only=True)
    left: tuple[float, ...] = field(kw_only=True)
    right: tuple[float, ...] = field(kw_only=True)
    compare_left: tuple[float, ...] | None = field(kw_only=True, default=None)
    compare_right: tuple[float, ...] | None = field(kw_only=True, default=None)


@dataclass(frozen=True)
class AreaValue:
    """What one area of a map shows and tells on hover."""

    code: str
    name: str
    value: float | None
    tells: str  # "Biscot: 112.3 per 1,000 (106.0 to 118.9), 3rd of 20"
    hatched: bool = False  # too small to judge
    withheld: bool = False  # of so few that it is not shown; the value is None


@dataclass(frozen=True)
class Map(Picture):
    """Areas filled in at most five classes, ward outlines and names over them.

    ``layer`` is the boundary layer of the areas: 'lsoa', 'ward', 'district' or 'own'.
    ``breaks`` are the round numbers between classes. ``diverging`` only where there is a
    true middle. ``classes`` names the classes where a value is a kind and no amount, the first
    ``below`` of them on the other side of the middle. ``focus`` are the codes of wards, or of
    own areas, to zoom to and outline; empty for the whole area. ``outlined`` are codes of
    the layer that are outlined together.
    """

    layer: str = field(kw_only=True)
    areas: tuple[AreaValue, ...] = field(kw_only=True)
    breaks: tuple[float, ...] = field(kw_only=True)
    unit: str = field(kw_only=True)
    diverging: bool = field(kw_only=True, default=False)
    classes: tuple[str, ...] = field(kw_only=True, default=())
    below: int = field(kw_only=True, default=0)
    focus: tuple[str, ...] = field(kw_only=True, default=())
    outlined: tuple[str, ...] = field(kw_only=True, default=())
    interactive: bool = field(kw_only=True, default=False)  # the big one in the HTML
    compact: bool = field(kw_only=True, default=False)  # lower: context, not the point


@dataclass(frozen=True)
class MapPair(Picture):
    """Two maps side by side: rate and count, where a town centre makes the rate mislead."""

    left: Map = field(kw_only=True)
    right: Map = field(kw_only=True)


@dataclass(frozen=True)
class MapBesideChart(Picture):
    """One place: where in it, and month by month or by month of the year.

    ``stacked`` draws one above the other, low and narrow, to stand beside words.
    """

    where: Map = field(kw_only=True)
    months: ControlChart | MonthIndex | Bars = field(kw_only=True)
    stacked: bool = field(kw_only=True, default=False)
