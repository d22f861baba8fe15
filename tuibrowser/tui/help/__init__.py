"""Help and palette: what can be done where one is."""
