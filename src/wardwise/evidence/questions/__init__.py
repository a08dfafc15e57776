"""One question a file, each an Ibis expression over the tidy tables."""
