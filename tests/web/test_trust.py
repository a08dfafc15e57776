"""An installation as the how-to sets it up: its checks, headers and cookies; and no secrets."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from tests.web.routes import routes
from wardwise_web.conftest import own_home, seats  # noqa: F401 - fixtures


ROOT = Path(__file__).resolve().parents[2]
SET_UP = """
import io, json, django
django.setup()
from django.conf import settings
from django.core.management import call_command
told = io.StringIO()
call_command("check", deploy=True, fail_level="INFO", stdout=told, stderr=told)
names = [name for name in dir(settings) if name.isupper()]
print(json.dumps({name: getattr(settings, name) for name in names}, default=str))
"""


@pytest.fixture(scope="module")
def set_up(tmp_path_factory):
    """The settings of a council's installation, after ``check --deploy`` found nothing at all."""
    environment = {name: told for name, told in os.environ.items() if "WARDWISE" not in name}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "wardwise_web.config.settings",
        "WARDWISE_HOME": str(tmp_path_factory.mktemp("home")),
        "WARDWISE_HOSTS": "safer.exampleshire.example",
        "WARDWISE_PROXIES": "1",
        "WARDWISE_EMAIL": "django.core.mail.backends.smtp.EmailBackend",
        "WARDWISE_OIDC_SERVER": "https://login.exampleshire.example/tenant/v2.0",
        "WARDWISE_OIDC_CLIENT": "a-client",
        "WARDWISE_OIDC_SECRET": "told-by-the-environment",
    }
    done = subprocess.run(
        [sys.executable, "-c", SET_UP],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_the_frameworks_own_check_finds_nothing_and_nothing_is_silenced(set_up):
    assert set_up["SILENCED_SYSTEM_CHECKS"] == []
    assert set_up["DEBUG"] is False


def test_cookies_go_over_tls_alone_to_this_name_alone_and_to_no_script(set_up):
    for cookie in ("SESSION_COOKIE", "CSRF_COOKIE"):
        assert set_up[f"{cookie}_NAME"].startswith("__Host-")
        assert set_up[f"{cookie}_SECURE"] is set_up[f"{cookie}_HTTPONLY"] is True
        assert set_up[f"{cookie}_SAMESITE"] == "Lax"
        assert (set_up[f"{cookie}_PATH"], set_up[f"{cookie}_DOMAIN"]) == ("/", None)
    assert set_up["MESSAGE_STORAGE"].endswith("SessionStorage")  # no cookie with people's names


def test_transport_is_strict_and_sessions_and_tries_are_limited(set_up):
    assert set_up["SECURE_SSL_REDIRECT"] is set_up["SECURE_HSTS_INCLUDE_SUBDOMAINS"] is True
    assert set_up["SECURE_HSTS_SECONDS"] >= 365 * 24 * 3600
    assert (set_up["SESSION_IDLE"], set_up["SESSION_LONGEST"]) == (3600, 12 * 3600)
    assert set_up["SECOND_FACTOR"] is True
    assert set_up["ALLAUTH_TRUSTED_PROXY_COUNT"] == 1
    assert "PBKDF2" in set_up["PASSWORD_HASHERS"][0]


def test_the_key_is_made_for_this_installation_and_read_by_nobody_else(set_up):
    file = Path(set_up["HOME"]) / "secret_key"
    assert file.stat().st_mode & 0o777 == 0o600
    assert len(file.read_text("utf-8")) >= 64


def test_the_page_may_lead_to_the_councils_sign_in_and_run_no_inline_script(set_up):
    told = set_up["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]
    assert told["form-action"] == ["'self'", "https://login.exampleshire.example"]
    assert told["default-src"] == ["'self'"]
    assert "unsafe" not in json.dumps(told)


@pytest.fixture
def secure(settings):
    """The headers as they are where there is a certificate."""
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 31_536_000, True


@pytest.mark.parametrize("who", [None, "analyst", "administrator"])
def test_every_address_answers_with_every_header(secure, seats, who):  # noqa: F811
    client = Client(raise_request_exception=False)
    if who:
        client.force_login(seats.people[who], backend="django.contrib.auth.backends.ModelBackend")
    tried = [route for route in routes() if not route.takes - {"partnership"}]
    assert len(tried) > 20
    for address in [*map(path_of, tried), "/sign-in/login/", "/static/core/start.js", "/nowhere"]:
        answer = client.get(address, secure=True)
        answer.close()  # a file that is served stays open until its answer is
        told = answer.headers
        assert told["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains", address
        policy = told["Content-Security-Policy"]
        assert "object-src 'none'" in policy, address
        assert "base-uri 'none'" in policy, address
        assert "frame-ancestors 'none'" in policy, address
        assert told["X-Content-Type-Options"] == "nosniff", address
        assert told["Referrer-Policy"] == "same-origin", address
        assert "Access-Control-Allow-Origin" not in told, address
        assert "charset" in told["Content-Type"], address


def path_of(route):
    from django.urls import reverse

    return reverse(route.name, kwargs={"partnership": "exampleshire"} if route.takes else {})


@pytest.mark.parametrize("method", ["trace", "put", "delete", "patch", "options"])
def test_no_page_answers_to_other_methods(seats, method):  # noqa: F811
    client = Client()
    client.force_login(seats.people["manager"], backend="django.contrib.auth.backends.ModelBackend")
    assert getattr(client, method)("/p/exampleshire/people/").status_code == 405


@pytest.mark.parametrize(
    "address", ["/.git/config", "/static/", "/static/../settings.py", "/media/", "/admin/", "/api/"]
)
def test_nothing_else_is_in_reach(db, address):
    assert Client().get(address).status_code == 404


def test_own_scripts_set_no_html_run_no_words_and_keep_nothing():
    web = ROOT / "src" / "wardwise_web"
    own = [path for path in web.glob("*/static/**/*.js") if "vendor" not in path.parts]
    risky = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
        r"|postMessage|localStorage|sessionStorage|indexedDB"
    )
    assert own
    assert [path.name for path in own if risky.search(path.read_text("utf-8"))] == []


# What a key of each kind looks like, written so that this file holds none itself
SECRETS = {
    "private key": r"-----BEGIN (?:[A-Z]+ )*PRIVATE" + r" KEY-----\s+[A-Za-z0-9+/]{20}",
    "cloud key": r"\b(?:AKIA|ASIA)" + r"[0-9A-Z]{16}\b",
    "forge token": r"\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{60,}|glpat-[\w-]{20})\b",
    "registry token": r"\b(?:pypi-AgEI[\w-]{50,}|npm_[A-Za-z0-9]{36})\b",
    "chat token": r"\bxox[abprs]-[0-9A-Za-z-]{20,}",
    "map or mail key": r"\b(?:AIza[\w-]{35}|SG\.[\w-]{22}\.[\w-]{43})\b",
    "payment key": r"\b[rs]k_live_[0-9A-Za-z]{20,}",
    "signed token": r"\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,}",
    "password in an address": r"\b(?:postgres|postgresql|mysql|amqp|redis|https?)://[^\s:/@'\"`]+:"
    r"(?![…*<{$%])[^\s:/@'\"`]{6,}@(?!localhost|127\.0\.0\.1|[\w.-]*\.example\b)",
}


def test_no_file_of_the_repository_holds_a_secret():
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\0")
    if len(listed) < 100:
        pytest.skip("this is no clone of the repository")
    patterns = {name: re.compile(pattern) for name, pattern in SECRETS.items()}
    found = []
    for name in filter(None, listed):
        path = ROOT / name
        if not path.is_file() or path.stat().st_size > 2_000_000:
            continue
        text = path.read_bytes().decode("utf-8", "ignore")
        found += [f"{name}: {kind}" for kind, one in patterns.items() if one.search(text)]
    assert found == []


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("private key", "-----BEGIN RSA PRIVATE" + " KEY-----\nMIIEowIBAAKCAQEAr3mQ"),
        ("cloud key", "AKIA" + "Q3EGRXIBVZ7PLKTE"),
        ("forge token", "ghp_" + "a1B2" * 9),
        ("registry token", "npm_" + "a1B2" * 9),
        ("chat token", "xoxb-" + "1234567890-" * 3),
        ("payment key", "sk_live" + "_4eC39HqLyjWDarjtT1zdp7dc"),
        (
            "signed token",
            ".".join(["eyJ" + "hbGciOiJIUzI1NiJ9xx", "eyJ" + "zdWIiOiIxMjM0NTY3ODkw", "s" * 30]),
        ),
        ("password in an address", "postgres://wardwise:" + "hunter22x@db.council.gov.uk/w"),
    ],
)
def test_each_kind_of_secret_would_be_found(kind, words):
    assert re.search(SECRETS[kind], words)


@pytest.mark.parametrize(
    "words", ["postgres://wardwise:…@localhost/wardwise", "https://user:secret1@host.example/"]
)
def test_an_example_is_no_secret(words):
    assert not any(re.search(pattern, words) for pattern in SECRETS.values())
