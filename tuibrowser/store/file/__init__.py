"""The library as a file: what belongs to it, its connection, its schema."""
