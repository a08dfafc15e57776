"""Performance: indicators with their definitions, readings and targets, and the board's pack."""
