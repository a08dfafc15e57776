"""What lies before the analyst of records alone: files, crimes, people, and no residents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wardwise.document.initials import capital
from wardwise.document.section import Section
from wardwise.domain.area import Area
from wardwise.domain.marking import highest_marking
from wardwise.domain.people_recorded import Chosen
from wardwise.domain.period import Period
from wardwise.domain.records_held import RecordFile, RecordsHeld
from wardwise.domain.records_settings import RecordsSettings
from wardwise.figures.people_found import PeopleFound, found_of
from wardwise.figures.people_selected import Selected


EVERY_CRIME = "All records"


@dataclass(frozen=True, eq=False)
class RecordsDesk:
    """One run's records with the questions that every chapter asks of them first."""

    held: RecordsHeld
    settings: RecordsSettings

    @property
    def area(self) -> Area:
        """The place, by its name."""
        return self.settings.partnership.area

    @property
    def level(self) -> float:
        """Level of intervals, a share."""
        return self.settings.measures.confidence_percent / 100

    @property
    def marking(self) -> str:
        """The paper's own, or that of a file if it is higher."""
        return highest_marking([self.settings.document.marking, self.held.recorded.marking])

    @property
    def period(self) -> Period:
        """First to last month of the crimes."""
        return self.held.recorded.period

    @cached_property
    def selected(self) -> Selected:
        """Every crime, and everybody in them."""
        chosen = Chosen(self.area.code, self.period)
        return Selected(self, self.held.recorded, EVERY_CRIME, chosen)

    @cached_property
    def people(self) -> PeopleFound:
        """Everything that is to be said of them."""
        return found_of(self.selected)

    def file_of(self, source: str) -> RecordFile:
        """The first file of a dataset."""
        return next(file for file in self.held.files if file.source == source)

    def source_line(self, *sources: str) -> str:
        """``Supplier, files, months``."""
        files = [file for file in self.held.files if file.source in sources]
        suppliers = dict.fromkeys(file.supplier for file in files)
        paths = dict.fromkeys(file.path.rpartition("/")[2] for file in files)
        told = f"{', '.join(suppliers)}: {', '.join(paths)}, {self.period.label}"
        return capital(told)


@dataclass(frozen=True)
class RecordsChapter:
    """One folder of ``chapters/`` for papers on records alone; it may write several sections."""

    name: str
    title: str
    question: str
    analyse: Callable[[RecordsDesk], Any]
    write: Callable[[Any], tuple[Section, ...]]
