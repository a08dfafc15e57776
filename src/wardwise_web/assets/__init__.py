"""How the pages' style sheet and scripts are brought together."""
