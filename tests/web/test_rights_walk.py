"""Ten thousand steps: people gain and lose roles, objects change, and two tables must agree."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

from tests.web import rights_oracle as oracle
from wardwise_web.core.permissions.actor import Actor, Holding
from wardwise_web.core.permissions.can import can, can_ever
from wardwise_web.core.permissions.roles import HELD, Role
from wardwise_web.core.permissions.table import RIGHTS
from wardwise_web.core.permissions.thing import Kind, Thing, Verb


STEPS = 10_000
STATES = (
    "",
    "draft",
    "open",
    "revealed",
    "agreed",
    "circulated",
    "approved",
    "published",
    "closed",
)
PEOPLE = range(1, 9)
AGENCIES = range(1, 5)
SUBJECTS = ("", "", "", "kestrel")


class World:
    """Somebody and something, changed a little at each step, in both languages."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.actor = Actor(person_id=1, name="One", partnership_id=1)
        self.thing = Thing(Kind.CHAPTER, 1, 1)

    def step(self) -> None:
        """One thing happens: a role is given or ended, or another object is looked at."""
        self.chance.choice((self._give, self._end, self._become, self._clear, self._look))()
        self._look()

    def _give(self) -> None:
        held = Holding(
            self.chance.choice(HELD),
            self.chance.choice(AGENCIES),
            self.chance.choice((None, None, 7, 8)),
        )
        self.actor = replace(self.actor, holdings=self.actor.holdings | {held})

    def _end(self) -> None:
        if self.actor.holdings:
            one = self.chance.choice(sorted(self.actor.holdings, key=repr))
            self.actor = replace(self.actor, holdings=self.actor.holdings - {one})

    def _become(self) -> None:
        self.actor = replace(
            self.actor,
            person_id=self.chance.choice(PEOPLE),
            partnership_id=self.chance.choice((1, 1, 1, 2, None)),
        )

    def _clear(self) -> None:
        self.actor = replace(
            self.actor,
            clearance=self.chance.choice(("OFFICIAL", "OFFICIAL-SENSITIVE")),
            compartments=frozenset({self.chance.choice(SUBJECTS)} - {""}),
            in_emergency=self.chance.random() < 0.2,
        )

    def _look(self) -> None:
        chance = self.chance
        self.thing = Thing(
            kind=chance.choice(list(Kind)),
            partnership_id=1,
            object_id=chance.choice(("", 1, 2, 3)),
            cycle_id=chance.choice((None, 7, 8)),
            agency_id=chance.choice((None, *AGENCIES)),
            owner_id=chance.choice((None, *PEOPLE)),
            author_ids=frozenset(chance.sample(PEOPLE, chance.randrange(3))),
            named_ids=frozenset(chance.sample(PEOPLE, chance.randrange(4))),
            state=chance.choice(STATES),
            marking=chance.choice(("OFFICIAL", "OFFICIAL", "OFFICIAL-SENSITIVE")),
            compartment=chance.choice(SUBJECTS),
        )

    @property
    def somebody(self) -> oracle.Somebody:
        """The actor in the oracle's language."""
        return oracle.Somebody(
            number=self.actor.person_id,
            partnership=self.actor.partnership_id,
            roles=tuple(
                oracle.Role(str(one.role), one.agency_id, one.cycle_id)
                for one in self.actor.holdings
            ),
            sensitive=self.actor.clearance != "OFFICIAL",
            admitted=self.actor.compartments,
            broke_the_glass=self.actor.in_emergency,
        )

    @property
    def something(self) -> oracle.Something:
        """The object in the oracle's language."""
        return oracle.Something(
            kind=str(self.thing.kind),
            partnership=1,
            is_new=self.thing.object_id == "",
            cycle=self.thing.cycle_id,
            agency=self.thing.agency_id,
            owner=self.thing.owner_id,
            authors=self.thing.author_ids,
            named=self.thing.named_ids,
            state=self.thing.state,
            sensitive=self.thing.marking != "OFFICIAL",
            closed_subject=self.thing.compartment,
        )


def test_ten_thousand_steps_agree_with_the_oracle():
    world, seen = World(seed=20261120), Counter()
    for _ in range(STEPS):
        world.step()
        for verb in Verb:
            allowed = can(world.actor, verb, world.thing)
            expected = oracle.may(world.somebody, str(verb), world.something)
            assert allowed == expected, (verb, world.actor, world.thing)
            seen[allowed] += 1
    assert seen[True] > STEPS / 20  # a walk on which nothing is ever allowed would prove little


def test_a_door_that_never_opens_is_not_shown():
    """What ``can`` allows of some object, ``can_ever`` allows of the kind; what everybody may
    read because it is published has pages of its own."""
    world = World(seed=1)
    for _ in range(2_000):
        world.step()
        for verb in Verb:
            if can(world.actor, verb, world.thing) and world.thing.state != "published":
                assert can_ever(world.actor, verb, world.thing.kind)


def test_every_kind_has_a_row_and_the_oracle_knows_no_other():
    assert set(RIGHTS) == set(Kind)
    told = {kind for _, kind, _ in oracle.BOOK.grants}
    assert told == {str(kind) for kind in Kind}
    assert set(oracle.RIGHTS_BY_ROLE) == {str(role) for role in Role}


def test_an_administrator_has_no_right_in_any_data():
    data = set(Kind) - {Kind.AGENCY, Kind.ACCOUNT, Kind.CYCLE, Kind.OWN_PAGE}
    held = {
        (kind, verb)
        for kind in data
        for right in RIGHTS[kind]
        if Role.ADMINISTRATOR in right.roles
        for verb in right.verbs
    }
    assert held == set()


def test_a_broken_glass_opens_no_record_no_mark_no_closed_subject_and_no_export():
    actor = Actor(person_id=1, name="One", partnership_id=1, in_emergency=True)
    opened = {
        (kind, verb)
        for kind in Kind
        for verb in Verb
        if can(actor, verb, Thing(kind, 1, 1, marking="OFFICIAL-SENSITIVE"))
    }
    kinds = {Kind.RESTRICTED_APPENDIX, Kind.EVIDENCE_CARD, Kind.CHAPTER, Kind.FINDING}
    assert opened == {(kind, Verb.READ) for kind in kinds}
    for kind in kinds:
        assert not can(actor, Verb.READ, Thing(kind, 1, 1, compartment="kestrel"))
        assert not can(actor, Verb.READ, Thing(kind, 2, 1))
        assert not can(actor, Verb.READ, Thing(kind, 1, 1, marking="SECRET"))
