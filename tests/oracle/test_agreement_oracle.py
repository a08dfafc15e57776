"""Agreement against published answers and a second implementation."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import friedmanchisquare

from wardwise.measures.agreement.kendalls_w import kendalls_w
from wardwise.measures.agreement.krippendorff_alpha import krippendorff_alpha


# Krippendorff K (2011), Computing Krippendorff's alpha-reliability, section C and after: four
# observers, twelve units, some of them not seen by all
PUBLISHED = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]


@pytest.mark.parametrize(
    ("level", "printed"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)]
)
def test_alpha_is_as_its_author_printed_it(level: str, printed: float) -> None:
    found = krippendorff_alpha(marks=PUBLISHED, level=level)
    assert found == pytest.approx(printed, abs=0.0005)


@pytest.mark.parametrize("seed", range(20))
def test_w_is_friedmans_chi_square_over_its_most(seed: int) -> None:
    """χ² = m (n − 1) W, ties and all: scipy works it without W."""
    random = np.random.default_rng(seed)
    scores = random.integers(1, 5, (6, 9)).astype(float)
    chi_square, _ = friedmanchisquare(*scores.T)
    assert kendalls_w(scores=scores.tolist()) == pytest.approx(chi_square / (6 * 8))
