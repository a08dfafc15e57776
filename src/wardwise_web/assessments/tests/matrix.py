"""Objects of this room on which its addresses are tried, role by role."""

from __future__ import annotations

from tests.web.routes import Sample
from wardwise_web.assessments.findings import findings_of


def samples(play):
    """The build and a figure of it."""
    build = play.partnership.builds.first()
    thing, number = build.as_thing(), {"build_id": build.pk}
    figure = next(iter(findings_of(build.folder).figures))
    return {
        "figures": [Sample(thing, number)],
        "figure": [Sample(thing, {**number, "figure_id": figure})],
        "build_compare": [Sample(thing, number)],
        "build_map": [Sample(thing, number)],
        "map_layer": [Sample(thing, {**number, "layer": "ward"})],
    }
