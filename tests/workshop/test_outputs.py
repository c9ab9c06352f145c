"""Outputs in JupyterLab carry what they need of style; the report, which has its own, drops it."""

from helpers import reporting
from helpers.reporting.outputs import output_html
from helpers.reporting.saying import Displayable


def _shown(made: Displayable) -> str:
    return made._repr_mimebundle_()["text/html"]


def test_a_quotation_is_not_marked_twice_in_lab() -> None:
    quoted = reporting.say("그는 ", reporting.quote("어촌은 어부를 길렀다"))
    assert _shown(quoted).startswith("<style>q::before,q::after{content:none}</style>")
    assert "<style" not in _shown(reporting.say("어촌은 어부를 길렀다."))
    output = {"output_type": "display_data", "data": {"text/html": _shown(quoted)}, "metadata": {}}
    assert "<style" not in output_html(output) and "content:none" not in output_html(output)


def test_marked_words_and_figures_are_told_how_to_look_in_the_dark_and_the_report_is_not() -> None:
    marked = _shown(reporting.say(reporting.mark("어촌")))
    assert marked.startswith("<style>.jp-RenderedHTML mark") and "<style" not in _shown(reporting.say("어촌"))
    output = {"output_type": "display_data", "data": {"text/html": marked}, "metadata": {}}
    assert output_html(output) == "<p><mark>어촌</mark></p>"
