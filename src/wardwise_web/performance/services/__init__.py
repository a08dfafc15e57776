"""Every change to performance."""
