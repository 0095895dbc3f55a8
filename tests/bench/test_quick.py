"""What has become slower is told by what was recorded of the same command."""

from bench.quick import slower


def test_a_tenth_more_is_told_and_nothing_is_said_of_what_was_never_measured() -> None:
    assert slower({"a": 1.0, "b": 2.0}, {"a": 1.2, "b": 2.1, "c": 9.0}) == ["a: 1.00 x before, 1.20 x now"]
    assert slower({}, {"a": 3.0}) == []
