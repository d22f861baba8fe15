"""Rows of the search index: tokens, numbers, postings."""
