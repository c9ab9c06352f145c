"""Parameters -> papermill runs -> reports: what is out of date is run, what succeeded is published.

Knows notebooks and files, not linguistics.
"""

from helpers.running.result import RunResult
from helpers.running.start import run_study

__all__ = ["RunResult", "run_study"]
