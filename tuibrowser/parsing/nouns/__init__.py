"""What a number counts, by the grammar of its clause."""
