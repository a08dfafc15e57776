"""Objects of this room on which its addresses are tried, role by role."""

from __future__ import annotations

from tests.web.routes import Sample
from wardwise_web.core.permissions.thing import Kind, Thing


def samples(play):
    """The analyst's item, the police lead's and health's; and one to be made."""
    new = Thing(Kind.HORIZON_ITEM, play.partnership.pk)
    held = [
        Sample(item.as_thing(), {"item_id": item.pk})
        for item in play.partnership.horizon_items.all()
    ]
    names = (
        "horizon_item",
        "change_horizon_item",
        "hand_over_horizon_item",
        "view_horizon_item",
        "end_horizon_item",
    )
    return {"horizon": [Sample(new)], "add_horizon_item": [Sample(new)]} | dict.fromkeys(
        names, held
    )
