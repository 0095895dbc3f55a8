"""Records: equal by value, not to be changed, and as strict about their fields as dataclasses are."""

import json
from functools import cached_property

import pytest

from onrecord.model.record import Told, as_json, fresh, mutable, record, replace


@record()
class Pier:
    name: str
    berths: int = 2

    @cached_property
    def sign(self) -> str:
        return self.name.upper()

    @property
    def crowded(self) -> bool:
        return self.berths < 2


@record(kw_only=True)
class Ferry:
    name: str
    piers: tuple[Pier, ...] = ()


def test_fields_are_given_by_place_or_name_and_have_defaults() -> None:
    assert Pier("North") == Pier(name="North", berths=2)
    assert (Pier("North", 1).name, Pier("North", 1).berths, Pier("North", 1).crowded) == ("North", 1, True)
    assert Ferry(name="Elsa").piers == ()


def test_equality_and_hash_are_by_value() -> None:
    assert Pier("North", 1) == Pier(berths=1, name="North")
    assert hash(Pier("North", 1)) == hash(Pier(berths=1, name="North"))
    assert Pier("North") != Pier("South")
    other: object = Ferry(name="North")
    assert Pier("North") != other
    assert len({Pier("North"), Pier("North"), Pier("South")}) == 2


def test_what_a_property_caches_is_no_field() -> None:
    pier = Pier("North")
    assert pier.sign == "NORTH"
    assert pier == Pier("North")
    assert Pier("North") == pier
    assert replace(pier, name="South").sign == "SOUTH"


def test_a_copy_differs_in_what_was_changed() -> None:
    ferry = Ferry(name="Elsa", piers=(Pier("North"),))
    assert replace(ferry, name="Ida") == Ferry(name="Ida", piers=(Pier("North"),))
    assert ferry.name == "Elsa"


def test_it_shows_its_fields() -> None:
    assert repr(Pier("North")) == "Pier(name='North', berths=2)"


def test_nothing_can_be_changed() -> None:
    pier = Pier("North")
    with pytest.raises(AttributeError, match="name cannot be changed"):
        pier.name = "South"  # type: ignore[misc]
    with pytest.raises(AttributeError, match="name cannot be taken away"):
        del pier.name
    assert pier.name == "North"


@pytest.mark.parametrize(
    ("args", "kwargs"),
    [
        ((), {}),
        (("North", 1, 2), {}),
        (("North",), {"name": "South"}),
        (("North",), {"depth": 3}),
    ],
)
def test_missing_unknown_and_double_fields_are_errors(
    args: tuple[object, ...], kwargs: dict[str, object]
) -> None:
    with pytest.raises(TypeError):
        Pier(*args, **kwargs)  # type: ignore[arg-type]


def test_fields_by_name_only() -> None:
    with pytest.raises(TypeError, match="takes 0 values without a name"):
        Ferry("Elsa")  # type: ignore[call-arg]


@record()
class Leaf(Told):
    name: str
    marks: tuple[str, ...] = ()


@record()
class Branch(Told):
    leaf: Leaf
    leaves: tuple[Leaf, ...]
    open: bool
    secret: str | None = None


def test_a_record_is_told_as_json_by_its_fields_in_their_order() -> None:
    branch = Branch(Leaf("a", ("x", "y")), (Leaf("b"), Leaf("c")), True)
    assert json.dumps(branch.as_json()) == (
        '{"leaf": {"name": "a", "marks": ["x", "y"]}, "leaves": [{"name": "b", "marks": []}, {"name": "c", "marks": []}],'
        ' "open": true, "secret": null}'
    )
    assert "secret" not in as_json(branch, "secret")


@mutable
class Voyage:
    name: str
    calls: list[str] = fresh(default_factory=list)
    late: bool = False


@mutable
class Crossing(Voyage):
    miles: int = 0


def test_what_is_put_together_has_lists_of_its_own() -> None:
    one, other = Voyage("North"), Voyage("North")
    one.calls.append("Tallvik")
    one.late = True
    assert (one.calls, one.late, other.calls, other.late) == (["Tallvik"], True, [], False)
    assert one != other and other == Voyage("North", [])
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)


def test_fields_of_what_it_is_made_from_come_first() -> None:
    crossing = Crossing("North", ["Tallvik"], True, 12)
    assert repr(crossing) == "Crossing(name='North', calls=['Tallvik'], late=True, miles=12)"
    assert Crossing("South").calls == [] and isinstance(crossing, Voyage)
    assert crossing != Voyage("North", ["Tallvik"], True)
    with pytest.raises(TypeError, match="missing or unknown: name"):
        Crossing(miles=3)  # type: ignore[call-arg]
