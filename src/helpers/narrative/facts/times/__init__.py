"""Times in a sentence: dates, periods and lengths, and the days that they name."""
