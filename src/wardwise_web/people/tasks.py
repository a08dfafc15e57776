"""Work of this room that is done in the background."""

from __future__ import annotations

from django.core.mail import send_mail
from django.urls import reverse
from django_tasks import task

from wardwise_web.core.jinja import moment
from wardwise_web.people.models import BrokenGlass, Partnership, Person
from wardwise_web.people.selectors import told_of_emergencies


@task()
def send_emergency_notice(glass_id: int, site: str) -> None:
    """Tell the managers and auditors. The reason is not in it: mail is read by others too."""
    broken = BrokenGlass.objects.select_related("person", "partnership").get(pk=glass_id)
    partnership, person = broken.partnership, broken.person
    address = f"{site}{reverse('emergencies', args=[partnership.slug])}"
    for told in told_of_emergencies(partnership, but=person.pk):
        send_mail(
            subject=f"Emergency access at {partnership.name}",
            message=(
                f"{told.name},\n\n{person.name} opened emergency access at"
                f" {moment(broken.starts_at)}, until {moment(broken.ends_at)} at the latest.\n\n"
                f"Read why, and ask them:\n{address}\n"
            ),
            from_email=None,
            recipient_list=[told.email],
        )


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
