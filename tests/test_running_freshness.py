from pathlib import Path

import pytest

from helpers.errors import StudyError
from helpers.running.freshness import Task, make_stale, reasons


class Chain:
    """a.txt -> b.txt -> c.txt, each copying the one before; ``made`` notes what ran."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made: list[str] = []
        self.fail: set[str] = set()
        self.settings = {"b": {"size": 1}, "c": {}}
        (folder / "a.txt").write_text("1")

    def _task(self, name: str, source: str) -> Task:
        def make() -> None:
            if name in self.fail:
                raise ValueError(name)
            self.made.append(name)
            (self.folder / f"{name}.txt").write_text((self.folder / f"{source}.txt").read_text())

        files, targets = [self.folder / f"{source}.txt"], [self.folder / f"{name}.txt"]
        return Task(name, make, files, targets, self.settings[name])

    def tasks(self) -> list[Task]:
        return [self._task("b", "a"), self._task("c", "b")]

    def run(self, **options: object) -> tuple[str, ...]:
        return make_stale(self.tasks(), database=self.folder / "db", **options)

    def why(self) -> dict[str, list[str]]:
        return reasons(self.tasks(), database=self.folder / "db")


@pytest.fixture
def chain(tmp_path: Path) -> Chain:
    return Chain(tmp_path)


def test_make_stale_makes_everything_once(chain: Chain) -> None:
    assert chain.why() == {"b": ["it has never been run"], "c": ["it has never been run"]}
    assert chain.run() == ("b", "c")
    assert chain.why() == {}
    assert chain.run() == ()


def test_a_touched_file_makes_nothing(chain: Chain) -> None:
    chain.run()
    (chain.folder / "a.txt").touch()
    assert chain.run() == ()


def test_a_changed_input_makes_what_follows(chain: Chain) -> None:
    chain.run()
    (chain.folder / "a.txt").write_text("22")
    assert chain.why() == {"b": ["a.txt changed"]}
    assert chain.run() == ("b", "c")
    assert (chain.folder / "c.txt").read_text() == "22"


def test_a_changed_setting_stops_where_the_result_is_the_same(chain: Chain) -> None:
    chain.run()
    chain.settings["b"] = {"size": 2}
    assert chain.why() == {"b": ["size changed"]}
    assert chain.run() == ("b",)


def test_a_missing_target_is_made_again(chain: Chain) -> None:
    chain.run()
    (chain.folder / "c.txt").unlink()
    assert chain.why() == {"c": ["c.txt is not there"]}
    assert chain.run() == ("c",)


def test_a_failure_keeps_what_was_made_and_the_next_run_takes_up_there(chain: Chain) -> None:
    chain.fail = {"c"}
    with pytest.raises(ValueError, match="c"):
        chain.run()
    chain.fail = set()
    assert chain.run() == ("c",)
    assert chain.made == ["b", "c"]


def test_an_interruption_goes_through_and_loses_nothing(chain: Chain) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    tasks = chain.tasks()
    with pytest.raises(KeyboardInterrupt):
        make_stale([tasks[0], Task("c", interrupted, tasks[1].files, tasks[1].targets)], database=chain.folder / "db")
    assert chain.run() == ("c",)


def test_forced_tasks_are_made_in_any_case(chain: Chain) -> None:
    chain.run()
    assert chain.run(forced=["c"]) == ("c",)


def test_a_task_that_was_killed_while_it_replaced_its_targets_is_made_again(chain: Chain) -> None:
    chain.run()
    chain.settings["b"] = {"size": 2}
    task = chain.tasks()[0]

    def killed() -> None:
        (chain.folder / "b.txt").write_text("half")
        raise SystemExit

    with pytest.raises(SystemExit):
        make_stale([Task("b", killed, task.files, task.targets, task.settings)], database=chain.folder / "db")
    chain.settings["b"] = {"size": 1}
    assert chain.run() == ("b",)
    assert (chain.folder / "b.txt").read_text() == "1"


def test_a_task_that_does_not_make_its_target_is_no_success(chain: Chain) -> None:
    chain.run()
    task, _ = chain.tasks()
    idle = Task("b", lambda: task.targets[0].unlink(), task.files, task.targets, {"size": 2})
    with pytest.raises(StudyError, match="b came to its end without having made"):
        make_stale([idle], database=chain.folder / "db")
    assert chain.run() == ("b",)


def test_a_damaged_database_is_told_with_its_remedy(chain: Chain) -> None:
    chain.run()
    (chain.folder / "db").write_bytes(b"no database" * 1000)
    with pytest.raises(StudyError) as caught:
        chain.run()
    assert "db could not be read or written" in caught.value.cause
    assert "remove it: the next run makes everything anew" in caught.value.remedy
    (chain.folder / "db").unlink()
    assert chain.run() == ("b", "c")
