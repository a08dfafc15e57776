"""What a finished run wrote, as the pages read it."""

from __future__ import annotations

import pytest

from wardwise_web.assessments.findings import NoFinishedRun, findings_of, recipe_of
from wardwise_web.evidence.tests.made_run import figure, write_run


def test_a_figure_is_read_with_its_recipe(tmp_path):
    folder = write_run(tmp_path / "run", [figure()])
    found = findings_of(folder).figures["F-AAAAAAAA"]
    assert (found.value, found.sources) == (412, ("police_uk",))
    assert recipe_of(folder, "F-AAAAAAAA").measure == "offences"


def test_somebody_without_the_clearance_does_not_learn_that_a_figure_is_there(tmp_path):
    closed = figure("F-BBBBBBBB", marking="OFFICIAL-SENSITIVE")
    found = findings_of(write_run(tmp_path / "run", [figure(), closed]))
    assert list(found.cleared("OFFICIAL")) == ["F-AAAAAAAA"]
    assert len(found.cleared("OFFICIAL-SENSITIVE")) == 2
    names = [*found.figures, "F-NOWHERE0"]
    assert [one.figure_id for one in found.named(names, clearance="OFFICIAL")] == ["F-AAAAAAAA"]
    assert len(found.named(names, clearance="OFFICIAL-SENSITIVE")) == 2


def test_a_folder_without_a_finished_run_says_so(tmp_path):
    with pytest.raises(NoFinishedRun, match="no finished run"):
        findings_of(tmp_path)
