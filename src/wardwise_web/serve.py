"""``wardwise serve``: the application on this machine, with its worker, in one command."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


HOST = "127.0.0.1"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line's."""
    command = commands.add_parser("serve", help="open the web application on this machine")
    command.add_argument("--demo", action="store_true", help="with Exampleshire and its people")
    command.add_argument("--port", type=int, default=8000, help="port on localhost (8000)")
    command.add_argument(
        "--home",
        type=Path,
        help="folder for database, uploads and builds (WARDWISE_HOME, or wardwise-home; with"
        " --demo out/serve-demo)",
    )
    command.set_defaults(command=_run)


def _run(given: argparse.Namespace) -> None:
    os.environ["WARDWISE_HOME"] = str(_home(given).resolve())
    os.environ["WARDWISE_SECURE"] = "0"  # no certificate on one's own machine
    if given.demo:
        os.environ["WARDWISE_SECOND_FACTOR"] = "0"  # made-up people have no telephone
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wardwise_web.config.settings")
    _prepare(demo=given.demo)
    print(f"Wardwise is open at http://localhost:{given.port}/ (stop it with Ctrl-C)", flush=True)
    _serve(port=given.port)


def _home(given: argparse.Namespace) -> Path:
    """As the command says, or else the environment, as it does for every other command."""
    usual = "out/serve-demo" if given.demo else "wardwise-home"
    return Path(given.home or os.environ.get("WARDWISE_HOME") or usual)


def _prepare(*, demo: bool) -> None:
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # else its server warns at each start
    call_command("migrate", verbosity=0)
    if demo:
        call_command("load_demo")
        _ask_for_first_reports()


def _ask_for_first_reports() -> None:
    """What the files are like and what is late: the worker says it while somebody signs in."""
    from wardwise_web.evidence.services.reports import reports_after
    from wardwise_web.people.models import Partnership

    shown = Partnership.objects.get(slug="exampleshire")
    if not shown.reports.exists():
        reports_after(shown)


def _serve(*, port: int) -> None:
    """The server and the worker as children; both end with this command."""
    server = [
        "gunicorn",
        "--bind",
        f"{HOST}:{port}",
        "--workers=2",
        "--threads=4",
        "--worker-class=gthread",
        "--log-level=warning",
        "--no-control-socket",
        "wardwise_web.config.wsgi",
    ]
    worker = ["wardwise_web", "worker", "--interval=1"]
    with _child(server), _child(worker) as last:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        last.wait()


@contextmanager
def _child(module: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([sys.executable, "-m", *module]) as process:
        try:
            yield process
        finally:
            process.terminate()
