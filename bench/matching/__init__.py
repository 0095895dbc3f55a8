"""How well wordings are matched: a battery of genuine and falsified ones, machine mutations, and other programs beside it."""
