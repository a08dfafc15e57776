"""Half of the robberies published are held: no change of robbery is told without it."""

from __future__ import annotations

from collections.abc import Mapping

from tests.builders import desk_with
from wardwise.chapters.executive_summary import executive_summary
from wardwise.chapters.levels_and_patterns import CHAPTER as LEVELS
from wardwise.document.blocks import Bullets, Paragraph
from wardwise.domain.finding import Sureness
from wardwise.domain.period import Period
from wardwise.domain.published import OfficialRow, OfficialTable
from wardwise.domain.quality import Quality, SourceRows
from wardwise.figures.desk import Desk
from wardwise.figures.held_part import too_little_held


# Drugs 120 → 240 and robbery 120 → 240, of 250 and 480 published for 2024: 96% and 50% held
MONTHLY = {"Drugs": [10] * 12 + [20] * 12, "Robbery": [10] * 12 + [20] * 12}
YEAR, BEFORE = Period.parse("2024-01", "2024-12"), Period.parse("2023-01", "2023-12")


def desk_of(*, drugs: int, robbery: int, monthly: Mapping[str, list[int]] = MONTHLY) -> Desk:
    """The example beside a published count of each group and of both."""
    counts = {"Drug offences": drugs, "Robbery": robbery, None: drugs + robbery}
    rows = {
        ("E22999991", name): OfficialRow(n, n // 2, 4_000, 2_000, None, None, "", "")
        for name, n in counts.items()
    }
    table = OfficialTable("ons_csp_tables", YEAR, BEFORE, (), {}, {}, {}, {}, {}, rows)
    held = SourceRows(YEAR, ("Sampleshire",), dict.fromkeys(MONTHLY, 240), {})
    return desk_with(monthly, official=table, quality=Quality((), (), (), (), (held,)))


def test_only_what_is_held_in_too_small_a_part_is_marked() -> None:
    desk = desk_of(drugs=250, robbery=480)
    share = too_little_held(desk, "Robbery")
    assert share is not None
    assert share.number == 50.0
    assert too_little_held(desk, "Drugs") is None  # 96%
    # 480 of 730 is 65.8%
    whole = too_little_held(desk, None)
    assert whole is not None
    assert round(whole.number, 1) == 65.8


def test_a_gap_of_a_few_offences_is_none_whatever_its_share() -> None:
    # one a month is 12: of 16 published it is 75%, but only 4 are missing; of 20 it is 60%
    few = MONTHLY | {"Robbery": [1] * 24}
    assert too_little_held(desk_of(drugs=250, robbery=16, monthly=few), "Robbery") is None
    share = too_little_held(desk_of(drugs=250, robbery=20, monthly=few), "Robbery")
    assert share is not None
    assert share.number == 60.0


def test_without_published_tables_nothing_can_be_said() -> None:
    assert too_little_held(desk_with(MONTHLY), "Robbery") is None


def test_the_summary_says_it_in_the_same_breath() -> None:
    desk = desk_of(drugs=250, robbery=480)
    found = LEVELS.analyse(desk)
    blocks = executive_summary(desk, {"levels_and_patterns": found.key_findings}).blocks
    lead = blocks[0]
    assert isinstance(lead, Paragraph)
    assert "in records that hold only 66% of the count published for 2024." in str(lead.text)
    told = next(str(one.items[0]) for one in blocks if isinstance(one, Bullets))
    assert (
        "robbery (+100.0%, in records that hold only 50% of the count published for 2024)" in told
    )
    assert "drugs (+100.0%)" in told


def test_a_rise_in_half_of_the_records_is_not_sure() -> None:
    found = LEVELS.analyse(desk_of(drugs=250, robbery=480)).key_findings
    by_name = {one.offence: one for one in found}
    assert by_name["Drugs"].sureness is Sureness.HIGH
    assert by_name["Robbery"].sureness is Sureness.MODERATE
    assert "in records that hold only 50%" in by_name["Robbery"].claim
    section = LEVELS.write(LEVELS.analyse(desk_of(drugs=250, robbery=480))).sections[1]
    (opening,) = [block for block in section.blocks if isinstance(block, Paragraph)]
    assert "Robbery is counted in records that hold only 50%" in str(opening.text)
