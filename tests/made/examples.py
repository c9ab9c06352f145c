"""On how many examples a property is tried: on a tenth of them in `make quick`, on all in `make test`."""

from __future__ import annotations

from hypothesis import settings

FEWEST = 3


def examples(many: int) -> settings:
    """The settings of a property that is tried on so many examples."""
    quick = settings.get_current_profile_name() == "quick"
    return settings(max_examples=max(FEWEST, many // 10) if quick else many)
