"""The second process of a run: it writes the Word file and the workbooks, and says how it went.

Two letters come in, the paper and then its pictures, and one goes out. Where they end early
the run that started this process is gone, and it goes too.
"""

from __future__ import annotations

import pickle
import signal
import sys
import traceback
from contextlib import suppress
from typing import BinaryIO

from wardwise.pipeline.office_letters import Fault, Paper, Pictures, Written
from wardwise.pipeline.out_folder import telling_of_the_disk
from wardwise.pipeline.progress import Stages
from wardwise.render.sheets import write_ods, write_xlsx
from wardwise.render.word import write_docx


def serve(letters: BinaryIO, answer: BinaryIO) -> None:
    """Read, write, answer."""
    with suppress(EOFError, pickle.UnpicklingError, BrokenPipeError):
        paper: Paper = pickle.load(letters)
        stages = Stages()
        told: Written | Fault = Written(stages.seconds)
        try:
            with telling_of_the_disk(paper.out):
                _write(paper, letters, stages)
        except (EOFError, pickle.UnpicklingError):
            raise
        except Exception as error:  # noqa: BLE001 – it is raised again where the run goes on
            told = Fault(type(error), str(error), traceback.format_exc())
        pickle.dump(told, answer)


def _write(paper: Paper, letters: BinaryIO, stages: Stages) -> None:
    with stages.stage("Writing the workbooks"):
        write_ods(paper.document, paper.folder / "tables.ods")
        write_xlsx(paper.document, paper.folder / "tables.xlsx")
    pictures: Pictures = pickle.load(letters)
    with stages.stage("Writing the Word file"):
        write_docx(paper.document, paper.folder / "assessment.docx", draw=pictures)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the run itself tells of being stopped
    serve(sys.stdin.buffer, sys.stdout.buffer)
