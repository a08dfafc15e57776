"""What a worker does in the background."""

from __future__ import annotations

from django_tasks import task


@task()  # type: ignore[untyped-decorator]
def make_pack(pack_id: int) -> None:
    """Make a pack's papers. What makes them is found when it runs."""
    from wardwise_web.performance.making import make

    make(pack_id)
