"""What can go wrong, each with an exit code of its own.

Exit codes are a public contract (docs/reference/exit_codes.md): change one only with an
ADR and a CHANGELOG line. The message is a sentence to the person who can put it right.
"""

from __future__ import annotations


class AssessmentError(Exception):
    """Anything that is shown to a person without a traceback."""

    exit_code = 1
    about = "Something that a person can put right"


class ExtractError(AssessmentError):
    """A file of evidence cannot be read as it stands."""

    exit_code = 10
    about = "A file of evidence cannot be read as it stands"

    def __init__(
        self,
        *,
        file: str,
        problem: str,
        remedy: str,
        row: int | None = None,
        column: str | None = None,
    ) -> None:
        self.file, self.row, self.column = file, row, column
        self.problem, self.remedy = problem, remedy
        super().__init__(f"{self.where}: {problem} {remedy}")

    @property
    def where(self) -> str:
        """File, row and column, as far as they are known."""
        parts = [self.file]
        if self.row is not None:
            parts.append(f"row {self.row:,}")
        if self.column is not None:
            parts.append(f"column '{self.column}'")
        return ", ".join(parts)


class ArchiveError(ExtractError):
    """A zip that we will not unpack: unsafe, too large or damaged."""

    exit_code = 15
    about = "An archive that is damaged, unsafe or too large to open"


class EvidenceMissing(ExtractError):
    """A folder or file that the settings ask for is not there, or holds nothing."""

    exit_code = 16
    about = "A file or folder of evidence is missing or empty"


class ReferenceDataError(AssessmentError):
    """A code, boundary or weight that we do not hold, or of another vintage."""

    exit_code = 11
    about = "A code, boundary or weight that the reference tables do not hold"


class PopulationMissing(AssessmentError):
    """A denominator is not known, which is not the same as nought."""

    exit_code = 12
    about = "A population or number of households is not known"


class SettingsError(AssessmentError):
    """The partnership's settings file is wrong: the path in it, found, expected."""

    exit_code = 13
    about = "The partnership's settings file is wrong"


class DisclosureRefused(AssessmentError):
    """It may not be shown."""

    exit_code = 14
    about = "A figure may not be shown"


class FigureDiffers(AssessmentError):
    """A printed figure does not follow from the stored rows."""

    exit_code = 17
    about = "A printed figure does not follow from the stored rows"


class FigureUnknown(AssessmentError):
    """No figure of that name was printed by that run."""

    exit_code = 18
    about = "No figure of that name was printed by that run"


class StoreError(AssessmentError):
    """The store cannot be written or is damaged; the last good run stands."""

    exit_code = 19
    about = "The store or the output folder cannot be written, or is damaged"


class FetchError(AssessmentError):
    """A file of open data cannot be downloaded; what was there before stands."""

    exit_code = 20
    about = "A file of open data cannot be downloaded"


class GatewayMissing(AssessmentError):
    """A partner's file without controller, gateway, purpose, retention date and marking."""

    exit_code = 21
    about = "A partner's file may not be imported: the law that allows it is not stated, or is past"


class MappingError(AssessmentError):
    """A mapping file is wrong, or does not fit the supplier's file."""

    exit_code = 22
    about = "A mapping of a partner's file is wrong"


class SecretMissing(AssessmentError):
    """The partnership's secret is needed to protect people, and is not there."""

    exit_code = 23
    about = "The partnership's secret, which protects people in partners' files, is missing"


class CohortsDiffer(AssessmentError):
    """Figures of different cohorts, or followed for different times, are not one figure."""

    exit_code = 24
    about = "Figures of different cohorts were to be put together"


class CardChanged(AssessmentError):
    """A card that was locked before an initiative is not as it was."""

    exit_code = 25
    about = "A registered card of an initiative was changed after it was locked"
