"""Expressions of time that are no row of year, month and day, each read as its kind is."""
