"""Bring the pages' own files together: run by ``make setup`` once npm has fetched its packages.

GOV.UK's ready style sheet is not used: it asks for pictures at the site's root and names a font
that is licensed for gov.uk alone. So it is built from its source.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"
TO = HERE.parent / "core" / "static" / "vendor"
FONTS = HERE.parent.parent / "wardwise" / "render" / "fonts"
COPIED = (
    MODULES / "govuk-frontend/dist/govuk/govuk-frontend.min.js",
    MODULES / "htmx.org/dist/htmx.min.js",
    MODULES / "maplibre-gl/dist/maplibre-gl.mjs",
    MODULES / "maplibre-gl/dist/maplibre-gl-worker.mjs",
    MODULES / "maplibre-gl/dist/maplibre-gl.css",
    FONTS / "SourceSans3-Regular.otf",
    FONTS / "SourceSans3-Semibold.otf",
)


def build() -> None:
    """Write the style sheet and copy the rest, into a folder that git does not keep."""
    TO.mkdir(parents=True, exist_ok=True)
    for file in COPIED:
        shutil.copyfile(file, TO / file.name)
    command = [
        "node",
        "node_modules/sass/sass.js",
        "--pkg-importer=node",
        "--style=compressed",
        "--no-source-map",
        "--quiet-deps",
        "styles/wardwise.scss",
        str(TO / "wardwise.css"),
    ]
    subprocess.run(command, cwd=HERE, check=True)


if __name__ == "__main__":
    build()
