"""The log: one JSON object a line, so that nobody's words can begin a line of their own."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime


class JsonLines(logging.Formatter):
    """When, how bad, where from, what; of a request also who, which address and the answer.

    Who is a number and the address has no query: the log holds nobody's name or words of search.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The record on one line."""
        told: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "from": record.name,
            "what": record.getMessage(),
        }
        request = getattr(record, "request", None)
        if request is not None:
            told["method"] = getattr(request, "method", None)
            told["address"] = getattr(request, "path", None)
            told["answer"] = getattr(record, "status_code", None)
            told["person"] = _person(request)
        if record.exc_info:
            told["fault"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=True, default=str)


def _person(request: object) -> object:
    """Whoever was signed in, if that is known already: the log asks no database."""
    return getattr(getattr(request, "_cached_user", None), "pk", None)
