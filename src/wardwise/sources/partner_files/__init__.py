"""Partners' own files: one reader for every supplier, by a mapping and no code."""
