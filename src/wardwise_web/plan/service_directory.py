"""The map of services in the form of Open Referral UK, for other directories."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Sequence

from django.db import transaction
from django.http import HttpResponse

from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.thing import Thing
from wardwise_web.plan.choices import FACTOR_BY_CODE, Scale
from wardwise_web.plan.models import Service


SPACE = uuid.UUID("6c2a1f0e-6f5d-4c58-9b3b-0d8f0a8f7a11")  # of ids made from our own numbers


def directory_json(services: Sequence[Service], *, by: Actor, thing: Thing) -> HttpResponse:
    """The services as a file; who took it is known."""
    content = json.dumps(
        {"items": [_service(one) for one in services]}, ensure_ascii=False, indent=1
    ).encode()
    with transaction.atomic():
        details = {
            "name": "Services",
            "form": "json",
            "rows": len(services),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
        record("list.exported", by=by, thing=thing, operation=Operation.DISCLOSURE, details=details)
    headers = {"Content-Disposition": 'attachment; filename="services.json"'}
    return HttpResponse(content, content_type="application/json", headers=headers)


def _service(one: Service) -> dict[str, object]:
    return {
        "id": str(uuid.uuid5(SPACE, f"service-{one.pk}")),
        "name": one.name,
        "description": one.about,
        "status": "active" if one.is_open else "inactive",
        "assured_date": one.assured_on.isoformat() if one.assured_on else None,
        "fees_description": None,
        "eligibility_description": f"Ages: {one.ages}" if one.ages else None,
        "organization": {
            "id": str(uuid.uuid5(SPACE, f"agency-{one.agency_id}")),
            "name": one.agency.name,
            "description": one.agency.name,
        },
        "service_areas": [{"name": one.areas}] if one.areas else [],
        "capacities": [{"available": one.places}] if one.places is not None else [],
        "attributes": [
            {"label": "Scale of prevention", "value": Scale(one.scale).word},
            {"label": "Outcome", "value": one.outcome},
            {"label": "Lead group", "value": one.lead_group},
            {"label": "Evidence", "value": one.grade},
            *({"label": "Factor", "value": FACTOR_BY_CODE[code].name} for code in one.factors),
        ],
    }
