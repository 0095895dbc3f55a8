"""Import and export of records: from and to other programs, and whole, without loss."""
