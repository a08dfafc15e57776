"""A declaration, and files of each kind, as small as a test wants them."""

from __future__ import annotations

import datetime
import io
import zipfile

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from wardwise_web.evidence.services import Declaration


CSV = b"Date,Street,Kind\n2026-01-03,High Street,Noise\n2026-01-04,Mill Lane,Noise\n"


def declaration(**differs):
    """A declaration in which everything is said."""
    given = {
        "kind": "fires",
        "supplier": "Midshire Fire and Rescue Service",
        "controller": "Midshire Fire Authority",
        "gateway": "s.17A",
        "lawful_basis": "None: no row is about a person",
        "regime": "none",
        "special_category": False,
        "special_condition": "",
        "about_children": False,
        "purpose": "Strategic assessment",
        "retention": "agreement",
        "retain_until": timezone.localdate() + datetime.timedelta(days=700),
        "marking": "OFFICIAL",
        "mapping": "midshire_fire",
        "no_agreement_because": "Section 17A requires it to be supplied",
    }
    return Declaration(**(given | differs))


def workbook(**parts):
    """Bytes of a small real XLSX, with more parts in its zip where they are given."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        book.add_worksheet().write_row(0, 0, ["Date", "Kind"])
    if parts:
        with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as packed:
            for name, content in parts.items():
                packed.writestr(name.replace("__", "/"), content)
    return made.getvalue()


def upload(name="fires.csv", content=CSV):
    """A file as a browser hands it over."""
    return SimpleUploadedFile(name, content)
