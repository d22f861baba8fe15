"""What one run of the browser knows; no Textual."""
