"""What mkdocs.yml cannot say: the codebook guide stays beside its notebook and is a page of the site all the same."""

from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

GUIDE = "notebooks/codebook.md"


def on_files(files: Files, *, config: Any) -> Files:
    guide = Path(config.config_file_path).parent / GUIDE
    files.append(File.generated(config, "codebook.md", content=guide.read_text("utf-8")))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    return markdown.replace(f"../{GUIDE}", "codebook.md")
