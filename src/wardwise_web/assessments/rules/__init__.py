"""Who may, where the table of rights does not say it all."""
