"""The source as lines: numbering, signatures, days, tables and tables of contents among them."""
