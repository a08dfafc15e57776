"""Performance's pages."""
