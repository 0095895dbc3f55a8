"""The one place that takes entries in: from what stands in a file to rows, without guessing."""

from onrecord.exchange.taking.taker import Taker

__all__ = ["Taker"]
