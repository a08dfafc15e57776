"""A paper of made-up content that holds every kind of block, picture and nothing."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.document.blocks import (
    Align,
    Bullets,
    Column,
    Finding,
    Headline,
    Note,
    NoteKind,
    Paragraph,
    Recommendation,
    Table,
)
from wardwise.document.pictures import Bar, Bars, Picture
from wardwise.document.section import Document, Section
from wardwise.document.text import Link, Number, Strong, Text, say
from wardwise.document.words import between, decimal, signed_percent, whole
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.figure import Ask, Comparison, Figure, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.domain.period import Period
from wardwise.domain.verdict import Verdict
from wardwise.render.pictures.drawn import Drawn


EXAMPLESHIRE = Area("E99000001", "Exampleshire", AreaKind.DISTRICT)
YEAR = Period.parse("2023-05", "2024-04")
WARDS = (
    "Northgate",
    "St Wystan's and Long Meadow with Upper and Lower Hollowbrook",
    "Castle",
    "Llanfair-y-Coed",
    "Riverside",
    "Marsh End",
)
OFFENCES = ("Violence and sexual offences", "Shoplifting", "Vehicle crime", "Burglary", "Drugs")


def ward(n: int) -> Area:
    name = WARDS[n] if n < len(WARDS) else f"Ward {n + 1}"
    return Area(f"E9900{n:04d}", name, AreaKind.WARD)


def count(offence: str | None, area: Area, value: float, period: Period = YEAR) -> Figure:
    return Figure(
        measure="offences",
        offence=offence,
        area=area,
        period=period,
        value=value,
        unit=Unit.OFFENCES,
        sources=("police_uk",),
        recipe=Recipe("offences", {"counts": Ask("offences_by_area", {"area": area.code})}),
        method="count",
    )


def rate(offence: str | None, area: Area, value: float | NotKnown | Withheld) -> Figure:
    known = isinstance(value, float)
    return Figure(
        measure="rate_per_1000_residents",
        offence=offence,
        area=area,
        period=YEAR,
        value=value,
        unit=Unit.PER_1000_RESIDENTS,
        sources=("police_uk", "census_2021"),
        method="Byar",
        interval=Interval(value * 0.94, value * 1.06, 0.95, "Byar") if known else None,
    )


def change(offence: str | None, area: Area, value: float, verdict: Verdict) -> Figure:
    return Figure(
        measure="change_percent",
        offence=offence,
        area=area,
        period=YEAR,
        value=value,
        unit=Unit.PERCENT,
        sources=("police_uk",),
        method="log ratio, dispersion 2.10",
        interval=Interval(value - 5, value + 5, 0.95, "log ratio"),
        comparison=Comparison(
            baseline_value=1450,
            baseline_period=YEAR.earlier(),
            change_percent=value,
            lower=value - 5,
            upper=value + 5,
            verdict=verdict,
        ),
    )


ALL = count(None, EXAMPLESHIRE, 18_991)
SHOPLIFTING = count("Shoplifting", EXAMPLESHIRE, 1_634)
SHOPLIFTING_CHANGE = change("Shoplifting", EXAMPLESHIRE, 12.69, Verdict.ROSE)
SHOPLIFTING_RATE = rate("Shoplifting", EXAMPLESHIRE, 7.2534)


def offences_table() -> Table:
    rows = []
    for n, offence in enumerate((None, *OFFENCES)):
        figure = count(offence, EXAMPLESHIRE, 18_991 // (n + 1))
        rated = rate(offence, EXAMPLESHIRE, 84.31 / (n + 1))
        moved = change(offence, EXAMPLESHIRE, -4.0 + 3 * n, Verdict.NO_CLEAR_CHANGE)
        words = say("{c} – {v}", c=signed_percent(moved), v=str(moved.comparison.verdict))
        rows.append(
            (
                offence or "All recorded crime",
                whole(figure),
                decimal(rated),
                between(rated, 1),
                words,
            )
        )
    return Table(
        name="Offences in three years",
        caption="Recorded crime by offence group, May 2023 to April 2024",
        columns=(
            Column("Offence group", Align.LEFT),
            Column("Offences"),
            Column("Rate per 1,000 residents"),
            Column("95% interval", quiet=True),
            Column("Change on the year before", Align.LEFT),
        ),
        rows=tuple(rows),
        notes=(say("Counts are of {n} recorded crimes.", n=whole(ALL)),),
        source="police.uk archive of Exampleshire Police, extracted 3 May 2024",
        groups=(1,),
        emphasis=(0,),
    )


def ward_rows(wards: int) -> tuple[tuple[str | Number, ...], ...]:
    rows: list[tuple[str | Number, ...]] = []
    for n in range(wards):
        value: float | NotKnown | Withheld = 40.0 + n
        if n == 2:
            value = NotKnown("no population estimate for the ward as it was redrawn in 2024")
        if n == 3:
            value = Withheld("fewer than three households")
        rated = rate("Burglary", ward(n), value)
        rows.append((ward(n).name, whole(count("Burglary", ward(n), 12 + n)), decimal(rated)))
    return tuple(rows)


def wards_table(*, name: str = "Wards", wards: int = 40, appendix: bool = False) -> Table:
    return Table(
        name=name,
        caption="Burglary by ward, highest rate first",
        columns=(Column("Ward", Align.LEFT), Column("Offences"), Column("Rate per 1,000")),
        rows=ward_rows(wards),
        source="police.uk; Census 2021",
        emphasis=(0,),
        groups=(5, 10),
        appendix=appendix,
    )


def wide_table() -> Table:
    months = ("May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr")
    rows = []
    for n, offence in enumerate((*OFFENCES, "=HYPERLINK(1)")):
        cells = [str(1_000 * (n + 1) + 7 * m) for m in range(12)]
        rows.append((offence, *cells, whole(count(offence, EXAMPLESHIRE, 23_400 * (n + 1)))))
    return Table(
        name="Months: offences by month/2023–24",
        caption="Offences by month",
        columns=(Column("Offence group", Align.LEFT), *map(Column, months), Column("Year")),
        rows=tuple(rows),
        source="police.uk",
    )


def bars(name: str = "ranks") -> Bars:
    return Bars(
        name=name,
        title="Exampleshire's rate of shoplifting is 3rd to 6th of 15 similar partnerships",
        subtitle="Offences per 1,000 residents with 95% intervals, May 2023 to April 2024",
        source="police.uk; Census 2021",
        alt="Dots with intervals: Exampleshire 7.3 (6.8 to 7.7), from 2.1 in Elsewhere to 9.9.",
        table=wards_table(name="Ranks of shoplifting", wards=3),
        bars=(Bar("Exampleshire", 7.3, 6.8, 7.7, ours=True), Bar("Elsewhere", 2.1, 1.9, 2.3)),
        unit="offences per 1,000 residents",
        dots=True,
    )


def finding() -> Finding:
    return Finding(
        finding_id="K-SAMPLE01",
        claim=say(
            "Shoplifting rose to {n} offences ({c}) and is concentrated in few places.",
            n=whole(SHOPLIFTING),
            c=signed_percent(SHOPLIFTING_CHANGE),
        ),
        rests_on=(
            whole(SHOPLIFTING),
            signed_percent(SHOPLIFTING_CHANGE),
            decimal(SHOPLIFTING_RATE),
        ),
        sureness="Moderate: the rise is beyond chance, and the reporting of retailers varies.",
        instead="Retailers' reporting to police varies with staffing and with what is asked.",
        gap="Business premises, repeat offenders and value of goods are not in open data.",
    )


def profile_section() -> Section:
    return Section(
        title="Shoplifting",
        anchor="shoplifting",
        new_page=True,
        blocks=(
            Paragraph(
                say(
                    "Shoplifting rose by {c} to {n}: the second largest offence after violence.",
                    c=signed_percent(SHOPLIFTING_CHANGE),
                    n=whole(SHOPLIFTING),
                ),
                lead=True,
            ),
            Headline(
                (
                    (whole(SHOPLIFTING), say("shopliftings in the year")),
                    (signed_percent(SHOPLIFTING_CHANGE), say("on the year before: rose")),
                    (decimal(SHOPLIFTING_RATE), say("per 1,000 residents (6.8 to 7.7)")),
                )
            ),
            bars("profile ranks"),
            finding(),
            Recommendation(
                say("Agree with the twelve largest shops how thefts are reported."),
                findings=("K-SAMPLE01", "K-ELSEWHERE"),
                to="Exampleshire Police and the Business Improvement District",
            ),
            Recommendation(say("Ask for the value of goods."), findings=("K-SAMPLE01",)),
        ),
    )


def levels_section() -> Section:
    return Section(
        title="Levels and patterns",
        anchor="levels",
        blocks=(
            Paragraph(say("Police recorded {n} crimes: no clear change.", n=whole(ALL)), lead=True),
            Paragraph(
                Text(
                    (
                        "Most groups stayed within their usual range; ",
                        Strong("shoplifting did not"),
                        " (see ",
                        Link("the profile of shoplifting", "shoplifting"),
                        "). ",
                        "Months are compared with the same months a year before. " * 6,
                    )
                )
            ),
            offences_table(),
            bars(),
            Note(NoteKind.ALTERNATIVE, say("The force changed its recording in June 2023.")),
            Note(NoteKind.MISSING, say("Time of day: the open data give months only.")),
            wide_table(),
        ),
        sections=(
            Section(
                title="How the wards compare",
                anchor="wards",
                blocks=(
                    Bullets((say("First point."), say("Second, of {n}.", n=whole(ALL)))),
                    Bullets((say("Do this."), say("Then that.")), numbered=True),
                    wards_table(),
                    wards_table(name="Every LSOA", wards=30, appendix=True),
                ),
                sections=(
                    Section(
                        "Castle",
                        "castle",
                        (Paragraph(say("A half-page for a ward.")), bars("castle bars")),
                        together=True,
                    ),
                    Section(
                        "Riverside",
                        "riverside",
                        (Paragraph(say("Another half-page.")), bars("riverside bars")),
                        together=True,
                    ),
                ),
            ),
        ),
    )


def sample_document(kind: str = "assessment") -> Document:
    return Document(
        kind=kind,
        title="Strategic assessment 2024",
        partnership="Exampleshire Community Safety Partnership",
        subtitle="Crime and disorder, what changed and why, and what we propose",
        period="May 2023 to April 2024",
        marking="OFFICIAL – MADE UP",
        run="3f9c21ab",
        prepared_by="Exampleshire community safety team",
        sections=(
            Section(
                "Executive summary",
                "summary",
                (
                    Paragraph(say("Crime did not change; shoplifting rose."), lead=True),
                    Bullets((say("One."), say("Two."))),
                    Note(NoteKind.CAUTION, say("Two months are incomplete.")),
                    Note(NoteKind.SOURCE, say("police.uk, extracted 3 May 2024.")),
                    Note(NoteKind.METHOD, say("Byar intervals at 95%.")),
                ),
            ),
            levels_section(),
            profile_section(),
        ),
    )


@dataclass(frozen=True)
class DrawnStub:
    """Stands in for a drawn picture: a box with a word in it."""

    svg: str
    width: float = 600.0
    height: float = 240.0

    def png(self, scale: float = 2.0) -> bytes:
        return Drawn(self.svg, self.width, self.height).png(scale)


def draw_stub(picture: Picture) -> DrawnStub:
    return DrawnStub(
        '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="240" viewBox="0 0 600 240">'
        '<rect x="0" y="20" width="420" height="40" fill="#12436D"/>'
        '<rect x="0" y="80" width="260" height="40" fill="#A8A8A8"/>'
        '<text x="4" y="160" font-family="\'Source Sans 3\'" font-size="14">'
        f"{type(picture).__name__}</text></svg>"
    )
