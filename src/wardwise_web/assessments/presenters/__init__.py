"""The year and its figures as pages show them."""
