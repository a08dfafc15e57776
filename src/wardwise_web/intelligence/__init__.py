"""What partners know that no count tells, graded; and the questions that follow from gaps."""
