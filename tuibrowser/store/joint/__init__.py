"""Several libraries that answer as one."""
