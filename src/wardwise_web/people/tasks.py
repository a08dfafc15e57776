"""Work of this room that is done in the background."""

from __future__ import annotations

from django.core.mail import send_mail
from django.urls import reverse
from django_tasks import task

from wardwise_web.people.models import Partnership, Person


@task()
def send_invitation(person_id: int, partnership_id: int, site: str) -> None:
    """Tell somebody that they have an account. The mail holds no password and no secret link."""
    person = Person.objects.get(pk=person_id)
    partnership = Partnership.objects.get(pk=partnership_id)
    if not person.is_active:
        return
    send_mail(
        subject=f"You have an account at {partnership.name}",
        message=(
            f"{person.name},\n\nyou have been added to {partnership.name} on Wardwise.\n\n"
            f"Choose a password here, with this mail address:\n"
            f"{site}{reverse('account_reset_password')}\n\n"
            "If your council has its own sign-in, you can use that instead.\n"
        ),
        from_email=None,
        recipient_list=[person.email],
    )
