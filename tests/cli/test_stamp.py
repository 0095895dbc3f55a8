"""Time stamps, by a real authority: OpenSSL's, behind a server on loopback."""

import json
import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from conftest import Run
from tools import program

pytest.importorskip("rfc3161_client", reason="time stamps need: pip install onrecord[stamp]")

CONFIGURATION = """
[tsa]
default_tsa = ours
[ours]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
certs = {folder}/ca.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""
EXTENSIONS = "extendedKeyUsage = critical,timeStamping\nkeyUsage = critical,digitalSignature\nbasicConstraints = CA:FALSE\n"


def openssl(*words: str | Path) -> None:
    done = subprocess.run(["openssl", *map(str, words)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


class Authority:
    """What stamps: `ca` vouches for it; `url` answers; `refusing` makes it answer something else."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.ca, self.refusing = folder, folder / "ca.pem", ""
        key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
        openssl(
            "req",
            "-x509",
            *key,
            "-keyout",
            folder / "ca.key",
            "-out",
            self.ca,
            "-subj",
            "/CN=Root of the tests",
            "-days",
            "2",
            "-addext",
            "keyUsage = critical,keyCertSign",
        )
        openssl(
            "req",
            *key,
            "-keyout",
            folder / "tsa.key",
            "-out",
            folder / "tsa.csr",
            "-subj",
            "/CN=Clock of the tests",
        )
        (folder / "extensions").write_text(EXTENSIONS)
        openssl("x509", "-req", "-in", folder / "tsa.csr", "-CA", self.ca, "-CAkey", folder / "ca.key", "-CAcreateserial", "-out", folder / "tsa.pem", "-days", "2", "-extfile", folder / "extensions")  # fmt: skip
        (folder / "openssl.cnf").write_text(CONFIGURATION.format(folder=folder))
        (folder / "serial").write_text("01\n")

    def answer(self, asked: bytes) -> bytes:
        if self.refusing:
            return self.refusing.encode()
        (self.folder / "asked").write_bytes(asked)
        openssl(
            "ts",
            "-reply",
            "-config",
            self.folder / "openssl.cnf",
            "-queryfile",
            self.folder / "asked",
            "-out",
            self.folder / "answer",
        )
        return (self.folder / "answer").read_bytes()


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Authority]:
    program("openssl")
    ours = Authority(tmp_path_factory.mktemp("authority"))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            answer = ours.answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        ours.url = f"http://127.0.0.1:{server.server_port}/tsr"  # type: ignore[attr-defined]
        yield ours
        server.shutdown()


@pytest.fixture
def desk(tmp_path: Path, run: Run) -> dict[str, str]:
    variables = {"ONRECORD_DB": str(tmp_path / "onrecord.db")}
    run("init", tmp_path / "onrecord.db")
    assert (
        "nothing to stamp" in run("stamp", "--authority", "http://127.0.0.1:9/", code=1, **variables).stderr
    )
    run("add", "speaker", "Ingrid Dahl", **variables)
    return variables


def test_what_is_recorded_is_stamped_and_proved(
    authority: Authority, desk: dict[str, str], run: Run, tmp_path: Path
) -> None:
    url: str = authority.url  # type: ignore[attr-defined]
    said = run("stamp", "--authority", url, **desk).stdout
    assert "up to operation 1" in said and url in said
    run("add", "speaker", "Johan Quist", **desk)
    run("config", "set", "stamp-authority", url, **desk)
    told = json.loads(run("stamp", "--json", **desk).stdout)
    assert told["seal"] == 2 and told["problem"] is None
    assert len(json.loads(run("stamp", "--list", "--json", **desk).stdout)) == 2
    assert "--ca" in run("verify", "--stamps", code=2, **desk).stderr
    assert run("verify", "--stamps", "--ca", authority.ca, **desk).stdout.count("proved") == 2
    # OpenSSL alone proves the same.
    with closing(sqlite3.connect(desk["ONRECORD_DB"])) as db:
        [token] = db.execute("SELECT token FROM stamps WHERE id = 2").fetchone()
    (tmp_path / "token.tsr").write_bytes(token)
    (tmp_path / "seal").write_text(told["digest"])
    openssl(
        "ts", "-verify", "-data", tmp_path / "seal", "-in", tmp_path / "token.tsr", "-CAfile", authority.ca
    )


