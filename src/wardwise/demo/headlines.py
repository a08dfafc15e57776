"""The ONS headline offences, from the Home Office codes of the model."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wardwise.demo.model_table import model_table


Ints = NDArray[np.int64]

TOTAL = "Total recorded crime"
VIOLENCE = ("Homicide", "Death or serious injury caused by illegal driving", "Violence with injury",
            "Violence without injury", "Stalking and harassment")  # fmt: skip
BURGLARY = ("Residential burglary", "Non-residential burglary")
THEFT = (*BURGLARY, "Vehicle offences", "Theft from the person", "Bicycle theft", "Shoplifting",
         "All other theft offences")  # fmt: skip

# In the order of the published columns: the headline, and the parts that make it up
HEADLINES: dict[str, tuple[str, ...]] = {
    TOTAL: (),
    "Violence against the person": VIOLENCE,
    **{name: (name,) for name in VIOLENCE},
    "Sexual offences": ("Sexual offences",),
    "Robbery": ("Robbery",),
    "Theft offences": THEFT,
    "Burglary": BURGLARY,
    **{name: (name,) for name in THEFT},
    "Criminal damage and arson": ("Criminal damage and arson",),
    "Drug offences": ("Drug offences",),
    "Possession of weapons offences": ("Possession of weapons offences",),
    "Public order offences": ("Public order offences",),
    "Miscellaneous crimes against society": ("Miscellaneous crimes against society",),
}


def headline_counts(by_code: Ints) -> Ints:
    """Offences by headline. Shape: areas × codes in, areas × headlines out."""
    headline = model_table("code")["headline"].to_numpy()
    columns = [
        by_code.sum(axis=1) if name == TOTAL else by_code[:, np.isin(headline, parts)].sum(axis=1)
        for name, parts in HEADLINES.items()
    ]
    counts: Ints = np.column_stack(columns)
    return counts
