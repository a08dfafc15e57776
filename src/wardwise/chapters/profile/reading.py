"""How an offence's count is to be read, by the reference tables of the profiles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from wardwise.reference.load import Row, load_table


OFFENDER, VICTIM = "offender", "victim"
JUDGED = "house judgement"


@dataclass(frozen=True)
class Need:
    """Evidence that open data do not hold: what, from whom, and what it would tell."""

    needed: str
    held_by: str
    tells: str
    still_needed: str  # where partners' files tell the rest


@dataclass(frozen=True)
class Response:
    """A first step that the evidence can point to, and what it leans on."""

    to: str
    action: str
    basis: str


@dataclass(frozen=True)
class Reading:
    """The name in a sentence, how much is reported, what a count might be instead."""

    plural: str
    reported: str
    instead: str
    reported_source: str  # a survey, or that it is judgement
    needs: dict[str, Need]
    responses: dict[str, Response]

    @property
    def is_hidden(self) -> bool:
        """Whether most of it never reaches the police."""
        return self.reported == "mostly not reported"

    @property
    def is_found(self) -> bool:
        """Whether the count follows what the police look for."""
        return self.reported == "found by police"

    @property
    def is_judged(self) -> bool:
        """Whether no published source is held for how much is reported."""
        return self.reported_source.startswith(JUDGED)

    @property
    def by(self) -> str:
        """On whose word it stands how much is reported, inside a sentence."""
        return "by judgement" if self.is_judged else "by a national survey"


@cache
def reading_of(candidate: str, *, is_theme: bool = False) -> Reading:
    """What the tables ``offence_reading``, ``profile_need`` and ``response`` say of it.

    ``is_theme`` where a partner's file counts it: then the table ``theme_count`` says how.
    """
    table = "theme_count" if is_theme else "offence_reading"
    row = load_table(table).by("candidate")[(candidate,)]
    needs = {
        str(need["part"]): _need(need)
        for need in load_table("profile_need").rows
        if need["candidate"] == candidate
    }
    return Reading(
        plural=str(row["plural"]),
        reported=str(row["reported"]),
        instead=str(row["instead"]),
        reported_source=str(row["reported_source"]),
        needs=needs,
        responses=_responses(candidate),
    )


def _need(row: Row) -> Need:
    needed, still = str(row["needed"]), row["still_needed"]
    return Need(needed, str(row["from_whom"]), str(row["tells"]), str(still or needed))


def _responses(candidate: str) -> dict[str, Response]:
    """Steps by occasion; a row of the offence's own comes before one for any offence."""
    found: dict[str, Response] = {}
    for name in ("any", candidate):
        for row in load_table("response").rows:
            if row["candidate"] == name:
                found[str(row["occasion"])] = Response(
                    str(row["to"]), str(row["action"]), str(row["basis"])
                )
    return found
