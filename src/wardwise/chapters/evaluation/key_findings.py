"""One key finding for each initiative that is judged."""

from __future__ import annotations

from wardwise.chapters.evaluation.verdicts import area_of, verdict
from wardwise.chapters.evaluation.write import SAID
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.domain.settings_of_initiatives import Role
from wardwise.figures.initiatives import Evaluated
from wardwise.measures.effect.called import Effect


CLEAR = (Effect.REDUCED, Effect.MOVED)


def key_findings(evaluated: tuple[Evaluated, ...]) -> tuple[KeyFinding, ...]:
    """Those that can be judged, in the order of the settings."""
    return tuple(_finding(one) for one in evaluated if one.effects.called is not None)


def _finding(one: Evaluated) -> KeyFinding:
    registered = one.registered is not None and one.registered.in_time
    clear = one.effects.called in CLEAR
    return KeyFinding(
        claim=str(verdict(one)),
        brief=f"{one.initiative.name} {SAID[one.effects.called][0]}",
        figures=one.effects.figures,
        sureness=Sureness.MODERATE if clear else Sureness.LOW,
        why_sure="area and control were compared before and after"
        + (
            ", as set down before the start"
            if registered
            else ", though nobody set down first what would count"
        )
        + ("; the difference is beyond chance" if clear else ""),
        alternatives=(
            "something else that happened in the area and not in the control",
            "a change in what is reported there because the initiative is there",
        ),
        gap="What was done, how much of it, and where exactly.",
        area=area_of(one, Role.AREA),
        offence=one.initiative.offences[0] if len(one.initiative.offences) == 1 else None,
    )
