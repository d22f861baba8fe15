"""The reports of a library: what they are called, and how one is chosen."""
