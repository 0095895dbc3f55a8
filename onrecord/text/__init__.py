"""What is known about text itself: folding, quotation marks, names, dates, addresses, places. Pure functions on strings."""
