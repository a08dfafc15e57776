"""The one way out for a list: by right, watermarked, and in the audit with its hash."""

from __future__ import annotations

import hashlib

from django.db import transaction
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.text import slugify

from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.exports.sheet import Sheet, as_csv, as_xlsx, watermark
from wardwise_web.core.jinja import moment
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Thing, Verb


WRITERS = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def export(sheet: Sheet, *, form: str, by: Actor, thing: Thing) -> HttpResponse:
    """The list as a file, for who may export; what left is known by its hash."""
    check_can(by, Verb.EXPORT, thing)
    if form not in WRITERS:
        raise Http404
    write, content_type = WRITERS[form]
    content = write(sheet, mark=watermark(sheet, by=by, when=moment(timezone.now())))
    with transaction.atomic():
        record(
            "list.exported",
            by=by,
            thing=thing,
            operation=Operation.DISCLOSURE,
            details={
                "name": sheet.name,
                "form": form,
                "rows": len(sheet.rows),
                "sha256": hashlib.sha256(content).hexdigest(),
            },
        )
    name = slugify(sheet.name) or "list"
    return HttpResponse(
        content,
        content_type=content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'},
    )
