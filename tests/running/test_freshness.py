from pathlib import Path

import pytest

from helpers import store
from helpers.errors import StudyError
from helpers.running.freshness import Task, is_fresh, make_stale, reasons
from helpers.running.state import State


class Chain:
    """a.txt -> b.txt -> c.txt, each copying the one before; ``made`` notes what ran."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made: list[str] = []
        self.fail: set[str] = set()
        self.settings = {"b": {"parameter size": "1"}, "c": {}}
        (folder / "a.txt").write_text("1")

    def _task(self, name: str, source: str) -> Task:
        def make() -> None:
            if name in self.fail:
                raise ValueError(name)
            self.made.append(name)
            (self.folder / f"{name}.txt").write_text((self.folder / f"{source}.txt").read_text())

        def inputs() -> dict[str, str]:
            return {f"file {source}.txt": str(store.sha256(self.folder / f"{source}.txt")), **self.settings[name]}

        return Task(name, make, inputs, lambda: [self.folder / f"{name}.txt"])

    def tasks(self) -> list[Task]:
        return [self._task("b", "a"), self._task("c", "b")]

    @property
    def state(self) -> State:
        return State.read(self.folder / "state.json")

    def run(self, **options: object) -> tuple[str, ...]:
        return make_stale(self.tasks(), self.state, **options)

    def why(self) -> dict[str, list[str]]:
        return reasons(self.tasks(), self.state)


@pytest.fixture
def chain(tmp_path: Path) -> Chain:
    return Chain(tmp_path)


def test_make_stale_makes_everything_once(chain: Chain) -> None:
    assert chain.why() == {"b": ["it has not been run to its end"], "c": ["it has not been run to its end"]}
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
    chain.settings["b"] = {"parameter size": "2"}
    assert chain.why() == {"b": ["the parameter size is 2, was 1"]}
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
        make_stale([tasks[0], Task("c", interrupted, tasks[1].inputs, tasks[1].outputs)], chain.state)
    assert chain.run() == ("c",)


def test_forced_tasks_are_made_in_any_case(chain: Chain) -> None:
    chain.run()
    assert chain.run(forced=["c"]) == ("c",)


def test_a_task_that_was_killed_while_it_replaced_its_targets_is_made_again(chain: Chain) -> None:
    chain.run()
    chain.settings["b"] = {"parameter size": "2"}
    task = chain.tasks()[0]

    def killed() -> None:
        (chain.folder / "b.txt").write_text("half")
        raise SystemExit

    with pytest.raises(SystemExit):
        make_stale([Task("b", killed, task.inputs, task.outputs)], chain.state)
    chain.settings["b"] = {"parameter size": "1"}
    assert chain.run() == ("b",)
    assert (chain.folder / "b.txt").read_text() == "1"


def test_a_task_that_does_not_make_its_target_is_no_success(chain: Chain) -> None:
    chain.run()
    task, _ = chain.tasks()
    idle = Task("b", lambda: task.outputs()[0].unlink(), task.inputs, task.outputs)
    with pytest.raises(StudyError, match="b came to its end without having made"):
        make_stale([idle], chain.state, forced=["b"])
    assert chain.run() == ("b",)


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"null", b"\xff\x00", b'{"form": 1}', b'{"form": 1, "notes": 3}', b"[" * 100_000]
)
def test_damaged_state_is_as_if_nothing_had_been_run(damage: bytes, chain: Chain) -> None:
    chain.run()
    (chain.folder / "state.json").write_bytes(damage)
    assert chain.state.damaged
    assert chain.run() == ("b", "c")


def test_what_changes_while_a_step_is_made_leaves_it_out_of_date(chain: Chain) -> None:
    task, _ = chain.tasks()

    def saved_meanwhile() -> None:
        task.make()
        (chain.folder / "a.txt").write_text("new")

    make_stale([Task("b", saved_meanwhile, task.inputs, task.outputs)], chain.state)
    assert chain.why()["b"] == ["a.txt changed"]
    assert chain.run() == ("b", "c")
    assert (chain.folder / "c.txt").read_text() == "new"


@pytest.mark.parametrize("damage", [b"", b"2", b"11"])
def test_a_result_that_is_not_as_it_was_made_is_made_again(damage: bytes, chain: Chain) -> None:
    chain.run()
    (chain.folder / "b.txt").write_bytes(damage)
    assert chain.why() == {"b": ["b.txt is not as it was made"], "c": ["b.txt changed"]}
    assert not is_fresh(chain.tasks()[0], chain.state)
    assert chain.run() == ("b",)
    assert (chain.folder / "b.txt").read_text() == "1"


def test_many_changed_modules_and_packages_are_told_shortly(chain: Chain) -> None:
    chain.settings["c"] = {f"code m{number}.py": "1" for number in range(6)} | {"package pandas": "3.0"}
    chain.run()
    chain.settings["c"] = {f"code m{number}.py": "2" for number in range(6)} | {"package pandas": "3.1"}
    assert chain.why()["c"] == [
        "the code changed: m0.py, m1.py, m2.py, m3.py and 2 more",
        "the package pandas is 3.1, was 3.0",
    ]
