"""Bibliographies that other programs wrote: works, and where a program keeps them the quotations from them."""
