"""How much: counts, rates and shares, each with its range."""

from __future__ import annotations


HOMES = {
    "defined_crimes": "defined_crimes",
    "offences": "offences",
    "rate_per_1000_residents": "rate",
    "rate_per_1000_households": "rate",
    "rates_per_1000_residents": "rate",
    "share_percent": "share",
    "byar_interval": "byar",
}
"""Public measure → the file of this folder that holds it."""
