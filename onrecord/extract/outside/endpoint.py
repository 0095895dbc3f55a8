"""The model that is asked: any endpoint that speaks as OpenAI's chat completions do, on this computer or over https."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from onrecord.errors import InputError, UsageError
from onrecord.ingest.fetch import checked
from onrecord.ingest.post import is_loopback, post_json
from onrecord.model.record import record
from onrecord.text.clean import one_line

# All that an answer may have, in bytes, and how long it may take.
LARGEST_ANSWER = 10_000_000
SECONDS = 120.0
_PATH = "chat/completions"


@record(kw_only=True)
class Endpoint:
    """Where a model is asked: the whole address, its name there, and the key, which is sent there alone and never told."""

    url: str
    model: str
    key: str | None = None
    seconds: float = SECONDS

    @property
    def host(self) -> str:
        """Where the text goes, in words."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"

    def said(self, system: str, user: str) -> str:
        """What the model says. InputError: the endpoint does not answer as it should, or the answer was cut."""
        answer = post_json(
            self.url,
            {
                "model": self.model,
                "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}],
                "temperature": 0,
                "stream": False,
            },
            {"Authorization": f"Bearer {self.key}"} if self.key else {},
            seconds=self.seconds,
            most=LARGEST_ANSWER,
        )
        choices = answer.get("choices") if isinstance(answer, dict) else None
        first = choices[0] if isinstance(choices, list) and choices else None
        message = first.get("message") if isinstance(first, dict) else None
        content = message.get("content") if isinstance(message, dict) else None
        if not isinstance(content, str) or not isinstance(first, dict):
            raise InputError(f"{self.host} does not answer as an endpoint of chat completions does.")
        if first.get("finish_reason") == "length":
            raise InputError(f"The answer of {self.host} was cut before its end.")
        return content


def endpoint_of(environment: Mapping[str, str]) -> Endpoint:
    """The endpoint that ONRECORD_LLM_URL, _MODEL and _KEY name. UsageError: they name none, or one that is not safe."""
    url, model, key = (
        environment.get(f"ONRECORD_LLM_{name}", "").strip() for name in ("URL", "MODEL", "KEY")
    )
    missing = [f"ONRECORD_LLM_{name}" for name, value in (("URL", url), ("MODEL", model)) if not value]
    if missing:
        raise UsageError(f"Say which model is asked: set {' and '.join(missing)}.")
    try:
        parts = checked(url)
    except InputError as error:
        raise UsageError(f"ONRECORD_LLM_URL: {error.message}") from None
    host = parts.hostname or ""
    if parts.scheme == "http" and host != "localhost" and not is_loopback(host):
        raise UsageError("ONRECORD_LLM_URL: without TLS only this computer is asked: write https://.")
    if parts.query:
        raise UsageError("ONRECORD_LLM_URL is an address without a query.")
    if not all(value.isprintable() and len(value) < 1_000 for value in (model, key)) or not key.isascii():
        raise UsageError("ONRECORD_LLM_MODEL or ONRECORD_LLM_KEY holds what cannot be sent.")
    path = parts.path.rstrip("/")
    whole = path if path.endswith(_PATH) else f"{path}/{_PATH}"
    return Endpoint(url=f"{parts.scheme}://{parts.netloc}{whole}", model=one_line(model), key=key or None)
