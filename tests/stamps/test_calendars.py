"""Which calendars are asked without being named: those that everybody knows, whatever an address in the file looks like."""

import pytest

from onrecord.stamps.calendars import _known


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("https://alice.btc.calendar.opentimestamps.org", True),
        ("https://finney.calendar.eternitywall.com/", True),
        ("http://alice.btc.calendar.opentimestamps.org", False),
        ("https://alice.btc.calendar.opentimestamps.org:8080", False),
        ("https://alice.btc.calendar.opentimestamps.org/admin", False),
        ("https://calendar.opentimestamps.org.example.org", False),
        ("https://evilcalendar.opentimestamps.org", False),
        ("https://quay.example.org/.calendar.opentimestamps.org", False),
        ("https://127.0.0.1", False),
        ("https://[::1", False),
        ("https://quay.example.org", False),
    ],
)
def test_a_calendar_is_known_by_its_whole_name(address: str, known: bool) -> None:
    assert _known(address, ()) is known
    assert _known(address, (f"{address.rstrip('/')}/",))
