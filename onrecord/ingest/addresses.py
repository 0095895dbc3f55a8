"""Which network addresses a page may be fetched from: those of the public internet, and no others."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# The IANA special-purpose address registries (RFC 6890 and its successors), multicast (RFC 5771) and the
# reserved class E. Written out, because what Python calls global has changed between its versions.
_NOT_PUBLIC_4 = tuple(
    IPv4Network(network)
    for network in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"),
        *("198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
    )
)
_GLOBAL_UNICAST_6 = IPv6Network("2000::/3")
# Inside 2000::/3: protocol assignments with Teredo, benchmarking and ORCHID; 6to4; documentation.
_NOT_PUBLIC_6 = tuple(
    IPv6Network(network) for network in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)
# Networks without IPv4 reach it through this prefix (RFC 6052): what counts is the address inside.
_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether a numeric address, as `socket.getaddrinfo` returns it, belongs to the public internet.

    Addresses that carry an IPv4 one inside (mapped, 6to4, Teredo) are not, whatever they carry; NAT64 is as
    public as the address inside.
    """
    try:
        numeric = ip_address(address)
    except ValueError:
        return False
    if isinstance(numeric, IPv4Address):
        return _is_public_4(numeric)
    if numeric in _NAT64:
        return _is_public_4(IPv4Address(int(numeric) & 0xFFFF_FFFF))
    return _is_public_6(numeric)


def _is_public_4(address: IPv4Address) -> bool:
    return not any(address in network for network in _NOT_PUBLIC_4)


def _is_public_6(address: IPv6Address) -> bool:
    if address.scope_id is not None or address not in _GLOBAL_UNICAST_6:
        return False
    # ISATAP (RFC 5214) tunnels to the IPv4 address in its last half.
    if (int(address) >> 32) & 0xFDFF_FFFF == 0x5EFE:
        return False
    return not any(address in network for network in _NOT_PUBLIC_6)
