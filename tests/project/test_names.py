"""The names that a person finds by Tab, and that mypy and editors follow: written out, and what they say they are."""

import importlib
import inspect

import pytest

PACKAGES = ["cleaning", "tokenizing", "keywords", "narrative", "reporting", "reporting.prose", "reporting.plots"]


@pytest.mark.parametrize("name", PACKAGES)
def test_every_exported_name_is_there_at_once_and_is_no_module_of_the_same_name(name: str) -> None:
    package = importlib.import_module(f"helpers.{name}")
    assert len(package.__all__) > 5
    for exported in package.__all__:
        assert exported in vars(package), f"{name}.{exported} is not imported"
        assert not inspect.ismodule(vars(package)[exported]), f"{name}.{exported} is a module"


def test_tab_lists_what_a_notebook_uses() -> None:
    from IPython.core.completer import IPCompleter, provisionalcompleter

    space = {"reporting": importlib.import_module("helpers.reporting")}
    text = "reporting.plot_"
    with provisionalcompleter():
        found = {each.text for each in IPCompleter(namespace=space).completions(text, len(text))}
    assert {".plot_evidence", "plot_evidence"} & found
