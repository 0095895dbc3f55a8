"""Quotations as other people's programs keep them: annotations, highlights, wiki pages, statements in JSON-LD."""
