"""What may come: a register of what could change the picture, and next year whether it did."""
