"""How wrong forecasts are, tried on every partnership: the tables that forecasts rest on."""
