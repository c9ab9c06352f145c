"""Rows of year, month and day, as in 지난해 3월 2일 오후: the days to which they come, and what the clock learns."""
