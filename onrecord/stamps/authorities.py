"""Time-stamping authorities: what somebody whom others trust says of when the last seal of the history was there (RFC 3161).

What is stamped are the 64 characters of the seal's digest. The seals before follow from it, and what they were made over with them.
"""

from __future__ import annotations

import binascii
from datetime import UTC
from typing import TYPE_CHECKING, Any

from onrecord.errors import InputError
from onrecord.stamps.kept import Stamped, the_stamp
from onrecord.text.clean import one_line
from onrecord.text.digests import sha256

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.db.store import Store

MISSING = 'Time stamps need a further package: pip install "onrecord[stamp]"'
REQUEST, RESPONSE = "application/timestamp-query", "application/timestamp-reply"
SECONDS = 30.0


def request(digest: str) -> bytes:
    """What an authority is asked (TimeStampReq, DER). InputError: the package is missing."""
    tsp = _library()
    stamp: bytes = (
        tsp.TimestampRequestBuilder()
        .data(digest.encode())
        .hash_algorithm(tsp.HashAlgorithm.SHA256)
        .build()
        .as_bytes()
    )
    return stamp


def keep(store: Store, response: bytes, authority: str) -> Stamped:
    """Keeps an authority's answer beside the seal that it stamps; one that is kept already is not kept twice.

    InputError: it is no answer, was refused, or is of nothing that was sealed here.
    """
    answer = _read(response)
    of = bytes(answer.tst_info.message_imprint.message)
    seals = store.rows("SELECT id, digest FROM seals ORDER BY id DESC")
    number = next((number for number, digest in seals if _imprint(answer, digest) == of), None)
    if number is None:
        raise InputError("This time stamp is of nothing that was sealed in this database.")
    moment = answer.tst_info.gen_time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    row = store.value("SELECT id FROM stamps WHERE seal_id = ? AND token = ?", (number, response))
    row = row or store.insert(
        "stamps", seal_id=number, kind="rfc3161", authority=one_line(authority), at=moment, token=response
    )
    return the_stamp(store, row)


def proving(roots: Sequence[bytes]) -> Callable[[Stamped, bytes], str | None]:
    """What says what is wrong with a stamp and its token: nothing where somebody signed whom these root certificates (PEM) vouch for.

    InputError: one is no certificate.
    """
    tsp = _library()
    trusted = [certificate for pem in roots for certificate in _certificates(pem)]
    return lambda stamp, token: _problem(tsp, stamp, token, trusted)


def _problem(tsp: Any, stamp: Stamped, token: bytes, trusted: Sequence[Any]) -> str | None:
    from cryptography import x509
    from rfc3161_client.errors import VerificationError

    try:
        answer = _read(token)
    except InputError as error:
        return error.message
    if _imprint(answer, stamp.digest) != bytes(answer.tst_info.message_imprint.message):
        return "it is of another seal than the one beside it"
    if answer.tst_info.gen_time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") != stamp.at:
        return "it says another time than the one beside it"
    try:
        # Not by adding one by one: the builder shares its list with all others.
        builder = tsp.VerifierBuilder(roots=list(trusted))
        builder.build().verify_message(answer, stamp.digest.encode())
    except (VerificationError, x509.ExtensionNotFound, ValueError) as error:
        return one_line(str(error)).removesuffix(".")
    return None


def _certificates(pem: bytes) -> list[Any]:
    from cryptography import x509

    try:
        return list(x509.load_pem_x509_certificates(pem))
    except (ValueError, binascii.Error):
        raise InputError("This file holds no certificate (PEM).") from None


def _read(response: bytes) -> Any:
    """An answer that grants a stamp."""
    tsp = _library()
    try:
        answer = tsp.decode_timestamp_response(_in_order(response))
        status = int(answer.status)
    except ValueError:
        raise InputError("This is not an answer of a time-stamping authority (RFC 3161).") from None
    if status not in (0, 1):
        said = "; ".join(one_line(str(one)) for one in answer.status_string)
        raise InputError(f"The authority refused to stamp it{f': {said}' if said else ''}.")
    return answer


def _in_order(response: bytes) -> bytes:
    """The same with its certificates in the order that DER wants: OpenSSL puts the signer's first, and they are not signed.

    TimeStampResp, its second part the token (ContentInfo), in it SignedData, its fourth part the certificates (RFC 3161, RFC 5652).
    """
    try:
        [(_, *outer)] = _parts(response, 0, len(response))
        _, (_, *token) = _parts(response, *outer)[:2]
        _, (_, *content) = _parts(response, *token)[:2]
        [(_, *signed)] = _parts(response, *content)
        for tag, start, end in _parts(response, *signed):
            if tag == 0xA0:
                inner = _parts(response, start, end, whole=True)
                response = (
                    response[:start] + b"".join(sorted(response[a:b] for _, a, b in inner)) + response[end:]
                )
    except (IndexError, ValueError):
        pass  # whoever reads it says what is wrong
    return response


def _imprint(answer: Any, digest: str) -> bytes:
    """The digest of a seal's digest, by the function that the answer names; nothing where it is none of SHA-2."""
    import hashlib

    named = answer.tst_info.message_imprint.hash_algorithm.dotted_string
    if named == "2.16.840.1.101.3.4.2.1":
        return sha256(digest.encode())
    other = {"2.16.840.1.101.3.4.2.2": "sha384", "2.16.840.1.101.3.4.2.3": "sha512"}.get(named)
    return hashlib.new(other, digest.encode()).digest() if other else b""


def _library() -> Any:
    try:
        import rfc3161_client
    except ImportError:
        raise InputError(MISSING) from None
    return rfc3161_client


def _parts(data: bytes, start: int, end: int, *, whole: bool = False) -> list[tuple[int, int, int]]:
    """The elements (tag, start, end) of a stretch of DER: where their contents are, or `whole`, where they are. ValueError: it is none."""
    parts = []
    while start < end:
        tag, length, begin = data[start], data[start + 1], start + 2
        if length & 0x80:
            size = length & 0x7F
            length, begin = int.from_bytes(data[begin : begin + size], "big"), begin + size
        if begin + length > end:
            raise ValueError
        parts.append((tag, start if whole else begin, begin + length))
        start = begin + length
    return parts
