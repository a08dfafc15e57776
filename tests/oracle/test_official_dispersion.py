"""φ of the published years, by pandas from the workbook, and how it holds on real partnerships."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from wardwise.measures.change.dispersion_of_years import dispersion_of_years


pytestmark = pytest.mark.shared

OFFENCES = ("Violence against the person", "Robbery", "Shoplifting", "Drug offences")


@pytest.fixture(scope="module")
def years(shared: Path) -> pd.DataFrame:
    """Force, partnership and both years by offence, from the sheets and nothing of ours."""
    book = CalamineWorkbook.from_path(shared / "data/ons/policeforceareatablesyedecember2024.xlsx")
    frames = []
    for sheet in ("C5", "C2"):
        cells = book.get_sheet_by_name(f"Table {sheet}").to_python()
        top = next(n for n, row in enumerate(cells) if str(row[0]).startswith("Police Force"))
        header = [" ".join(str(cell).split()) for cell in cells[top]]
        header = [name.split(" [note")[0].strip() for name in header]
        frame = pd.DataFrame(cells[top + 1 :], columns=header)
        # the code of a partnership, so that forces, 'Unassigned' and airports are left out
        frame = frame[frame[header[2]].astype(str).str.match(r"[EW]\d{8}")]
        frames.append(frame.set_index(header[2])[[header[1], *OFFENCES]])
    before, after = frames
    return before.join(after[list(OFFENCES)].add_suffix(" after"))


def slow(years: pd.DataFrame, offence: str) -> tuple[float, pd.Series]:
    """φ by search in small steps, and z² by partnership."""
    force = years.columns[0]
    both = years[[force, offence, f"{offence} after"]].set_axis(["force", "b", "a"], axis=1)
    both = both.assign(
        b=pd.to_numeric(both["b"], errors="coerce"), a=pd.to_numeric(both["a"], errors="coerce")
    )
    both = both[(both["a"] >= 20) & (both["b"] >= 20)]
    both = both[both.groupby("force")["a"].transform("size") > 1]
    squares, weights = {}, {}
    for _, areas in both.groupby("force"):
        a, b = areas["a"].sum(), areas["b"].sum()
        p = a / (a + b)
        for code, row in areas.iterrows():
            n = row["a"] + row["b"]
            squares[code] = (row["a"] - n * p) ** 2 / (n * p * (1 - p) * (1 - n / (a + b)))
            weights[code] = 1 - 1 / len(areas)
    square, weight = pd.Series(squares), pd.Series(weights)
    each, share = square.to_numpy(), (weight / weight.sum()).to_numpy()
    phi = 0.5
    while (share * np.minimum(each / phi, 4)).sum() > 0.92053693:
        phi += 0.0005
    return phi, square


@pytest.mark.parametrize("offence", OFFENCES)
def test_phi_from_the_workbook_by_a_slow_second_way(years: pd.DataFrame, offence: str) -> None:
    phi, squares = slow(years, offence)
    found = dispersion_of_years(
        before=pd.to_numeric(years[offence], errors="coerce").clip(lower=0),
        after=pd.to_numeric(years[f"{offence} after"], errors="coerce").clip(lower=0),
        groups=list(years[years.columns[0]]),
    )
    assert found.phi == pytest.approx(phi, abs=0.001)
    assert found.areas == len(squares)
    # of real partnerships one in twenty should lie outside what its force did
    assert 0.03 < (squares > 1.96**2 * phi).mean() < 0.08
