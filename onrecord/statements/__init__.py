"""Statements: recording, placing, editing, tagging, removing and verifying them and their attributions."""
