"""Exponential smoothing against R's ``forecast::ets``, as statsmodels keeps its answers.

Every form that R fitted is rerun from R's weights and first state: states, errors and forecasts
must come out, and where we fit a form ourselves our errors must be no larger than R's. The
damped forms with a multiplicative part are a case of their own: see the test.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from wardwise.measures.time.ets import ets, numbered
from wardwise.measures.time.ets_loops import ahead, smooth


pytestmark = pytest.mark.shared

Floats = NDArray[np.float64]
FILES = ("fit_ets_results", "fit_ets_results_nonseasonal", "fit_ets_results_seasonal")
CYCLE = 4


@pytest.fixture(scope="module", params=FILES)
def fits(shared: Path, request: pytest.FixtureRequest) -> list[tuple[str, bool, dict[str, Any]]]:
    """Form, whether damped, and R's answer."""
    path = shared / "oracles" / "stl_ets" / f"{request.param}.json"
    read = json.loads(path.read_text("utf-8"))
    return [
        (form, damped == "TRUE", answer)
        for damped, forms in read.items()
        for form, answer in forms.items()
        if isinstance(answer, dict)
    ]


def _weights(answer: dict[str, Any]) -> Floats:
    names = ("alpha", "beta", "gamma", "phi")
    found = [answer[name][0] for name in names]
    unused = (0.0, 0.0, 0.0, 1.0)
    return np.array(
        [n if one == "NaN" else float(one) for one, n in zip(found, unused, strict=True)]
    )


def _values(form: str, answer: dict[str, Any]) -> Floats:
    """What was fitted: R gives the fitted values and the errors."""
    fitted, errors = np.array(answer["fitted"], float), np.array(answer["residuals"], float)
    return fitted + errors if form[0] == "A" else fitted * (1 + errors)


def _run(form: str, answer: dict[str, Any]) -> tuple[Floats, Floats]:
    values, start = _values(form, answer), np.array(answer["initstate"], float)
    has_trend, has_season = form[1] != "N", form[2] != "N"
    states = np.zeros((len(values) + 1, 2 + (CYCLE if has_season else 0)))
    states[0, 0] = start[0]
    states[0, 1] = start[1] if has_trend else 0.0
    states[0, 2:] = start[1 + has_trend :] if has_season else []
    errors = np.empty(len(values))
    smooth(values, numbered(form), _weights(answer), states, errors)
    return states, errors


def test_states_and_errors_are_those_of_r(fits: list[tuple[str, bool, dict[str, Any]]]) -> None:
    assert len(fits) >= 8
    for form, _, answer in fits:
        states, errors = _run(form, answer)
        # R's weights are printed to eight places
        assert errors == pytest.approx(np.array(answer["residuals"], float), rel=1e-5, abs=2e-6)
        last = np.array(answer["states"], float)[-1]
        ours = np.r_[states[-1, 0], states[-1, 1 : 2 if form[1] != "N" else 1], states[-1, 2:]]
        assert ours == pytest.approx(last, rel=1e-5, abs=2e-6)


def test_forecasts_are_those_of_r(fits: list[tuple[str, bool, dict[str, Any]]]) -> None:
    """R's manual adds up damped growth as phi + phi² + phi³ and so on, which its additive forms
    follow, as ours do in every form. Two kinds of R's answers here do not: with a multiplicative
    trend its loop adds phi, then phi again, then phi² (one step behind), and with a damped additive
    trend and a multiplicative season it leaves the first step undamped (1 + phi + phi²). With
    those sums in place of the manual's, its numbers come out.
    """
    for form, damped, answer in fits:
        states, _ = _run(form, answer)
        phi = _weights(answer)[3]
        published = np.array(answer["forecast"], float)
        found = ahead(states[-1], numbered(form), phi, len(published))
        powers = phi ** np.arange(0, 5)
        by_manual, level, growth = np.cumsum(powers[1:]), states[-1, 0], states[-1, 1]
        if damped and form[1] == "M":
            by_r = phi + np.r_[0, np.cumsum(powers[1:4])]
            found = found * growth ** (by_r - by_manual)
        elif damped and form[1:] == "AM":
            by_r = np.cumsum(powers[:4])
            found = found * (level + growth * by_r) / (level + growth * by_manual)
        assert found == pytest.approx(published, rel=2e-6)


def test_our_fit_is_no_worse(fits: list[tuple[str, bool, dict[str, Any]]]) -> None:
    for form, damped, answer in fits:
        if "M" in form or (form[1] == "A" and not damped):  # ours always damps growth
            continue
        found = ets(values=_values(form, answer), form=form, cycle=CYCLE)
        published = np.array(answer["residuals"], float)
        assert (found.errors**2).sum() <= (published**2).sum() * (1 + 1e-6)
