"""Objects of this room on which its addresses are tried, role by role."""

from __future__ import annotations

from tests.web.routes import Sample
from wardwise_web.core.permissions.thing import Kind, Thing


def samples(play):
    """An indicator of the police that is public, one of health that is not, a pack for all."""
    partnership = play.partnership
    cycle = partnership.cycles.first()
    held = [partnership.indicators.get(code=code) for code in ("C1", "T1")]
    broken = partnership.indicators.get(code="V2")
    pack = cycle.packs.get(audience="public")
    year = {"partnership_id": partnership.pk, "cycle_id": cycle.pk}
    each = [Sample(one.as_thing(), {"code": one.code}) for one in held]
    readings = [Sample(one.as_thing(Kind.READING), {"code": one.code}) for one in held]
    new_reading = Sample(Thing(Kind.READING, partnership.pk))
    given = Sample(pack.as_thing(), {"pk": pack.pk})
    names = (
        "indicator", "indicator_define", "indicator_sign", "indicator_publish",
        "indicator_break", "indicator_target", "indicator_comment", "indicator_correct",
    )  # fmt: skip
    return dict.fromkeys(names, each) | {
        # what the public may read has pages of its own, and this is none of them
        "indicator": each[1:],
        "performance": [new_reading],
        "readings_file": [new_reading],
        "indicator_add": [Sample(Thing(Kind.INDICATOR, partnership.pk))],
        "annual_plan": [Sample(Thing(Kind.ACTION, **year))],
        "annual_paper": [Sample(Thing(Kind.ACTION, **year), {"form": "html"})],
        "break_sign": [
            Sample(broken.as_thing(), {"code": "V2", "pk": broken.breaks.get().pk}),
        ],
        "indicator_reading": readings,
        "indicator_take": readings,
        "pack_circulate": [given],
        "pack_file": [Sample(pack.as_thing(), {"pk": pack.pk, "name": "pack.pdf"})],
        "pack": [given],
        "pack_again": [given],
        "plan_approve": [Sample(cycle.as_thing())],
        "packs": [Sample(Thing(Kind.PACK, **year, state="circulated"))],
        "pack_add": [Sample(Thing(Kind.PACK, **year))],
    }
