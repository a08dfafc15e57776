"""Which files a source named by a figure rests on, by the folders of the run's manifest."""

from __future__ import annotations


PARTNER = "partner:"
FOLDERS = {
    "police_uk": ("police_uk/",),
    "area_counts": ("area_counts/",),
    "ons_csp_tables": ("ons/",),
    "home_office_prc": ("home_office/",),
    "home_office_outcomes": ("home_office/",),
    "census_2021": ("population/", "geography/"),
    "mid_2020": ("population/",),
    "ons_geography": ("geography/",),
    "context": ("context/",),
    "imd_2019": ("imd/",),
    "imd_2025": ("imd/",),
}


def folders_of(source: str) -> tuple[str, ...]:
    """How the paths of the source's files begin; none where the source is not a file's.

    >>> folders_of("partner:fires")
    ('partners/', 'mappings/')
    """
    if source.startswith(PARTNER):
        return ("partners/", "mappings/")
    return FOLDERS.get(source, ())
