"""A page before it is paper or screen."""
