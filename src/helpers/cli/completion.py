"""``study completion``: what a shell needs to complete commands, their options and the names of studies."""

from __future__ import annotations

from helpers import store
from helpers.cli.arguments import Parser

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


def script(parser: Parser) -> str:
    """Shell code that completes the command line of ``parser``, for bash and (by its bashcompinit) zsh."""
    cases = []
    for name, command in parser.commands.items():
        studies = "yes" if store.study_named in command.types else ""
        cases.append(f'    {name}) options="{" ".join(command.options)}" studies={studies} ;;')
    return SCRIPT.format(cases="\n".join(cases), commands=" ".join(parser.commands))
