"""What a worker does in the background. Each job finds its services when it runs."""

from __future__ import annotations

from django_tasks import task


FAULT = (
    "There is a fault in the program, and the build did not end. Nothing was changed, and the last"
    " good build stands. Tell whoever runs this installation when it happened."
)


@task()  # type: ignore[untyped-decorator]
def run_build(build_id: int) -> None:
    """Build a partnership's assessment."""
    from wardwise_web.evidence.working import work_on_build

    work_on_build(build_id)


@task()  # type: ignore[untyped-decorator]
def run_report(report_id: int) -> None:
    """Make a data-quality report or a supply tracker."""
    from wardwise_web.evidence.working import work_on_report

    work_on_report(report_id)
