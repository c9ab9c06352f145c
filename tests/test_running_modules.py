from helpers.running.modules import PACKAGE, digest, reachable


def _names(code: str) -> set[str]:
    return {path.relative_to(PACKAGE).as_posix() for path in reachable(code)}


def test_a_module_brings_itself_and_what_it_imports() -> None:
    assert _names("from helpers.errors import StudyError") == {"errors.py"}
    assert _names("from helpers import documents") >= {"documents.py", "store.py", "errors.py"}


def test_a_package_comes_whole_with_its_data() -> None:
    names = _names("from helpers import cleaning")
    assert {"lexicons/habits.yml", "cleaning/article.py", "tables.py"} <= names
    assert not any(name.startswith("keywords/") for name in names)


def test_nothing_of_helpers_gives_nothing() -> None:
    assert _names("import pandas as pd\n# from helpers import cleaning") == set()


def test_digest_depends_on_the_files_alone() -> None:
    files = reachable("from helpers import store")
    assert digest(files) == digest(files) != digest(files[:-1])
