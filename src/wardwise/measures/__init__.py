"""Statistics, one per file, grouped by what they ask. Pure: nothing is read, nothing is drawn.

``MEASURES`` is every public measure by name, so that a printed figure can be worked out
again from its recipe. A folder lists its own in ``HOMES``; a measure's file is imported when
the measure is first asked for, because some of SciPy is slow to load.
"""

from __future__ import annotations

from collections.abc import Mapping

from wardwise.measures.registry import Measure, Registry


MEASURES: Mapping[str, Measure] = Registry()
