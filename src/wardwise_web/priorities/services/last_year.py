"""What was considered a year ago comes back, whatever was decided of it."""

from __future__ import annotations

from wardwise_web.priorities.models import Round, Threat
from wardwise_web.priorities.states import Origin


def carry_forward(scoring: Round) -> int:
    """Tie each threat to the one of the round before; put on the list those that are not on it.

    Gives how many were put on. Only within the transaction that begins the round.
    """
    before = (
        Round.objects.filter(
            partnership_id=scoring.partnership_id, cycle__starts_on__lt=scoring.cycle.starts_on
        )
        .order_by("-cycle__starts_on")
        .first()
    )
    if before is None:
        return 0
    here = {one.name.casefold(): one for one in scoring.threats.all()}
    position, carried = len(here), 0
    for old in before.threats.all():
        known = here.get(old.name.casefold())
        if known is not None:
            Threat.objects.filter(pk=known.pk).update(before=old)
            continue
        Threat.objects.create(
            round=scoring,
            position=position + carried,
            name=old.name,
            definition=old.definition,
            source=f"The register of {before.cycle.name}",
            origin=Origin.REGISTER,
            before=old,
        )
        carried += 1
    return carried
