"""The scores that nomenklatura's matchers, which compare names with rigour, give to two people of these names.

Run by the interpreter of an environment that has them (`pip install nomenklatura`, with PyICU): JSON lines in, pairs of names; a JSON
object out, a list of scores a matcher.
"""

import json
import sys


def main() -> None:
    from followthemoney import model
    from nomenklatura.matching import LogicV1, LogicV2, NameMatcher

    def person(number: int, name: str):  # type: ignore[no-untyped-def]
        # What its own proxy class is called changed between versions; the model makes one.
        return model.get_proxy(
            {"id": f"p{number}", "schema": "Person", "properties": {"name": [name]}}, cleaned=False
        )

    pairs = [json.loads(line) for line in sys.stdin]
    found: dict[str, list[float]] = {}
    for matcher in (LogicV2, LogicV1, NameMatcher):
        config = matcher.default_config()
        found[matcher.NAME] = [
            # It remembers what it read of an entity by its id.
            matcher.compare(person(2 * at, one), person(2 * at + 1, other), config).score
            for at, (one, other) in enumerate(pairs)
        ]
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
