"""Django's own commands: ``python -m wardwise_web migrate``, ``check --deploy``, ``shell``."""

from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wardwise_web.config.settings")
    execute_from_command_line(["wardwise_web", *sys.argv[1:]])
