"""Profiles of real partnerships: seven parts each, and no two alike where evidence differs."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import combinations

import pytest

from wardwise.chapters.profile import CHAPTER
from wardwise.chapters.profile.findings import ProfileFindings
from wardwise.document.blocks import Finding
from wardwise.document.section import Section
from wardwise.document.text import Text
from wardwise.figures.desk import Desk


pytestmark = [pytest.mark.shared, pytest.mark.slow]


@pytest.fixture(scope="module")
def found(luton_desk: Desk) -> ProfileFindings:
    result = CHAPTER.analyse(luton_desk)
    assert isinstance(result, ProfileFindings)
    return result


def _words(section: Section) -> list[str]:
    texts: list[str] = []
    for part in section.walk():
        for block in part.blocks:
            if isinstance(block, Finding):
                texts += [str(block.claim), block.sureness, block.instead, block.gap]
            elif isinstance(text := getattr(block, "text", None), Text):
                texts.append(str(text))
    return re.sub(r"[\d.,%+−]+", "", " ".join(texts)).split()


def test_five_profiles_of_seven_parts(found: ProfileFindings) -> None:
    sections = CHAPTER.write(found).sections
    assert len(sections) == 5
    assert all(len(section.sections) == 7 for section in sections)


def test_profiles_share_little_where_their_shapes_differ(found: ProfileFindings) -> None:
    shapes = {one.name: one.shape for one in found.profiles}
    told = {section.title: _words(section) for section in CHAPTER.write(found).sections}
    assert len(set(shapes.values())) >= 3
    for (first, a), (second, b) in combinations(told.items(), 2):
        # 1 is the same words in the same order; profiles of one shape may share more
        bound = 0.75 if shapes[first] is shapes[second] else 0.6
        assert SequenceMatcher(None, a, b, autojunk=False).ratio() < bound, (first, second)
