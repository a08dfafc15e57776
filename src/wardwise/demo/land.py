"""The made-up country's areas: codes, names, outlines, and which lies in which."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from wardwise.demo import landscape
from wardwise.demo.names import DISTRICTS, HOME, SHARED_PARTNERSHIP, WARDS
from wardwise.demo.randomness import stream
from wardwise.demo.truths import HOT_WARD


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Texts = NDArray[np.str_]

MIDSHIRE = 4  # districts, the first of the list


@dataclass(frozen=True, eq=False)
class Land:
    """Shapes: ``lsoa_*`` and ``ward_of``/``district_of`` are LSOAs; ``ward_*`` wards; and so on.

    ``centre`` and ``place`` are metres from the island's origin; outlines are WGS84 degrees.
    """

    outline: NDArray[np.object_]
    centre: Floats
    lsoa_code: Texts
    lsoa_name: Texts
    ward_of: Ints
    district_of: Ints
    ward_code: Texts
    ward_name: Texts
    ward_district: Ints
    district_code: Texts
    district_name: Texts
    force_of: Ints  # by district
    csp_code: Texts  # by district
    csp_name: Texts

    @property
    def lsoas(self) -> int:
        """How many LSOAs there are."""
        return len(self.lsoa_code)

    @property
    def in_midshire(self) -> NDArray[np.bool_]:
        """Which LSOAs the force with records covers."""
        return self.district_of < MIDSHIRE

    def by_district(self, values: Ints) -> Ints:
        """Sums of LSOAs by district. Shape: districts × whatever follows the LSOAs."""
        sums = np.zeros((len(self.district_code), *values.shape[1:]), dtype=np.int64)
        np.add.at(sums, self.district_of, values)
        return sums

    def ward_named(self, name: str) -> int:
        """Position of a ward of Exampleshire."""
        return int(np.flatnonzero(self.ward_name == name)[0])


def make_land(seed: int) -> Land:
    """Draw the island and name its parts."""
    outline, district_of = landscape.cells(stream(seed, "landscape"))
    centre = shapely.get_coordinates(shapely.centroid(outline))
    centre = (centre - [landscape.ORIGIN_LONGITUDE, landscape.ORIGIN_LATITUDE]) * np.array(
        landscape.METRES_A_DEGREE
    )
    ward_of, ward_district = _wards(stream(seed, "wards"), centre, district_of)
    by_ward = np.argsort(ward_of, kind="stable")  # so that codes run on within a ward
    outline, centre = outline[by_ward], centre[by_ward]
    ward_of, district_of = ward_of[by_ward], district_of[by_ward]
    ward_name = _ward_names(centre, ward_of, ward_district)
    district_name = np.array([name for name, *_ in DISTRICTS])
    ward_order = np.arange(len(ward_name))
    csp_code, csp_name = _partnerships(district_name)
    return Land(
        outline=outline,
        centre=centre,
        lsoa_code=_numbered("E0199", district_of, start_home=9001, start_else=1),
        lsoa_name=_lsoa_names(district_name, district_of, ward_of),
        ward_of=ward_of,
        district_of=district_of,
        ward_code=np.array([f"E05999{n + 1:03d}" for n in ward_order]),
        ward_name=ward_name,
        ward_district=ward_district,
        district_code=np.array([f"{HOME[:6]}{n + 1:03d}" for n in range(len(DISTRICTS))]),
        district_name=district_name,
        force_of=np.array([force for _, force, _, _ in DISTRICTS]),
        csp_code=csp_code,
        csp_name=csp_name,
    )


def _wards(random: np.random.Generator, centre: Floats, district_of: Ints) -> tuple[Ints, Ints]:
    """Wards are neighbouring LSOAs: each district is halved until it has as many as it needs."""
    ward_of = np.zeros(len(centre), dtype=np.int64)
    ward_district: list[int] = []
    for district, (_, _, _, lsoas) in enumerate(DISTRICTS):
        wards = len(WARDS) if district == 0 else round(lsoas / (6 if district < MIDSHIRE else 4))
        for group in _halved(random, np.flatnonzero(district_of == district), wards, centre):
            ward_of[group] = len(ward_district)
            ward_district.append(district)
    return ward_of, np.array(ward_district)


def _halved(random: np.random.Generator, group: Ints, wards: int, centre: Floats) -> list[Ints]:
    if wards == 1:
        return [group]
    spread = centre[group] - centre[group].mean(axis=0)
    longest = np.linalg.svd(spread, full_matrices=False)[2][0]
    longest *= np.sign(longest[np.argmax(np.abs(longest))])  # so that no sign is left to chance
    order = group[np.argsort(spread @ longest, kind="stable")]
    few = wards // 2
    share = few / wards * random.uniform(0.88, 1.12)
    cut = int(np.clip(round(len(group) * share), 2 * few, len(group) - 2 * (wards - few)))
    first = _halved(random, order[:cut], few, centre)
    return first + _halved(random, order[cut:], wards - few, centre)


def _ward_names(centre: Floats, ward_of: Ints, ward_district: Ints) -> Texts:
    """Exampleshire's wards by distance from its busiest point; the others by number."""
    names = [f"{DISTRICTS[d][0]} Ward {n + 1}" for n, d in enumerate(ward_district)]
    home = np.flatnonzero(ward_district == 0)
    town = np.median(centre[np.isin(ward_of, home)], axis=0)
    middles = np.array([centre[ward_of == ward].mean(axis=0) for ward in home])
    order = home[np.argsort(((middles - town) ** 2).sum(axis=1), kind="stable")].tolist()
    sizes = np.bincount(ward_of, minlength=len(names))
    # The hot ward is a suburb of ordinary size, so that neither town nor size explains it
    hot = min(order[5:14], key=lambda ward: abs(int(sizes[ward]) - 7))
    order.remove(hot)
    others = [name for name in WARDS if name != HOT_WARD]
    for ward, name in [*zip(order, others, strict=False), (hot, HOT_WARD)]:
        names[ward] = name
    return np.array(names)


def _numbered(prefix: str, district_of: Ints, *, start_home: int, start_else: int) -> Texts:
    home = district_of < MIDSHIRE
    number = np.where(home, start_home + np.cumsum(home) - 1, start_else + np.cumsum(~home) - 1)
    return np.array([f"{prefix}{n:04d}" for n in number])


def _lsoa_names(district_name: Texts, district_of: Ints, ward_of: Ints) -> Texts:
    """As published: the district, a number, a letter. The number is the ward in its district."""
    names = []
    seen: dict[tuple[int, int], int] = {}
    first = {district: ward_of[district_of == district].min() for district in set(district_of)}
    for district, ward in zip(district_of, ward_of, strict=True):
        letter = seen.setdefault((district, ward), 0)
        seen[district, ward] += 1
        number = ward - first[district] + 1
        names.append(f"{district_name[district]} {number:03d}{chr(65 + letter % 26)}")
    return np.array(names)


def _partnerships(district_name: Texts) -> tuple[Texts, Texts]:
    first, second, together = SHARED_PARTNERSHIP
    names = [together if name in (first, second) else str(name) for name in district_name]
    code = {name: f"E22999{n + 1:03d}" for n, name in enumerate(dict.fromkeys(names))}
    return np.array([code[name] for name in names]), np.array(names)
