"""Own words: their form, their place among computed blocks, and what is left out."""

from __future__ import annotations

import doctest
from dataclasses import replace

import pytest

from wardwise.document import own_words
from wardwise.document import typed_numbers as numbers_typed
from wardwise.document.anchors import marking_of, named_blocks, words_of
from wardwise.document.blocks import Bullets, Note, Paragraph
from wardwise.document.joined import START, Passage, Words, joined
from wardwise.document.own_words import blocks_of, figures_named, numbers_of
from wardwise.document.section import Document, Section
from wardwise.document.text import Link, Number, Strong, Text, say
from wardwise.document.typed_numbers import Sort, backing, is_named, nearest, typed_numbers
from wardwise.document.words import percent, whole
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.figure import Comparison, Figure, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.period import Period
from wardwise.domain.verdict import Verdict


THIS, NEXT = Period.parse("2025-01", "2025-12"), Period.parse("2026-01", "2026-12")
BURGLARY = Figure(
    measure="offences",
    offence="Burglary",
    area=Area("E06999001", "Exampleshire", AreaKind.DISTRICT),
    period=THIS,
    value=1234,
    unit=Unit.OFFENCES,
    sources=("police_uk",),
    interval=Interval(1166.1, 1304.8, 0.95, "Byar"),
)
SHARE = replace(BURGLARY, measure="share_percent", value=19.6, unit=Unit.PERCENT, interval=None)
CHANGE = replace(
    BURGLARY,
    measure="change_percent",
    value=-12.34,
    unit=Unit.PERCENT,
    interval=Interval(-18.0, -6.2, 0.95, "log ratio"),
    comparison=Comparison(1408, THIS.earlier(), -12.34, -18.0, -6.2, Verdict.FELL),
)


def section_of(*blocks: Paragraph | Note, anchor: str = "levels") -> Section:
    return Section("Levels", anchor, blocks)


def paper_of(*sections: Section, marking: str = "OFFICIAL") -> Document:
    return Document("assessment", "T", "P", "S", "2025", marking, "run", "", sections)


def said(document: Document) -> list[str]:
    return [
        words
        for section in document.walk()
        for block in section.blocks
        for words in words_of(block)
    ]


@pytest.mark.parametrize("module", [own_words, numbers_typed])
def test_the_examples_run(module: object) -> None:
    assert not doctest.testmod(module).failed  # type: ignore[arg-type]


def test_a_block_keeps_its_name_when_the_numbers_and_the_month_change() -> None:
    now = section_of(Paragraph(say("{n} burglaries.", n=whole(BURGLARY))))
    later = replace(BURGLARY, period=NEXT, value=998)
    then = section_of(Paragraph(say("Burglary: {n}, fewer than before.", n=whole(later))))
    assert [name for name, _ in named_blocks(now)] == [name for name, _ in named_blocks(then)]


def test_two_blocks_about_the_same_have_two_names() -> None:
    one = Paragraph(say("{n}", n=whole(BURGLARY)))
    names = [name for name, _ in named_blocks(section_of(one, one))]
    assert names[1] == f"{names[0]}-2"


def test_sentences_without_figures_are_told_apart_by_their_words_and_not_by_digits() -> None:
    names = {
        name
        for text in ("Held since 2024.", "Held since 2025.", "Another.")
        for name, _ in named_blocks(section_of(Paragraph(Text((text,)))))
    }
    assert len(names) == 2


def test_own_words_have_a_little_form_and_live_figures() -> None:
    figure_id = BURGLARY.figure_id
    words = f"We saw {{{figure_id}}} of **them**.\r\n\r\n- one\n- two\n\n1. first\n2. second"
    numbers = numbers_of([section_of(Paragraph(say("{n}", n=whole(BURGLARY))))])
    paragraph, dashed, counted = blocks_of(words, numbers=numbers)
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.spans == (
        "We saw ",
        Number("1,234", BURGLARY),
        " of ",
        Strong("them"),
        ".",
    )
    assert isinstance(dashed, Bullets)
    assert not dashed.numbered
    assert isinstance(counted, Bullets)
    assert counted.numbered
    assert figures_named(words) == (figure_id,)


def test_a_figure_that_the_build_does_not_print_stays_as_typed() -> None:
    (made,) = blocks_of("So {F-00000000}.", numbers={})
    assert words_of(made) == ("So {F-00000000}.",)


def test_own_words_stand_before_between_and_after_and_are_never_lost() -> None:
    first, second = (Paragraph(Text((text,))) for text in ("Computed one.", "Computed two."))
    section = section_of(first, second)
    name = next(name for name, _ in named_blocks(section))
    passages = (
        Passage("levels", "levels", START, "Before."),
        Passage("levels", "levels", name, "Between."),
        Passage("levels", "levels", "paragraph:gone", "Its block is gone."),
        Passage("levels", "a section that is gone", START, "Its section is gone."),
    )
    assert said(joined(paper_of(section), Words(passages))) == [
        "Before.",
        "Computed one.",
        "Between.",
        "Computed two.",
        "Its block is gone.",
        "Its section is gone.",
    ]


SENSITIVE = replace(SHARE, marking="OFFICIAL-SENSITIVE")


def restricted_paper() -> Document:
    link = Link("Levels", "secret")
    return paper_of(
        section_of(
            Paragraph(say("Open {n}, see {l}.", n=whole(BURGLARY), l=link)),
            Paragraph(say("Closed {n}.", n=percent(SENSITIVE))),
        ),
        section_of(Paragraph(say("Only {n}.", n=percent(SENSITIVE))), anchor="secret"),
        marking="OFFICIAL-SENSITIVE",
    )


