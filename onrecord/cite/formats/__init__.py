"""The formats of citations, a module each; `onrecord.formats` names them."""
