"""``python -m helpers.running.stripping``: nbstripout as git calls it for each notebook, in a seventh of its time.

It takes nbstripout's own options. Nearly all of its start goes into a grammar that no notebook needs.
"""

from __future__ import annotations

from helpers.running.compat import skip_address_grammar


def main() -> None:
    """Do what the command line asks of nbstripout."""
    skip_address_grammar()
    import nbstripout

    nbstripout.main()


if __name__ == "__main__":
    main()
