"""The page: what was recorded, what changed, what is proposed, how sure, what is not known."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.document.blocks import Bullets, Headline, Paragraph
from wardwise.document.phrases import changed
from wardwise.document.section import Section
from wardwise.document.text import Text, say
from wardwise.document.words import decimal, signed_percent, whole
from wardwise.domain.finding import KeyFinding
from wardwise.figures.changes import change_figure
from wardwise.figures.desk import Desk
from wardwise.figures.offences import offences_figure
from wardwise.figures.rates import rate_figure


FINDINGS = 5


def executive_summary(desk: Desk, findings: Sequence[tuple[KeyFinding, ...]]) -> Section:
    """One page that could stand alone."""
    total = offences_figure(desk, area=desk.area, period=desk.latest, offence=None)
    rate = rate_figure(desk, area=desk.area, period=desk.latest, offence=None)
    change = change_figure(
        desk, area=desk.area, period=desk.latest, before=desk.before, offence=None
    )
    answer = say(
        "In {period}, {n} offences were recorded in {place}. The total {changed}.",
        period=desk.latest.label,
        n=whole(total),
        place=desk.area.name,
        changed=changed(change),
    )
    return Section(
        title="Executive summary",
        anchor="summary",
        new_page=True,
        blocks=(
            Paragraph(answer, lead=True),
            Headline(
                (
                    (whole(total), say("offences recorded")),
                    (decimal(rate), say("for every 1,000 residents")),
                    (signed_percent(change), say("on the year before")),
                )
            ),
            Bullets(_bullets(findings)),
        ),
    )


def _bullets(findings: Sequence[tuple[KeyFinding, ...]]) -> tuple[Text, ...]:
    every = [one for chapter in findings for one in chapter]
    chosen = sorted(every, key=lambda one: -one.weight)[:FINDINGS]
    return tuple(Text((one.claim,)) for one in chosen)
