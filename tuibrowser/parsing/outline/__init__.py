"""Headings and their levels, what stands under each of them, and its measures."""
