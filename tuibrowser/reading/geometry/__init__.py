"""From characters with places on pages to paragraphs: for formats that keep how a page looks and
not how it is read (PDF, OFD)."""
