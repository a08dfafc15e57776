"""The web application: the partnership at one table. Django stays on this side of the bridges."""
