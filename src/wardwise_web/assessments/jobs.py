"""What a worker does in the background for papers. Each job finds its services when it runs."""

from __future__ import annotations

from django_tasks import task


@task()  # type: ignore[untyped-decorator]
def write_frozen_paper(frozen_id: int) -> None:
    """Write the files of an approved paper."""
    from wardwise_web.assessments.models import FrozenPaper
    from wardwise_web.assessments.services.freezing import fail_frozen, write_frozen

    frozen = FrozenPaper.objects.get(pk=frozen_id)
    try:
        write_frozen(frozen=frozen)
    except OSError as error:
        fail_frozen(frozen=frozen, told=f"The files could not be written ({error.strerror}).")
        raise
    except Exception:
        fail_frozen(frozen=frozen, told="There is a fault in the program: no file was written.")
        raise


@task()  # type: ignore[untyped-decorator]
def make_frozen_again(remaking_id: int) -> None:
    """Make an approved paper again and compare."""
    from wardwise_web.assessments.models import Remaking
    from wardwise_web.assessments.services.freezing import make_again

    make_again(remaking=Remaking.objects.select_related("frozen").get(pk=remaking_id))
