"""Tagged PDF through Typst."""

from __future__ import annotations

from wardwise.render.pdf.write import write_pdf


__all__ = ["write_pdf"]
