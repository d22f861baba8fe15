"""The terminal: its driver, its widths of characters, its colours, its keys."""
