import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.addresses import is_public


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.255.255.254", "0.0.0.0", "0.1.2.3", "10.1.2.3", "172.16.0.1", "172.31.255.255"),
        *(
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "100.127.255.255",
            "192.0.0.8",
            "192.0.2.1",
            "198.18.0.1",
        ),
        *(
            "198.51.100.7",
            "203.0.113.9",
            "192.88.99.1",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
        ),
        *(
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:8.8.8.8",
            "::127.0.0.1",
            "fe80::1",
            "fe80::1%eth0",
            "fec0::1",
        ),
        *(
            "fc00::1",
            "fd12:3456::1",
            "ff02::1",
            "2001:db8::1",
            "2001::1",
            "2001:2::1",
            "2002:7f00:1::",
            "3fff::1",
        ),
        *("64:ff9b::127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b:1::8.8.8.8", "100::1", "5f00::1", "4000::1"),
        *(
            "2600::5efe:10.0.0.1",
            "2600::200:5efe:10.0.0.1",
            "2600::1%1",
            "localhost",
            "127.1",
            "",
            "8.8.8.8\n",
        ),
    ],
)
def test_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "8.8.8.8",
            "93.184.216.34",
            "100.63.255.255",
            "100.128.0.1",
            "172.15.0.1",
            "172.32.0.1",
            "223.255.255.255",
        ),
        *("2606:2800:220:1::1", "2a00:1450::1", "2001:4860:4860::8888", "64:ff9b::8.8.8.8"),
    ],
)
def test_public(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=6))
def test_what_python_calls_private_is_never_public(address: object) -> None:
    from ipaddress import IPv6Address

    numeric = IPv6Address(str(address))
    if (
        numeric.is_private
        or numeric.is_multicast
        or numeric.is_reserved
        or numeric.ipv4_mapped
        or numeric.sixtofour
    ):
        assert not is_public(str(numeric)) or str(numeric).startswith("64:ff9b::")


@given(st.ip_addresses(v=4))
def test_what_python_calls_not_global_is_never_public(address: object) -> None:
    from ipaddress import IPv4Address

    numeric = IPv4Address(str(address))
    if not numeric.is_global or numeric.is_multicast or numeric.is_reserved:
        assert not is_public(str(numeric))
