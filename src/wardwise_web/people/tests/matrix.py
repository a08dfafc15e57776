"""Objects of this room on which its addresses are tried, role by role."""

from __future__ import annotations

from django.utils import timezone

from tests.web.routes import Sample
from wardwise_web.core.audit.selectors import acts_in
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.models import BrokenGlass
from wardwise_web.people.services import account_of


def samples(play):
    """Somebody else's account, one's own (the administrator's), and an agency."""
    partnership = play.partnership
    other, own = play.people["board"], play.people["administrator"]
    accounts = [account_of(person, partnership) for person in (other, own)]
    fire = play.agencies["fire"].as_thing()
    broken = BrokenGlass(person=other, partnership=partnership, reason="Made for this table")
    broken.starts_at = broken.ends_at = timezone.now()  # over: it opens nothing to anybody
    broken.save()
    glass = broken.as_thing()
    new_account, new_agency = (
        Thing(Kind.ACCOUNT, partnership.pk),
        Thing(Kind.AGENCY, partnership.pk),
    )
    first = acts_in(partnership.pk).last()
    held = {person: person.holdings.first() for person in (other, own)}
    return {
        "members": [Sample(new_account)],
        "add_member": [Sample(new_account)],
        **{
            name: [Sample(thing, {"person_id": thing.object_id}) for thing in accounts]
            for name in ("member", "clear_member", "rights_on", "end_member_sessions")
        },
        "end_holding": [
            Sample(account_of(person, partnership), {"person_id": person.pk, "holding_id": one.pk})
            for person, one in held.items()
        ],
        "agencies": [Sample(new_agency)],
        "join_agency": [Sample(new_agency)],
        "leave_agency": [Sample(fire, {"agency_id": fire.object_id})],
        "emergency": [Sample(Thing(Kind.EMERGENCY, partnership.pk))],
        "emergencies": [Sample(Thing(Kind.EMERGENCY, partnership.pk))],
        "close_emergency": [Sample(glass, {"glass_id": glass.object_id})],
        "audit": [Sample(Thing(Kind.AUDIT, partnership.pk, "all"), verb=Verb.EXPORT)],
        "audit_row": [
            Sample(
                Thing(Kind.AUDIT, partnership.pk, first.sequence),
                {"sequence": first.sequence},
                verb=Verb.EXPORT,
            )
        ],
    }
