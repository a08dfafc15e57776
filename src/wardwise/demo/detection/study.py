"""The study: every truth at every size, and the planted nothing, over many seeds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wardwise.demo import truths as planted
from wardwise.demo.detection.changes import changes, counts_of, phis, said, signals_after_break
from wardwise.demo.detection.hot_spots import hot_ward_by_neighbourhood, places_in_no_order
from wardwise.demo.detection.initiatives import nothing_done, something_done
from wardwise.demo.detection.near_repeats import near_repeats, no_near_repeats
from wardwise.demo.detection.rate import Rate
from wardwise.demo.detection.scene import Scene, make_scene
from wardwise.demo.detection.seasonal_charts import charts_that_signal, odd_months_seen
from wardwise.demo.detection.seasons_and_wards import hot_ward_found, seasons_found, wards_called
from wardwise.demo.truths import Size, Truths
from wardwise.domain.verdict import Verdict
from wardwise.measures.change.change_percent import Change


SEEDS = 500
Find = Callable[..., int]
NO_ORDER = f"{planted.HOT}, uneven places in no order"
BREAK = "recording changed in December 2025"


@dataclass(frozen=True)
class Study:
    """Every rate, in the order printed."""

    seeds: int
    rates: tuple[Rate, ...]

    def rate(self, truth: str, size: Size, says: str) -> Rate:
        """The one rate of that truth, size and saying."""
        return next(r for r in self.rates if (r.truth, r.size, r.said) == (truth, size, says))


def study(*, seeds: int = SEEDS) -> Study:
    """Draw the counts of every seed and ask the measures."""
    scenes = {size: make_scene(Truths.all_of(size)) for size in Size}
    none = scenes[Size.NONE]
    rates = [*_nothing(none, seeds), *nothing_done(none, seeds), *no_near_repeats(none, seeds)]
    for find in (_rise, _recording, _season, _hot_ward, something_done, near_repeats):
        for size in (Size.SMALL, Size.MEDIUM, Size.LARGE):
            rates += find(scenes[size], size, seeds)
    return Study(seeds=seeds, rates=tuple(rates))


def _nothing(scene: Scene, seeds: int) -> list[Rate]:
    counts = counts_of(scene, planted.NOTHING, seeds=seeds)
    widened = list(changes(counts, phi=phis(counts)))
    poisson = list(changes(counts, phi=[1.0] * seeds))
    season, _ = seasons_found(scene, planted.NOTHING, seeds=seeds)
    even = wards_called(scene, even=True, seeds=seeds)
    signalled = charts_that_signal(scene, season_out=True, seeds=seeds)
    odd = odd_months_seen(scene, season_out=True, seeds=seeds)
    spots = places_in_no_order(scene, seeds=seeds)

    def rate(offence: str, says: str, times: int, *, wanted: bool | None = False) -> Rate:
        return Rate("nothing", Size.NONE, offence, says, times, seeds, wanted)

    return [
        rate(planted.NOTHING, "rose or fell", _called(widened)),
        rate(planted.NOTHING, "rose or fell, with φ taken as 1", _called(poisson), wanted=None),
        rate(planted.NOTHING, "has a season", season),
        rate(f"{planted.SEASON}, no season", "any of 36 months signals on its chart", signalled),
        rate(f"{planted.SEASON}, no season", "a last month doubled signals", odd, wanted=True),
        rate(
            f"{planted.HOT}, every ward at one rate",
            "any of 20 wards above the funnel",
            int(even.any(axis=1).sum()),
        ),
        rate(NO_ORDER, "any of 125 neighbourhoods is given a class", spots.called),
        rate(NO_ORDER, "any is off and on, which is called chance", spots.passing, wanted=None),
    ]


def _called(found: list[Change]) -> int:
    return said(Verdict.ROSE, found) + said(Verdict.FELL, found)


def _rise(scene: Scene, size: Size, seeds: int) -> list[Rate]:
    counts = counts_of(scene, planted.RISE, seeds=seeds)
    found = list(changes(counts, phi=phis(counts)))
    what = f"{planted.RISE} +{planted.RISE_BY[size] - 1:.0%}"
    return [
        Rate("rise", size, what, "rose", said(Verdict.ROSE, found), seeds, wanted=True),
        Rate("rise", size, what, "fell", said(Verdict.FELL, found), seeds, wanted=False),
    ]


def _recording(scene: Scene, size: Size, seeds: int) -> list[Rate]:
    counts = counts_of(scene, planted.RECORDING, seeds=seeds)
    phi = phis(counts)
    told = list(changes(counts, phi=phi, why_not=BREAK))
    untold = list(changes(counts, phi=phi))
    what = f"{planted.RECORDING} +{planted.RECORDING_BY[size] - 1:.0%} from December 2025"

    def rate(says: str, times: int, *, wanted: bool | None) -> Rate:
        return Rate("recording", size, what, says, times, seeds, wanted)

    return [
        rate("not comparable", said(Verdict.NOT_COMPARABLE, told), wanted=True),
        rate("rose, if the break were not listed", said(Verdict.ROSE, untold), wanted=None),
        rate(
            "signal after the break, limits rebased",
            signals_after_break(scene, counts, rebased=True),
            wanted=False,
        ),
        rate(
            "signal after the break, limits not rebased",
            signals_after_break(scene, counts, rebased=False),
            wanted=None,
        ),
    ]


def _season(scene: Scene, size: Size, seeds: int) -> list[Rate]:
    called, right = seasons_found(scene, planted.SEASON, seeds=seeds)
    what = f"{planted.SEASON}, July {planted.SEASON_BY[size]:.0%} above the average day"
    return [
        Rate("season", size, what, "has a season", called, seeds, wanted=True),
        Rate("season", size, what, "highest in June to August", right, seeds, wanted=True),
        *_charts(scene, size, seeds, what),
    ]


def _charts(scene: Scene, size: Size, seeds: int, what: str) -> list[Rate]:
    """The control chart with its season taken out, as in the paper; and with it left in."""

    def rate(says: str, find: Find, *, season_out: bool, wanted: bool | None) -> Rate:
        how = "season taken out" if season_out else "season left in"
        times = find(scene, season_out=season_out, seeds=seeds)
        return Rate("season", size, what, f"{says}, {how}", times, seeds, wanted)

    return [
        rate("any month signals", charts_that_signal, season_out=True, wanted=False),
        rate("any month signals", charts_that_signal, season_out=False, wanted=None),
        rate("a last month doubled signals", odd_months_seen, season_out=True, wanted=True),
        rate("a last month doubled signals", odd_months_seen, season_out=False, wanted=None),
    ]


def _hot_ward(scene: Scene, size: Size, seeds: int) -> list[Rate]:
    what = f"{planted.HOT} in {planted.HOT_WARD} at {planted.HOT_BY[size]:g} times the others' rate"
    found = hot_ward_found(scene, seeds=seeds)
    spots = hot_ward_by_neighbourhood(scene, seeds=seeds)

    def rate(says: str, times: int) -> Rate:
        return Rate("hot ward", size, what, says, times, seeds, wanted=True)

    return [
        rate("ward above the funnel", found),
        rate("a neighbourhood of it is a hot spot", spots.called),
        rate("half of its neighbourhoods or more are", spots.half),
    ]
