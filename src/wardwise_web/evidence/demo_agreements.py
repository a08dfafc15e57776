"""The demo's sharing agreements: one in force, one about to end, one ended; and a file erased."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import SimpleUploadedFile

from wardwise_web.evidence.models import Dataset
from wardwise_web.evidence.services import erase_file, hand_in
from wardwise_web.evidence.services.agreements import Agreed, Terms, enter_agreement, put_under


if TYPE_CHECKING:
    from wardwise_web.people.stage import DemoPlay

PURPOSE = "Strategic assessment under section 6 of the Crime and Disorder Act 1998"
# name, parties, who renews, from, until, datasets that stand under it
AGREEMENTS = (
    ("Police and partnership agreement", "Midshire Police with every responsible authority",
     "Head of information governance, Midshire Police", (2024, 4, 1), (2027, 3, 31),
     ("recorded_crime", "victims", "suspects", "offenders", "police_incidents", "outcomes")),
    ("Health data for community safety", "Integrated care board, trusts and council",
     "Caldicott guardian, Midshire Integrated Care Board", (2025, 1, 1), (2026, 12, 31),
     ("ed_assaults", "hospital_admissions", "ambulance_calls")),
    ("Youth justice and schools agreement", "Youth justice service, schools and council",
     "Director of children's services, Exampleshire Council", (2023, 11, 1),
     (2026, 10, 31), ("youth_justice",)),
)  # fmt: skip


def load_agreements(play: DemoPlay, datasets: Sequence[Dataset]) -> None:
    """Each with its datasets; entered after the files, as it was in the year."""
    if play.partnership is None:
        raise LookupError("The partnership comes first.")
    for name, parties, renewer, starts, ends, kinds in AGREEMENTS:
        made = enter_agreement(
            partnership=play.partnership,
            agreed=Agreed(name, parties, PURPOSE, renewer),
            terms=Terms(datetime.date(*starts), datetime.date(*ends), "Signed by all parties"),
            by=play.actor("manager"),
        )
        for one in datasets:
            if one.kind in kinds:
                put_under(dataset=one, agreement=made, by=play.actor("analyst"))


def by_mistake(play: DemoPlay, fires: Dataset) -> None:
    """A file of another area, handed in and erased."""
    by = play.actor("analyst")
    content = b"Date,Street,Kind\n2026-09-03,Elsewhere Road,Refuse\n"
    file = hand_in(
        dataset=fires,
        upload=SimpleUploadedFile("fires_of_another_area.csv", content),
        received_on=datetime.date(2026, 10, 20),
        by=by,
    )
    erase_file(file=file, because="Sent by mistake: it is another area's", by=by)
