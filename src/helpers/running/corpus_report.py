"""The report of a corpus: its four notebooks run on the tables that compare, their pages, the CSV tables, the findings.

Nothing of it holds a word of an article's body.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers import store
from helpers.running import compat, packages, results
from helpers.running.kernels import Kernels
from helpers.running.limits import NO_LIMITS, Limits
from helpers.stages import CORPUS_STAGES, VARIABLE, Permit
from helpers.study import Study

if TYPE_CHECKING:
    import pandas as pd

CORPUS_NOTEBOOKS = tuple(stage.name for stage in CORPUS_STAGES)
DRAWS = 200
KICKER = "여러 기사 견주어 읽기"
FOOT = "이 보고서는 기사들이 무엇을 얼마나 말하는지를 센다. 기사의 주장이 사실인지는 판정하지 않는다."
NOTICE = "기사는 제목과 주소로만 든다. 본문은 옮기지 않았다."
_PARAMETERS = ("analyzer", "parts_of_speech", "min_syllables", "seed", "use_dictionary")


@dataclass(frozen=True)
class CorpusReport:
    """What is made of the comparing tables in ``run_folder``/tables: ``run_folder``/report and manifest.json.

    counted  'nouns' or 'text': what the words were counted in
    """

    study: Study
    parameters: Mapping[str, Any]
    counted: str
    run_folder: Path

    def make(self, made: Mapping[str, pd.DataFrame], kernels: Kernels, limits: Limits = NO_LIMITS) -> pd.DataFrame:
        """Write it all, and return the findings (a FINDINGS table)."""
        from helpers.narrative import open_codebook
        from helpers.reporting.graphs import as_gexf
        from helpers.reporting.prose.corpus import findings_of

        executed = self._executed(kernels, limits)
        claims = dict(open_codebook(self.study).claims)
        findings = findings_of(made, self.study.file.duplicates, self.counted, claims)
        noted = self._manifest()
        files = self._pages(executed, findings, noted)
        files |= {Path("tables", f"{name}.csv"): store.as_csv(frame) for name, frame in made.items()}
        files[Path("tables", "cooccurrence.gexf")] = as_gexf(made["cooccurrence"]).encode("utf-8")
        files[Path(results.FILE)] = results.as_text(results.of_corpus(noted, findings, made)).encode("utf-8")
        store.replace_folder(self.run_folder / "report", files)
        text = json.dumps(noted, ensure_ascii=False, indent=1, sort_keys=True)
        store.write_text(self.run_folder / "manifest.json", f"{text}\n")
        return findings

    def _manifest(self) -> dict[str, Any]:
        own = {"draws": DRAWS, "duplicates": self.study.file.duplicates}
        return {
            "study": self.study.name,
            "inputs": {"articles.csv": store.sha256(store.raw_folder(self.study.name) / "articles.csv")},
            "parameters": {name: self.parameters[name] for name in _PARAMETERS} | own,
            "versions": packages.made_with(),
        }

    def _pages(
        self, executed: Mapping[str, Any], findings: pd.DataFrame, manifest: Mapping[str, Any]
    ) -> dict[Path, bytes]:
        """The report, and each notebook as a page and as it was run, with its figures."""
        from helpers.reporting import render_notebook, render_report, with_hangul
        from helpers.reporting.cells import figures

        said = self.study.file.model_dump(include={"title", "question", "thesis"})
        report = render_report(
            executed,
            study={"name": self.study.name, **said},
            findings=findings,
            manifest=manifest,
            notice=NOTICE,
            kicker=KICKER,
            foot=FOOT,
            first=CORPUS_NOTEBOOKS[0],
            reading=CORPUS_NOTEBOOKS[1:],
        )
        files = {Path("report.html"): with_hangul(report).encode("utf-8")}
        for name, notebook in executed.items():
            page = render_notebook(notebook, name=name, title=self.study.file.title)
            page = page.replace('href="../', 'href="../../')  # it lies one folder deeper
            files[Path("notebooks", f"{name}.html")] = page.encode("utf-8")
            as_run = json.dumps(notebook, ensure_ascii=False, indent=1)
            files[Path("notebooks", f"{name}.ipynb")] = f"{as_run}\n".encode()
            files |= {Path("figures", f"{figure}.png"): png for figure, png in figures(notebook).items()}
        return files

    def _executed(self, kernels: Kernels, limits: Limits) -> dict[str, Any]:
        """The notebooks, run by papermill one after another, on the tables in the run's folder."""
        compat.skip_address_grammar()
        import nbformat

        from helpers.running.execution import execute

        own = {"study": self.study.name, "duplicates": self.study.file.duplicates, "counted": self.counted}
        done: dict[str, Any] = {}
        for stage in CORPUS_STAGES:
            permit = Permit.of(stage, self.study.name, tables=str(self.run_folder / "tables"))
            with kernels.lend(stage.kernel, ahead="") as kernel:
                executed = execute(
                    stage,
                    kernel=kernel,
                    parameters={name: own[name] for name in ("study", *stage.parameters)},
                    environment={"STUDY_ROOT": str(store.root()), VARIABLE: permit.as_text()},
                    limits=limits,
                )
            done[stage.name] = json.loads(nbformat.writes(executed))
        return done