def test_a_stamp_goes_by_file_too(
    authority: Authority, desk: dict[str, str], run: Run, tmp_path: Path
) -> None:
    run("stamp", "--request", "seal.tsq", **desk)
    assert "already" in run("stamp", "--request", "seal.tsq", code=1, **desk).stderr
    (tmp_path / "seal.tsr").write_bytes(authority.answer((tmp_path / "seal.tsq").read_bytes()))
    assert "no stamps yet" in run("stamp", "--list", **desk).stderr
    assert (
        "up to operation 1, by an answer in a file." in run("stamp", "--response", "seal.tsr", **desk).stdout
    )
    # The same answer again is no other stamp.
    run("stamp", "--response", "seal.tsr", **desk)
    assert len(run("stamp", "--list", **desk).stdout.splitlines()) == 1
    assert run("verify", "--stamps", "--quiet", "--ca", authority.ca, **desk).stdout == ""


def test_what_was_rewritten_shows(
    authority: Authority, desk: dict[str, str], run: Run, tmp_path: Path
) -> None:
    run("stamp", "--authority", authority.url, **desk)  # type: ignore[attr-defined]
    database = desk["ONRECORD_DB"]
    with closing(sqlite3.connect(database, isolation_level=None)) as db:
        db.execute("UPDATE operations SET command = 'nothing'")
    done = run("verify", "--stamps", "--ca", authority.ca, code=1, **desk)
    assert "proved" in done.stdout and "operation 1 is not as it was sealed" in done.stderr
    # Whoever makes the chain anew loses the stamp.
    with closing(sqlite3.connect(database, isolation_level=None)) as db:
        db.execute("UPDATE seals SET digest = ?", ("0" * 64,))
    assert "another seal" in run("verify", "--stamps", "--ca", authority.ca, code=1, **desk).stdout


def test_who_is_not_trusted_proves_nothing(
    authority: Authority, desk: dict[str, str], run: Run, tmp_path: Path
) -> None:
    run("stamp", "--authority", authority.url, **desk)  # type: ignore[attr-defined]
    other = tmp_path / "other"
    other.mkdir()
    told = json.loads(run("verify", "--stamps", "--ca", Authority(other).ca, "--json", code=1, **desk).stdout)
    assert told["stamps"][0]["problem"] and told["broken"] == []


@pytest.mark.parametrize("answer", ["<html>no</html>", "\x00", "0\x03\x02\x01\x02"])
def test_what_is_no_stamp_is_not_kept(
    authority: Authority, desk: dict[str, str], run: Run, answer: str, tmp_path: Path
) -> None:
    authority.refusing = answer
    try:
        done = run("stamp", "--authority", authority.url, code=1, **desk)  # type: ignore[attr-defined]
    finally:
        authority.refusing = ""
    assert done.stderr.startswith("Error: ") and "Traceback" not in done.stderr
    other = tmp_path / "other.tsr"
    shutil.copy(authority.folder / "asked", other) if (
        authority.folder / "asked"
    ).exists() else other.write_text("x")
    assert run("stamp", "--response", other, code=1, **desk).stderr.startswith("Error: ")
    assert run("stamp", "--list", "--json", **desk).stdout.strip() == "[]"
    assert "certificate" in run("verify", "--stamps", "--ca", other, code=1, **desk).stderr


def test_an_address_that_is_none_is_told_before_anything_is_asked(run: Run) -> None:
    run("init")
    for words in (
        ["--authority", "foo"],
        ["--upgrade", "--calendar", "foo"],
        ["--opentimestamps", "--calendar", "foo"],
    ):
        assert "foo is not an http or https address" in run("stamp", *words, code=1).stderr


def test_a_request_goes_over_no_file(run: Run, tmp_path: Path) -> None:
    run("init")
    (tmp_path / "kept").write_text("mine")
    assert "exists already" in run("stamp", "--request", "kept", code=1).stderr
    assert (tmp_path / "kept").read_text() == "mine"
