"""What a page says of its article: title, outlet, times, reporter, address."""
