"""What changes a library: reports in, out and replaced, and what is made from them."""
