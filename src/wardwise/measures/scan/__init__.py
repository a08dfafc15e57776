"""Scan: where, and since when, are there more events in one circle than chance would put there?"""

from __future__ import annotations


HOMES = {
    "area_dispersions": "scan_dispersion",
    "bernoulli_log_likelihood_ratio": "likelihood",
    "bernoulli_scan": "bernoulli_scan",
    "expected_dispersion": "expected_dispersion",
    "permutation_scan": "permutation_scan",
    "poisson_log_likelihood_ratio": "likelihood",
    "poisson_scan": "poisson_scan",
    "scan_dispersion": "scan_dispersion",
    "scan_windows": "windows",
}
"""Public measure → the file of this folder that holds it."""