def test_what_is_marked_higher_is_not_in_the_public_paper_at_all() -> None:
    words = Words(
        (
            Passage("levels", "levels", START, "Ours, open."),
            Passage("levels", "levels", START, "Ours, closed.", "OFFICIAL-SENSITIVE"),
        )
    )
    public = joined(restricted_paper(), words, up_to="OFFICIAL")
    assert said(public) == ["Ours, open.", "Open 1,234, see Levels."]
    assert [section.anchor for section in public.walk()] == ["levels"]
    assert public.marking == "OFFICIAL"
    assert "secret" not in repr(public)
    assert SENSITIVE.figure_id not in {one.figure_id for s in public.sections for one in s.figures}


def test_words_that_name_a_restricted_figure_go_where_it_may_go() -> None:
    told = f"Of them {{{SENSITIVE.figure_id}}}."
    words = Words((Passage("levels", "levels", START, told, "OFFICIAL"),))
    public = joined(restricted_paper(), words, up_to="OFFICIAL")
    assert not any(line.startswith("Of them") for line in said(public))
    whole_paper = joined(restricted_paper(), words)
    assert any(line.startswith("Of them") and "{" not in line for line in said(whole_paper))


def test_a_computed_block_that_was_raised_goes_as_well() -> None:
    paper = restricted_paper()
    name, block = next(named_blocks(paper.sections[0]))
    raised = Words(raised={("levels", name): "OFFICIAL-SENSITIVE"})
    assert raised.marking("levels", name, block) == "OFFICIAL-SENSITIVE"
    assert said(joined(paper, raised, up_to="OFFICIAL")) == []


def test_nobody_lowers_a_block_below_its_figures() -> None:
    name, block = list(named_blocks(restricted_paper().sections[0]))[1]
    lowered = Words(raised={("levels", name): "OFFICIAL"})
    assert marking_of(block) == "OFFICIAL-SENSITIVE"
    assert lowered.marking("levels", name, block) == "OFFICIAL-SENSITIVE"


def test_the_paper_takes_the_highest_marking_of_what_it_holds() -> None:
    words = Words((Passage("levels", "levels", START, "Ours.", "OFFICIAL-SENSITIVE"),))
    section = section_of(Paragraph(Text(("Computed.",))))
    assert joined(paper_of(section), words).marking == "OFFICIAL-SENSITIVE"
    assert joined(paper_of(section), Words()).marking == "OFFICIAL"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("1,234, 12.5% fewer", [("1,234", 1234, Sort.PLAIN), ("12.5%", 12.5, Sort.PERCENT)]),
        ("one in five of them", [("one in five", 20, Sort.SHARE)]),
        ("2 out of 10, and one person in ten", [("2 out of 10", 20, Sort.SHARE),
         ("one person in ten", 10, Sort.SHARE)]),
        ("two thirds, or half", [("two thirds", 200 / 3, Sort.SHARE), ("half", 50, Sort.SHARE)]),
        ("4.8 per 1,000 residents", [("4.8 per 1,000", 4.8, Sort.PER_1000)]),
        ("twelve burglaries", [("twelve", 12, Sort.PLAIN)]),
        ("fell by three per cent", [("three per cent", 3, Sort.PERCENT)]),
        ("it doubled", [("doubled", 2, Sort.TIMES)]),
        ("£1.2 million", [("£1.2 million", 1_200_000, Sort.PLAIN)]),
        ("rose 4.1 percentage points", [("4.1 percentage points", 4.1, Sort.PERCENT)]),
    ],
)  # fmt: skip
def test_numbers_are_found_in_words(words: str, found: list[tuple[str, float, str]]) -> None:
    assert [(one.text, one.value, one.sort) for one in typed_numbers(words)] == found


@pytest.mark.parametrize(
    "words",
    [
        "In 2025/26, on 3 March 2026 and in May 2025",
        "section 17 of the 1998 Act, regulation 12, chapter 3 and Table 4",
        "three agencies and two wards",
        "from 18:00 to 20:00, at 9pm, 24/7",
        "16-24 year olds, under-18s, aged 10 to 17",
        "1. First\n2. Second",
        "the third sector, a half-term, {F-7Q2M0ZKD}, the M4 and the A38",
    ],
)
def test_what_is_no_finding_is_left_alone(words: str) -> None:
    assert typed_numbers(words) == ()


@pytest.mark.parametrize(
    ("words", "backed"),
    [
        ("1,234", True),
        ("1,235", False),
        ("about 1,200", True),
        ("1,408 the year before", True),
        ("1,166", True),  # its lower limit
        ("12.3%", True),
        ("12.34%", True),
        ("12%", True),
        ("12.4%", False),
        ("one in five", True),  # 19.6 percent
        ("one in four", False),
        ("1,234 per 1,000", False),
        ("1,234%", False),
    ],
)
def test_a_number_is_backed_to_the_precision_that_it_was_typed_with(
    words: str, backed: bool
) -> None:
    number = typed_numbers(words)[0]
    assert bool(backing(number, [BURGLARY, SHARE, CHANGE])) is backed


def test_the_nearest_figures_are_offered() -> None:
    number = typed_numbers("1,300 burglaries")[0]
    assert nearest(number, [BURGLARY, SHARE, CHANGE]) == [BURGLARY]
    assert nearest(typed_numbers("9,000")[0], [BURGLARY]) == []


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("412 burglaries of homes", True),
        ("412 calls to the shop-watch line", False),
    ],
)
def test_a_number_near_a_figure_is_backed_only_where_the_words_speak_of_it(
    words: str, is_so: bool
) -> None:
    assert is_named(BURGLARY, words) is is_so
    everything = replace(BURGLARY, offence=None)
    assert is_named(everything, "412 recorded offences")
    assert not is_named(everything, "412 calls")
