"""Who a noun phrase says that somebody is: persons, roles and bodies, and which of them are the same."""
