"""The one function that decides."""

from __future__ import annotations

from dataclasses import replace

from django.core.exceptions import PermissionDenied
from django.http import Http404

from wardwise_web.core.permissions.actor import Actor, Holding
from wardwise_web.core.permissions.markings import CLEARANCES, is_cleared
from wardwise_web.core.permissions.roles import Role
from wardwise_web.core.permissions.table import LOCKED, OPENED_IN_EMERGENCY, RIGHTS
from wardwise_web.core.permissions.thing import Kind, Thing, Verb


EVERYBODY = Holding(Role.PUBLIC)


def can(actor: Actor, verb: Verb, thing: Thing) -> bool:
    """Whether this person may do this with this object, now.

    The partnership, the marking, the compartment, the role (with its condition) and the
    object's state must each allow it. What no row of the table allows is refused.
    """
    # From another partnership, or without the clearance, one is the public and no more
    held = tuple(actor.holdings) if _within_reach(actor, thing) else ()
    if verb in LOCKED.get((thing.kind, thing.state), frozenset()):
        return False
    return _opened_in_emergency(actor, verb, thing) or any(
        _allows(actor, holding, verb, thing) for holding in (*held, EVERYBODY)
    )


def can_ever(actor: Actor, verb: Verb, kind: Kind) -> bool:
    """Whether some object of the kind could be so treated by one of the roles that they hold.

    It shows a link and opens no door. What everybody may read has pages of its own.
    """
    if actor.in_emergency and verb is Verb.READ and kind in OPENED_IN_EMERGENCY:
        return True
    return any(verb in right.verbs and actor.roles & set(right.roles) for right in RIGHTS[kind])


def check_can(actor: Actor, verb: Verb, thing: Thing) -> None:
    """Refuse: *not found* to one who may not even read it, else a sentence that says what."""
    if can(actor, verb, thing):
        return
    if not can(actor, Verb.READ, thing):
        raise Http404
    raise PermissionDenied(f"You may read this {thing.kind}, and not {verb} it as it stands now.")


def _opened_in_emergency(actor: Actor, verb: Verb, thing: Thing) -> bool:
    """Reading alone, of these kinds alone; closed subjects stay closed, and nothing leaves."""
    return (
        actor.in_emergency
        and verb is Verb.READ
        and thing.kind in OPENED_IN_EMERGENCY
        and _within_reach(replace(actor, clearance=CLEARANCES[-1]), thing)
    )


def _within_reach(actor: Actor, thing: Thing) -> bool:
    return (
        actor.partnership_id is not None
        and actor.partnership_id == thing.partnership_id
        and is_cleared(actor.clearance, thing.marking)
        and (not thing.compartment or thing.compartment in actor.compartments)
    )


def _allows(actor: Actor, holding: Holding, verb: Verb, thing: Thing) -> bool:
    if holding.cycle_id is not None and thing.cycle_id not in (None, holding.cycle_id):
        return False
    return any(
        holding.role in right.roles
        and verb in right.verbs
        and right.condition(actor, holding, thing)
        for right in RIGHTS[thing.kind]
    )
