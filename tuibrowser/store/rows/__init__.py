"""What the rows of a library hold, both ways."""
