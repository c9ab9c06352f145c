from __future__ import annotations

import io
from unittest.mock import patch

import pytest
from PIL import Image

from helpers.errors import StudyError
from helpers.reporting import plot_keywords, say, show
from helpers.reporting.showing import DARK
from made.reports import keywords, shown


def test_a_figure_is_a_small_png_of_twice_its_shown_size_without_a_date_or_a_program() -> None:
    figure = shown()
    image = Image.open(io.BytesIO(figure.png))
    assert image.size == (figure.width * 2, figure.height * 2)
    assert image.mode == "P" and not image.info.keys() & {"Software", "date", "Creation Time"}
    assert len(figure.png) < 60_000


def test_the_bundle_carries_alternative_text_caption_and_name() -> None:
    data, metadata = shown("words", alt="점 넷.", caption="끝.")._repr_mimebundle_()
    assert data["image/png"].startswith(b"\x89PNG") and data["text/plain"] == "[words] 점 넷."
    assert {k: metadata["image/png"][k] for k in ("alt", "caption", "name")} == {
        "alt": "점 넷.", "caption": "끝.", "name": "words",
    }  # fmt: skip


def test_the_same_table_gives_the_same_bytes() -> None:
    assert (
        show(plot_keywords(keywords()), alt="점.", name="a").png
        == show(plot_keywords(keywords()), alt="점.", name="a").png
    )


def test_a_notebook_shows_the_caption_below_the_figure_escaped() -> None:
    with patch("IPython.display.display") as display:
        shown(caption="<b>책")._ipython_display_()
    figure, caption = (call.args[0] for call in display.call_args_list)
    assert "image/png" in figure
    assert caption["text/html"] == f'{DARK}<p class="caption">&lt;b&gt;책</p>'


def test_a_caption_is_a_text_or_what_prose_returns() -> None:
    assert show(plot_keywords(keywords()), alt="점.", caption=say("배가 떴다. "), name="a").caption == "배가 떴다."
    assert show(plot_keywords(keywords()), alt="점.", caption=say(), name="a").caption == ""


@pytest.mark.parametrize("name", ["../a", "a b", "그림", "", "a/b", 'a"b'])
def test_a_name_that_is_no_file_name_is_an_error(name: str) -> None:
    with pytest.raises(StudyError):
        show(plot_keywords(keywords()), alt="점.", name=name)


def test_a_figure_without_alternative_text_is_an_error() -> None:
    with pytest.raises(StudyError, match="keywords"):
        show(plot_keywords(keywords()), alt=" ", name="keywords")


@pytest.mark.slow
def test_a_kernel_writes_figure_and_caption_that_the_page_joins_again() -> None:
    from nbclient import NotebookClient
    from nbformat.v4 import new_code_cell, new_notebook

    from helpers.reporting import render_notebook

    code = (
        "import pandas as pd\n"
        "from helpers.reporting import plot_accuracy, say, show\n"
        "show(plot_accuracy(pd.DataFrame({'analyzer': ['kiwi'], 'corpus': ['글'], 'f1': [0.9]})),"
        " alt='점 하나.', caption='Kiwi가 앞선다.', name='dot')"
    )
    book = new_notebook(cells=[new_code_cell(code), new_code_cell("say('한 문장.')")])
    NotebookClient(book, timeout=60).execute()
    figure, caption = book.cells[0].outputs
    assert figure.metadata["image/png"]["name"] == "dot" and "Kiwi가 앞선다." in caption.data["text/html"]
    page = render_notebook(book, name="a")
    assert page.count("Kiwi가 앞선다.</figcaption>") == 1 and 'class="caption"' not in page
    assert "<p>한 문장.</p>" in page
