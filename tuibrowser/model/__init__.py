"""The records that cross floors, and the words they are made of.

Every ``start``/``end`` is a half-open range of code points into ``Report.text``, and the text of a
part is exactly ``report.text[start:end]``. Lines are 1-based lines of the source file.

Records are named tuples where that is enough: a dataclass takes 0.4 ms to define and needs
``inspect``, together 14 of the 57 ms that a look-up on the command line took. Their annotations are
evaluated where they stand: a named tuple compiles each that is a string, 16 us a field.
"""
