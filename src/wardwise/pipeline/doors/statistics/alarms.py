"""``wardwise measure alarms``: weeks with more events than is usual."""

from __future__ import annotations

import argparse

from wardwise.pipeline.doors.door import Answer, Door
from wardwise.pipeline.doors.given_numbers import chance, times


FARRINGTON = "farrington"


def _arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--date", default="date", help="column of the day of each event")
    command.add_argument(
        "--method",
        default=FARRINGTON,
        choices=[FARRINGTON, "C1", "C2", "C3"],
        help="Farrington's test, or one of EARS",
    )
    command.add_argument("--weeks", type=times, default=13, help="how many of the last to judge")
    command.add_argument("--years", type=times, default=3, help="earlier years, for Farrington's")
    command.add_argument("--alpha", type=chance, default=0.01, help="chance of a false alarm")


def _work(given: argparse.Namespace) -> Answer:
    from wardwise.measures.hot_spots.false_discovery import false_discovery
    from wardwise.measures.time.ears import ears
    from wardwise.measures.time.farrington import farrington
    from wardwise.measures.time.weekly_counts import weekly_counts
    from wardwise.pipeline.doors.columns import Columns

    days = Columns.read(given.file).moments(given.date)
    try:
        mondays, counts = weekly_counts(days=days)
        if given.method == FARRINGTON:
            judged = farrington(
                counts=counts, weeks=given.weeks, years=given.years, alpha=given.alpha
            )
        else:
            early = ears(counts=counts, method=given.method, alpha=given.alpha)
    except ValueError as error:
        raise _refused(given, str(error)) from error
    last = slice(-given.weeks, None)
    answer: dict[str, object] = {
        "mondays": mondays[last].astype(str),
        "counts": counts[last],
    }
    if given.method == FARRINGTON:
        return answer | {
            "expected": judged.expected,
            "upper": judged.upper,
            "p_value": judged.p_value,
            "adjusted_p_value": false_discovery(p_values=judged.p_value),
            "alarm": judged.alarm,
            "phi": judged.phi,
            "trend": judged.trend,
        }
    return answer | {
        "upper": early.upper[last],
        "statistic": early.statistic[last],
        "alarm": early.alarm[last],
    }


def _refused(given: argparse.Namespace, why: str) -> Exception:
    from wardwise.domain.errors import ExtractError

    return ExtractError(
        file=given.file.name,
        column=given.date,
        problem=why[0].lower() + why[1:],
        remedy="Give more weeks, judge fewer (--weeks) or look at fewer years (--years).",
    )


DOOR = Door(
    name="alarms",
    told="weeks of the last quarter with more events than is usual",
    method="A row is an event with its day; whole weeks from Monday are counted. Farrington and "
    "others (1996) with the weights of Noufaily and others (2013) needs three years and more; EARS "
    "(Hutwagner and others 2003) needs nine weeks. Adjusted p-values are Benjamini and Hochberg's.",
    arguments=_arguments,
    work=_work,
)
