"""SQLite as Django knows it, with writers who queue."""
