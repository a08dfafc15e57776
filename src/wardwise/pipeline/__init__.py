"""The story of a run. ``assess.py`` reads like the picture in the README."""
