"""What a worker does in the background for papers. Each job finds its services when it runs."""

from __future__ import annotations

from django.core.mail import send_mail
from django.urls import reverse
from django_tasks import task

from wardwise_web.core.jinja import day


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


@task()  # type: ignore[untyped-decorator]
def send_circulated(paper_id: int, by_id: int, site: str) -> None:
    """Tell whoever may read a circulated paper, but who circulated it. Nothing of it is in it."""
    from wardwise_web.assessments.models import Paper
    from wardwise_web.assessments.selectors.papers import readers_of
    from wardwise_web.assessments.states import PaperState

    paper = Paper.objects.select_related("cycle__partnership").get(pk=paper_id)
    if paper.state != PaperState.CIRCULATED:  # it was moved on before the worker came to this
        return
    cycle = paper.cycle
    address = site + reverse("drafting_of_year", args=[cycle.partnership.slug, cycle.pk])
    for person in readers_of(paper):
        if person.pk == by_id:
            continue
        send_mail(
            subject=f"Comments are asked for at {cycle.partnership.name}",
            message=(
                f"{person.name},\n\na paper of {cycle.name} has been circulated for comments."
                f" It is marked {cycle.marking}.\n\n"
                f"Comments are due by {day(paper.comments_due)}.\n\n"
                f"Read it here, once you have signed in:\n{address}\n"
            ),
            from_email=None,
            recipient_list=[person.email],
        )
