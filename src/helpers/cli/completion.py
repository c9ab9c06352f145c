"""``study completion``: what a shell needs to complete commands, their options and the names of studies."""

from __future__ import annotations

import argparse

from helpers import store

# studies are the folders of data/raw/, from whatever folder of a project
SCRIPT = """\
_study() {{
  local word="${{COMP_WORDS[COMP_CWORD]}}" place="$PWD" options="" studies=""
  case "${{COMP_WORDS[1]}}" in
{cases}
  esac
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "{commands}" -- "$word"))
  elif [ "${{word#-}}" != "$word" ]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  elif [ "$studies" ]; then
    while [ ! -d "$place/data/raw" ] && [ "$place" ]; do place="${{place%/*}}"; done
    COMPREPLY=($(cd "${{STUDY_ROOT:-$place}}/data/raw" 2>/dev/null && compgen -d -- "$word"))
  fi
}}
[ -z "${{ZSH_VERSION:-}}" ] || {{ autoload -Uz compinit bashcompinit && compinit -u && bashcompinit; }}
complete -o default -F _study study
"""


def script(parser: argparse.ArgumentParser) -> str:
    """Shell code that completes the command line of ``parser``, for bash and (by its bashcompinit) zsh."""
    known = next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    cases = []
    for name, command in known.choices.items():
        options = " ".join(option for action in command._actions for option in action.option_strings)
        studies = "yes" if any(action.type is store.study_named for action in command._actions) else ""
        cases.append(f'    {name}) options="{options}" studies={studies} ;;')
    return SCRIPT.format(cases="\n".join(cases), commands=" ".join(known.choices))
