"""导出: what is on the screen, as a file."""
