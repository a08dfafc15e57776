"""An island of irregular small areas that fit together without gaps or overlaps.

It lies in the North Sea, where no real area is. Every small area is the Voronoi cell of a
seed; two rows of seeds along a curve make the river a boundary; and one smooth bend of the
whole plane turns straight edges into wandering ones, so that neighbours still share them.
"""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from wardwise.demo.names import DISTRICTS


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

ORIGIN_LONGITUDE, ORIGIN_LATITUDE = 1.08, 53.55
METRES_A_DEGREE = (66_150.0, 111_300.0)  # at that latitude
RADIUS = 36_000.0  # metres
# wave length and height of the bends, metres; heights × 2π / length stay below 1 together
BENDS = ((9_000.0, 420.0), (2_600.0, 110.0), (900.0, 34.0))
RIVER_STEP, RIVER_BANK = 900.0, 260.0  # metres


def coast(random: np.random.Generator) -> shapely.Polygon:
    """The outline of the island before it is bent. Unit: metres from the origin."""
    angle = np.linspace(0, 2 * np.pi, 240, endpoint=False)
    radius = np.full(240, RADIUS)
    for wave in (2, 3, 5, 8, 13):
        radius += RADIUS * 0.14 / wave * np.cos(wave * angle + random.uniform(0, 2 * np.pi))
    return shapely.Polygon(np.column_stack([radius * np.cos(angle), radius * np.sin(angle)]))


def district_centres(random: np.random.Generator, outline: shapely.Polygon) -> Floats:
    """One point a district, well apart, Exampleshire's on the east coast."""
    crowd = random.uniform(-RADIUS * 1.3, RADIUS * 1.3, (6000, 2))
    crowd = crowd[shapely.contains_xy(outline.buffer(-3_000), crowd)]
    centres = crowd[: len(DISTRICTS)].copy()
    for _ in range(25):  # Lloyd: each centre goes to the middle of the crowd that is nearest to it
        nearest = cKDTree(centres).query(crowd)[1]
        for district in range(len(centres)):
            centres[district] = crowd[nearest == district].mean(axis=0)
    home = centres[np.argmax(centres[:, 0])]
    by_distance = np.argsort(((centres - home) ** 2).sum(axis=1), kind="stable")
    rest = by_distance[4:]
    # Midshire is the home district and its three neighbours; the other forces are slices of a fan
    bearing = np.arctan2(centres[rest, 1] - home[1], home[0] - centres[rest, 0])
    order = np.concatenate([by_distance[:4], rest[np.argsort(bearing)]])
    placed: Floats = centres[order]
    return placed


def river(outline: shapely.Polygon, centre: Floats) -> Floats:
    """Points down a bending river through Exampleshire, at even steps. Unit: metres."""
    along = np.arange(-9_000, 9_000, RIVER_STEP)
    across = 1_500 * np.sin(along / 2_600) + 700 * np.sin(along / 1_150 + 1)
    points = np.column_stack([along, across]) + centre
    on_land: Floats = points[shapely.contains_xy(outline, points)]
    return on_land


def river_banks(course: Floats) -> Floats:
    """A seed on either bank of each point, so that the river itself is a boundary."""
    direction = np.gradient(course, axis=0)
    normal = np.column_stack([-direction[:, 1], direction[:, 0]])
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    return np.concatenate([course + RIVER_BANK * normal, course - RIVER_BANK * normal])


def seeds(random: np.random.Generator, outline: shapely.Polygon) -> tuple[Floats, Ints]:
    """A seed for every LSOA, and its district. Crowded in the towns, sparse between them."""
    centres = district_centres(random, outline)
    nearest = cKDTree(centres)
    everywhere, town = random.uniform(-1, 1, (40_000, 2)) * RADIUS * 1.3, []
    for district, centre in enumerate(centres):
        spread = 1_700 if district < 4 else 2_800
        town.append(centre + random.normal(0, spread, (400, 2)))
    banks = river_banks(river(outline, centres[0]))
    points, owners = [], []
    for district, (_, _, _, wanted) in enumerate(DISTRICTS):
        pool = [banks] if district == 0 else []
        own = [_inside(group, outline, nearest, district) for group in [*pool, town[district]]]
        in_town = np.concatenate(own)[: int(wanted * 0.55)]
        outside = _inside(everywhere, outline, nearest, district)[: wanted - len(in_town)]
        points.append(
            _relaxed(np.concatenate([in_town, outside]), fixed=len(own[0]) if pool else 0)
        )
        owners.append(np.full(wanted, district))
    return np.concatenate(points), np.concatenate(owners)


def _inside(points: Floats, outline: shapely.Polygon, nearest: cKDTree, district: int) -> Floats:
    land = points[shapely.contains_xy(outline, points)]
    kept: Floats = land[nearest.query(land)[1] == district]
    return kept


def _relaxed(points: Floats, *, fixed: int) -> Floats:
    """Seeds that lie almost on one another pushed apart; the river's stay where they are."""
    moved = points.copy()
    for _ in range(6):
        distance, other = cKDTree(moved).query(moved, k=2)
        away = moved - moved[other[:, 1]]
        near = distance[:, 1] < 350
        near[:fixed] = False
        moved[near] += away[near] / np.maximum(distance[near, 1:], 1.0) * 120
    return moved


def cells(random: np.random.Generator) -> tuple[NDArray[np.object_], Ints]:
    """Every LSOA's polygon in longitude and latitude, and its district. Shape: LSOAs."""
    outline = coast(random)
    points, owner = seeds(random, outline)
    mesh = shapely.voronoi_polygons(shapely.multipoints(points), extend_to=outline)
    pieces = np.array(mesh.geoms)
    _, holder = shapely.STRtree(pieces).query(shapely.points(points), predicate="within")
    clipped = shapely.intersection(pieces[holder], outline)
    phases = random.uniform(0, 2 * np.pi, (len(BENDS), 2, 2))
    fine = shapely.set_precision(shapely.segmentize(clipped, 260.0), 0.01)
    bent = shapely.transform(fine, lambda xy: _bent(xy, phases))
    return shapely.set_precision(shapely.transform(bent, degrees), 1e-6), owner


def _bent(xy: Floats, phases: Floats) -> Floats:
    moved = xy.copy()
    for (length, height), phase in zip(BENDS, phases, strict=True):
        turn = 2 * np.pi / length
        moved[:, 0] += (
            height * np.sin(turn * xy[:, 1] + phase[0, 0]) * np.cos(turn * 0.6 * xy[:, 0])
        )
        moved[:, 1] += (
            height * np.sin(turn * xy[:, 0] + phase[1, 0]) * np.cos(turn * 0.6 * xy[:, 1])
        )
    return moved


def degrees(metres: Floats) -> Floats:
    """Longitude and latitude of metres east and north of the origin."""
    origin = np.array([ORIGIN_LONGITUDE, ORIGIN_LATITUDE])
    turned: Floats = metres / np.array(METRES_A_DEGREE) + origin
    return turned
