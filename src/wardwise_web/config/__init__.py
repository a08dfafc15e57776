"""Settings, addresses and the server's door."""
