"""Every reading of this room, from the partnership down."""
