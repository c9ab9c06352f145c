"""Run the stages that are out of date through papermill, and publish the tables and reports that were made.

Knows notebooks and files, not linguistics.
"""

from helpers.running.result import RunResult
from helpers.running.start import run_study

__all__ = ["RunResult", "run_study"]
