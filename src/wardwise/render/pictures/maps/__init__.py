"""Maps: areas filled in a few classes under the outlines and names of the wards."""
