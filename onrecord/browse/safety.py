"""Safety headers on Datasette's own pages of onrecord's databases (our own pages have stricter ones).

Datasette writes scripts into its pages. The content security policy lets those run that stand in a template, by a
nonce (CSP Level 3, 4.1): it is put into the text of the templates as they are loaded, so that nothing which comes out
of a database can have it. What a template has an element do ("onclick") may be done by its digest ('unsafe-hashes', 6.7):
these very words, and no others. Where other plugins bring scripts, these may make code of strings ('unsafe-eval'), as
datasette-vega and datasette-graphql do: what comes out of a database is no script to begin with.
"""

import base64
import hashlib
import secrets
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from datasette.utils import tilde_decode
from jinja2 import BaseLoader, Environment
from markupsafe import Markup

from onrecord.browse import recognise
from onrecord.text.patterns import lazy

POLICY = (
    "default-src 'self'; script-src 'self' 'nonce-{nonce}'{also}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_SCRIPT = lazy(r"(?i)<script(?=[\s>{])")
_HANDLER = lazy(r"(?i)\son[a-z]+=\"([^\"{}<>&]+)\"")
# The digests of what the templates that were loaded so far have their elements do.
_handlers: set[str] = set()
# Of the page that is being made; "" where it is not ours to guard.
_nonce: ContextVar[str] = ContextVar("onrecord_nonce", default="")


class NoncedLoader(BaseLoader):
    """The templates of another loader, their scripts marked as the page's own."""

    def __init__(self, loader: BaseLoader) -> None:
        self._loader = loader

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, name, is_fresh = self._loader.get_source(environment, template)
        _handlers.update(map(_digest, _HANDLER.findall(source)))
        return _SCRIPT.sub("<script{{ onrecord_nonce() }}", source), name, is_fresh

    def list_templates(self) -> list[str]:
        return self._loader.list_templates()


def prepare(environment: Environment) -> None:
    """Has the scripts in the templates of `environment` marked."""
    assert environment.loader is not None
    environment.loader = NoncedLoader(environment.loader)
    environment.globals["onrecord_nonce"] = _attribute


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def policy(nonce: str, *, evaluating: bool = False) -> str:
    """The content security policy of a page whose scripts have this nonce; `evaluating` lets them make code of strings."""
    digests = "".join(f" 'sha256-{one}'" for one in sorted(_handlers))
    also = (f" 'unsafe-hashes'{digests}" if digests else "") + (" 'unsafe-eval'" if evaluating else "")
    return POLICY.format(nonce=nonce, also=also)


def others_bring_scripts() -> bool:
    """Whether a plugin that is neither Datasette's own nor this one has files to be loaded by pages."""
    # Not above: this module is loaded while Datasette loads its plugins.
    from datasette.plugins import get_plugins

    return any(plugin["static_path"] and plugin["name"] != "onrecord" for plugin in get_plugins())


def _attribute() -> Markup:
    nonce = _nonce.get()
    return Markup(' nonce="{}"').format(nonce) if nonce else Markup("")


def guarded(app: Any, datasette: Any) -> Any:
    """`app`, whose answers about onrecord's databases carry the headers, where they have none of their own."""
    evaluating = others_bring_scripts()

    async def wrapped(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or not _is_ours(datasette, scope):
            await app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)

        async def with_headers(message: Any) -> None:
            if message["type"] == "http.response.start":
                # Not before: the page is made by now, and its templates are known.
                headers = {
                    b"content-security-policy": policy(nonce, evaluating=evaluating).encode(),
                    b"x-content-type-options": b"nosniff",
                    b"referrer-policy": b"no-referrer",
                }
                sent = [(name.lower(), value) for name, value in message.get("headers", [])]
                named = {name for name, _ in sent}
                added = [pair for pair in headers.items() if pair[0] not in named]
                message = {**message, "headers": [*sent, *added]}
            await send(message)

        token = _nonce.set(nonce)
        try:
            await app(scope, receive, with_headers)
        finally:
            _nonce.reset(token)

    return wrapped


def _is_ours(datasette: Any, scope: Any) -> bool:
    """Whether an address is about one of onrecord's databases, or nothing else is served."""
    if recognise.all_ours(datasette):
        return True
    path = (scope.get("raw_path") or scope["path"].encode()).partition(b"?")[0].decode("latin-1")
    path = path.removeprefix(datasette.setting("base_url").rstrip("/")).strip("/")
    return recognise.is_ours(datasette, str(tilde_decode(path.partition("/")[0].partition(".")[0])))
