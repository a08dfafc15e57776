"""The word for a rule beside its mark."""

from __future__ import annotations

from wardwise.render.pictures.canvas import Canvas, Letters
from wardwise.render.pictures.letters import width_of
from wardwise.render.pictures.look import SMALL
from wardwise.render.pictures.panel import Panel
from wardwise.render.pictures.signals import signal_groups


def draw_rule_words(canvas: Canvas, panel: Panel) -> None:
    """The word for a rule beside its mark, once for marks that stand together."""
    values = dict(zip(panel.series.months, panel.series.values, strict=True))
    for group in signal_groups(panel.series):
        known = [(s.month, v) for s in group if (v := values[s.month]) is not None]
        if not known:
            continue
        mean = next((s.mean for s in panel.series.stretches if s.last >= known[0][0]), known[0][1])
        is_high = known[0][1] >= mean
        month, value = max(known, key=lambda pair: pair[1] if is_high else -pair[1])
        (x, y), wide = panel.at(month, value), width_of(group[0].rule, size=SMALL)
        left = min(max(x - wide / 2, panel.box.left + 2), panel.box.right - wide)
        foot = y - 7 if is_high else y + 15
        canvas.words(group[0].rule, (left, foot), Letters(size=SMALL, halo=True))
