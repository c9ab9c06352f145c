"""Facts of sentences: dates, periods, amounts and counts, with what they stand for and whose they are."""

from helpers.narrative.facts.find import find_facts

__all__ = ["find_facts"]
