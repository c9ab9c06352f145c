"""argparse as the command uses it: help in the language spoken, faults as errors, and a list of what there is."""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

from helpers.errors import UsageError
from helpers.telling import note


class Parser(argparse.ArgumentParser):
    """A command line, or that of one of its commands.

    options   the options that it takes, as a shell completes them
    types     what its arguments are parsed by
    commands  name -> the parser of the command, in their order
    texts     every text of its help, as the program has it
    """

    def __init__(self, *, description: str = "", with_commands: bool = False, **given: Any) -> None:
        super().__init__(**given, description=note(description), add_help=False)
        self.options: list[str] = []
        self.types: list[Any] = []
        self.commands: dict[str, Parser] = {}
        self.texts = [description]
        title, options = note("positional arguments"), note("options")
        self._known = self.add_subparsers(required=True, metavar="COMMAND", title=title) if with_commands else None
        self._groups = (self.add_argument_group(title), self.add_argument_group(options))
        self.add_argument("-h", "--help", action="help", help="show this help message and exit")

    def command(self, name: str, what: str) -> Parser:
        """A new command of that name; ``what`` it does is for the list of commands."""
        assert self._known is not None, "made without commands"
        made = self.commands[name] = self._known.add_parser(name, help=note(what))
        self.texts.append(what)
        return made

    def add_argument(self, *names: str, **how: Any) -> argparse.Action:  # type: ignore[override]
        is_option = names[0].startswith("-")
        self.options += names if is_option else ()
        self.types.append(how.get("type"))
        self.texts.append(how.get("help") or "")
        return self._groups[is_option].add_argument(*names, **{**how, "help": note(self.texts[-1]) or None})

    def format_usage(self) -> str:
        return _said(super().format_usage())

    def format_help(self) -> str:
        return _said(super().format_help())

    def error(self, message: str) -> NoReturn:
        """Tell the fault first, and then where to look."""
        raise UsageError(f"{message}.", f"See: {self.prog} --help")


def _said(usage: str) -> str:
    english = "usage: "
    return note(english) + usage.removeprefix(english) if usage.startswith(english) else usage
