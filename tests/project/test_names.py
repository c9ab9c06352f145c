"""The names that a person finds by Tab, and that mypy and editors follow: written out, and what they say they are."""

import importlib
import inspect

import pytest

PACKAGES = [
    "cleaning",
    "tokenizing",
    "keywords",
    "narrative",
    "reporting",
    "reporting.prose",
    "reporting.plots",
    "workshop",
]


@pytest.mark.parametrize("name", PACKAGES)
def test_every_exported_name_is_there_at_once_and_is_no_module_of_the_same_name(name: str) -> None:
    package = importlib.import_module(f"helpers.{name}")
    assert len(package.__all__) > 5
    for exported in package.__all__:
        assert exported in vars(package), f"{name}.{exported} is not imported"
        assert not inspect.ismodule(vars(package)[exported]), f"{name}.{exported} is a module"


@pytest.mark.parametrize("name", PACKAGES)
def test_tab_lists_what_a_notebook_uses_and_no_rooms(name: str) -> None:
    """The rooms have been imported and can be, by name; the completer of a notebook lists them not."""
    from IPython.core.completer import IPCompleter, provisionalcompleter

    package = importlib.import_module(f"helpers.{name}")
    assert any(inspect.ismodule(value) for value in vars(package).values())
    assert dir(package) == sorted(package.__all__)
    text = f"{name.rpartition('.')[2]}."
    with provisionalcompleter():
        found = IPCompleter(namespace={text.rstrip("."): package}).completions(text, len(text))
        listed = {each.text.lstrip(".") for each in found}
    assert {each for each in listed if not each.startswith("_")} == set(package.__all__)
