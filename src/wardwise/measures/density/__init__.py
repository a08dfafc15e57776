"""Where thickly and where thinly: density of events over land, and where it changed."""

from __future__ import annotations


HOMES = {
    "abramson_bandwidths": "abramson",
    "crime_map_bandwidth": "bandwidths",
    "densest_land": "densest_land",
    "density_change": "density_change",
    "kernel_density": "kernel_density",
    "normal_reference_bandwidth": "bandwidths",
    "spacing_of_points": "bandwidths",
}
"""Public measure → the file of this folder that holds it."""
