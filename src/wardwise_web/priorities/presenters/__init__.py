"""From rows to what a page shows, and to what the engine's sums are made from."""
