"""What mkdocs.yml cannot say: the codebook guide stays beside its notebook and is a page of the site all the same; the
reports of the gallery are linked once they have been made (``study run --all`` in docs/gallery)."""

import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

GUIDE = "notebooks/codebook.md"
REPORT = re.compile(r"`(gallery/reports/[\w-]+/report\.html)`")


def on_files(files: Files, *, config: Any) -> Files:
    guide = Path(config.config_file_path).parent / GUIDE
    files.append(File.generated(config, "codebook.md", content=guide.read_text("utf-8")))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    return REPORT.sub(_linked, markdown.replace(f"../{GUIDE}", "codebook.md"))


def _linked(found: re.Match[str]) -> str:
    return f"[{found[1]}]({found[1]})" if (Path(__file__).parent / found[1]).is_file() else found[0]
