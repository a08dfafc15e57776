"""On what a right can rest, beyond the role: each condition is one small question."""

from __future__ import annotations

from collections.abc import Callable

from wardwise_web.core.permissions.actor import Actor, Holding
from wardwise_web.core.permissions.markings import LOWEST
from wardwise_web.core.permissions.thing import Thing


Condition = Callable[[Actor, Holding, Thing], bool]
CIRCULATED = frozenset({"circulated", "comments closed", "board", "approved", "published"})


def always(_actor: Actor, _holding: Holding, _thing: Thing) -> bool:
    """The role is enough."""
    return True


def own(actor: Actor, _holding: Holding, thing: Thing) -> bool:
    """It is theirs: they own it, or they are about to make it, and for nobody else."""
    if thing.object_id == "" and thing.owner_id is None:
        return True
    return actor.person_id is not None and thing.owner_id == actor.person_id


def own_agency(_actor: Actor, holding: Holding, thing: Thing) -> bool:
    """It belongs, or is about to belong, to the agency for which they hold the role."""
    if thing.object_id == "" and thing.agency_id is None:
        return True
    return holding.agency_id is not None and thing.agency_id == holding.agency_id


def own_or_own_agency(actor: Actor, holding: Holding, thing: Thing) -> bool:
    """Theirs, or their agency's."""
    return own(actor, holding, thing) or own_agency(actor, holding, thing)


def named(actor: Actor, _holding: Holding, thing: Thing) -> bool:
    """They are named on it: a scorer of the round, a reader of an appendix, a writer."""
    return actor.person_id in thing.named_ids


def own_and_named(actor: Actor, holding: Holding, thing: Thing) -> bool:
    """Theirs, and they are on the panel."""
    return named(actor, holding, thing) and own(actor, holding, thing)


def not_author(actor: Actor, _holding: Holding, thing: Thing) -> bool:
    """They did not write it, nor own it: nobody assures, accepts or approves their own work."""
    return actor.person_id not in thing.author_ids and actor.person_id != thing.owner_id


def revealed(_actor: Actor, _holding: Holding, thing: Thing) -> bool:
    """The blind round is over."""
    return thing.state in {"revealed", "agreed", "closed"}


def circulated(_actor: Actor, _holding: Holding, thing: Thing) -> bool:
    """It was sent beyond those who wrote it."""
    return thing.state in CIRCULATED


def published(_actor: Actor, _holding: Holding, thing: Thing) -> bool:
    """It is published, and nothing about it is closed to the public."""
    return thing.state == "published" and not thing.compartment and thing.marking == LOWEST
