"""Browsing: a Datasette plugin that makes an onrecord database readable, and the server that starts it.

Datasette loads this package through its entry point and finds the hooks below; its `static` folder is served
beside them. Nothing here writes. `server` is what `onrecord browse` calls.
"""

# Datasette is an extra. Without it `onrecord.browse.server` must still be importable, to say what is missing.
try:
    from onrecord.browse.plugin import (
        asgi_wrapper,
        extra_css_urls,
        get_metadata,
        prepare_connection,
        prepare_jinja2_environment,
        register_facet_classes,
        register_mcp_tools,
        register_output_renderer,
        register_routes,
        render_cell,
        startup,
    )
except ModuleNotFoundError as error:
    if error.name != "datasette":
        raise
else:
    __all__ = [
        "asgi_wrapper",
        "extra_css_urls",
        "get_metadata",
        "prepare_connection",
        "prepare_jinja2_environment",
        "register_facet_classes",
        "register_mcp_tools",
        "register_output_renderer",
        "register_routes",
        "render_cell",
        "startup",
    ]
