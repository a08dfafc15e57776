"""Every measure by name, and every example in a docstring."""

from __future__ import annotations

import doctest
from importlib import import_module

import pytest

from wardwise.measures import MEASURES
from wardwise.measures.registry import Registry


@pytest.mark.parametrize("module", sorted(set(Registry().homes.values())))
def test_the_examples_in_the_docstrings_are_true(module: str) -> None:
    outcome = doctest.testmod(import_module(module))
    assert outcome.failed == 0
    assert outcome.attempted > 0, f"{module} shows no example"


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_every_measure_is_found_by_its_own_name_and_says_what_it_does(name: str) -> None:
    measure = MEASURES[name]
    assert measure.__name__ == name
    assert measure.__doc__ is not None
    for heading in ("Parameters", "Returns", "References", "Examples"):
        assert f"{heading}\n    ---" in measure.__doc__, f"{name} has no {heading}"


def test_a_measure_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        MEASURES["no_such_measure"]
