"""The whole narrative, section by section."""

from __future__ import annotations

from helpers.reporting.prose.against import what_stands_against
from helpers.reporting.prose.certainty import how_sure
from helpers.reporting.prose.checkable import what_can_be_checked
from helpers.reporting.prose.claims import on_what_evidence, what_it_claims
from helpers.reporting.prose.heard import in_whose_voice
from helpers.reporting.prose.limits import what_one_article_cannot_show, what_would_weaken
from helpers.reporting.prose.reading import Reading
from helpers.reporting.prose.wording import paragraphs
from helpers.reporting.saying import Displayable

SECTIONS = (
    what_it_claims,
    on_what_evidence,
    in_whose_voice,
    what_stands_against,
    what_can_be_checked,
    how_sure,
    what_one_article_cannot_show,
    what_would_weaken,
)


def narrative(reading: Reading) -> Displayable:
    """All sections, one below the other; notebook 04 shows them one by one under headings."""
    return paragraphs(*(section(reading) for section in SECTIONS))
