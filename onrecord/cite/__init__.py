"""Citations of attributions: in a CSL style, as records for a reference manager, or for a wiki, an edition, a page."""
