"""People, agencies, the roles they hold and since when."""
