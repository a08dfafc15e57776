"""How often a quarter without anything in it alarms, and how often a doubling does."""
