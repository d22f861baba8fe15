"""Paragraphs and headings of a text whose line breaks are lost, torn or too many."""
