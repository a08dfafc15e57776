"""Every change to the plan."""
