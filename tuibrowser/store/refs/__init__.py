"""How a person names stored reports in one word."""
