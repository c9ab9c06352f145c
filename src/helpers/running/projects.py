"""``study init``: a folder for studies of one's own, outside the program, with what git and CI need."""

from __future__ import annotations

from pathlib import Path

from helpers import store
from helpers.errors import StudyError
from helpers.running.copies import lay_out_guide

WORKFLOW = """\
# Put the program's repository and the commit that you use in place of OWNER/korean-news-study and COMMIT.
name: Studies
on: [push, pull_request]
permissions:
  contents: read
jobs:
  studies:
    uses: OWNER/korean-news-study/.github/workflows/studies.yml@COMMIT
    with:
      program: OWNER/korean-news-study
      ref: COMMIT
"""
FILES = {
    store.MARKER: "`study` works on the project that this file marks, from every folder of it.\n",
    ".gitignore": "data/processed/\nreports/*\n!reports/*/\nreports/*/*\n!reports/*/results.json\n",
    ".gitattributes": "data/raw/** -text\n*.ipynb filter=nbstripout diff=ipynb\n",
    "data/raw/.gitkeep": "",
    ".github/workflows/studies.yml": WORKFLOW,
    "README.md": """\
# Studies

`data/raw/<study>/` holds what you wrote and collected, `reports/<study>/` what came of it.

```
study new NAME --article saved-page.html --question "..." --thesis "..."
study run NAME
study lab
```

`study lab` lays the program's notebooks out in `notebooks/`. One that you change there is yours: `study run` uses it.
Remove it, and `study lab` brings the program's back.

Articles belong to their publishers: keep this repository private, or leave `data/raw/*/articles/` out of it.
`reports/<study>/results.json` is for git: `study run --all --check` says in words what has changed since.
""",
}


def new_project(folder: Path) -> Path:
    """Make the folder of a project, and return it; one that holds something already is left alone."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StudyError(f"{folder.resolve()} is there already and not empty.", "Name a new folder, or an empty one.")
    for name, text in FILES.items():
        store.write_text(folder / name, text)
    lay_out_guide(folder)
    return folder.resolve()
