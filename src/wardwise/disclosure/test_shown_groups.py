"""What is held back cannot be had by taking away: every small table is tried."""

from __future__ import annotations

from itertools import product

from wardwise.disclosure.shown_groups import shown_groups


FEWEST = 4


def test_everybody_less_what_is_shown_is_many_or_holds_nobody_of_a_group() -> None:
    for *bases, unnamed in product(range(7), repeat=4):
        shown = shown_groups(bases, unnamed=unnamed, fewest=FEWEST)
        held = [base for base, is_shown in zip(bases, shown, strict=True) if not is_shown]
        rest = sum(held) + unnamed
        assert not any(held) or rest >= FEWEST or not any(shown), (bases, unnamed)
        assert all(base >= FEWEST for base, one in zip(bases, shown, strict=True) if one)


def test_no_more_is_held_back_than_must_be() -> None:
    for *bases, unnamed in product(range(7), repeat=4):
        shown = shown_groups(bases, unnamed=unnamed, fewest=FEWEST)
        beside = [n for n, one in enumerate(bases) if one >= FEWEST and not shown[n]]
        rest = unnamed + sum(one for one, kept in zip(bases, shown, strict=True) if not kept)
        last = max((bases[n] for n in beside), default=0)
        assert not beside or rest - last < FEWEST  # the last of them was needed
        assert not beside or any(0 < one < FEWEST for one in bases)
