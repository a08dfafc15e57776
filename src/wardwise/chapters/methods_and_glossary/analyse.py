"""Methods as the settings have them, dispersions, and the reference tables in use."""

from __future__ import annotations

from wardwise.chapters.methods_and_glossary.counting import counting_methods
from wardwise.chapters.methods_and_glossary.findings import Edition, MethodsFindings, Term
from wardwise.chapters.methods_and_glossary.judging import judging_methods
from wardwise.chapters.methods_and_glossary.people_methods import people_methods
from wardwise.domain.definition import DefinitionHeld
from wardwise.domain.evidence import NotHeld
from wardwise.figures.desk import Desk
from wardwise.figures.dispersions import dispersion_figures
from wardwise.reference.load import load_table, table_names


SYMBOLS = (
    ("[c]", "Withheld: known, and not shown so that nobody can be recognised."),
    ("[u]", "Low reliability, as the publisher marks it."),
    ("[x]", "Not known: nobody has supplied it, or it cannot be worked out. It is not nought."),
    ("[z]", "Not applicable: the question does not arise for this row."),
    ("–", "No interval, or nothing to say."),
    ("▲ rose, ▼ fell", "The test shows a change; the arrow never stands without the word."),
)


def analyse(desk: Desk) -> MethodsFindings:
    """Everything in printed order; dispersions largest first, the whole at the head."""
    by_offence = [dispersion_figures(desk, offence=name) for name in desk.offences]
    by_offence.sort(key=lambda row: -row.phi.number if row.phi.status == "known" else 0.0)
    return MethodsFindings(
        area=desk.area,
        source=desk.source,
        period=desk.latest,
        before=desk.before,
        methods=(*counting_methods(desk), *judging_methods(desk), *people_methods(desk)),
        dispersions=(dispersion_figures(desk, offence=None), *by_offence),
        symbols=SYMBOLS,
        terms=tuple(
            Term(str(row["term"]), str(row["meaning"]), str(row["source"]))
            for row in load_table("glossary").rows
        ),
        editions=tuple(_edition(name) for name in table_names()),
        definitions=_definitions(desk),
    )


def _definitions(desk: Desk) -> tuple[DefinitionHeld, ...]:
    """Ours are of use only beside an extract; the partnership's own are printed always."""
    held = desk.evidence.definitions
    if isinstance(desk.evidence.recorded_people, NotHeld):
        return tuple(one for one in held if one.file)
    return held


def _edition(name: str) -> Edition:
    table = load_table(name)
    used = table.version
    return Edition(table.title, used.version, used.date, used.source, used.licence, used.sha256)
