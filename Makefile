# Two commands do everything: `make report` and `make test`. Each sets up .venv by itself, once.
SHELL := /bin/sh
BIN := .venv/bin
STUDY ?= accumulation
NBVAL := $(BIN)/python -m pytest -n 2 --dist loadfile
PYTEST := $(BIN)/python -m pytest -p no:nbval  # whose import takes seconds, in each process
BOTH := -n 2 --dist loadfile --no-loadscope-reorder
WANTED := 3.11, 3.12 or 3.13
# Tests start some hundred processes: what the first compiles the others read, whatever the shell has been told.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help report test quick check lint types lab notebooks docs bench lock clean
.DELETE_ON_ERROR:

help: ## what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-10s %s\n", $$1, $$2}'

report: .venv/ready ## the report of the reference study (or of STUDY=name): reports/<study>/report.html
	@$(BIN)/study run $(STUDY)

test: .venv/dev ## every test: helpers, notebooks through nbval, the report in a browser
	@$(PYTEST) $(BOTH) tests

quick: .venv/dev ## each room on a few sentences: no kernel, Java or browser, no long measurement, three cases of each test
	@$(PYTEST) $(BOTH) --quick tests

check: lint types test ## lint, types and tests

lint: .venv/dev ## ruff: lint and format; do imports go one way only
	@$(BIN)/ruff check src tests && $(BIN)/ruff format --check src tests
	@$(PYTEST) tests/project/test_layers.py

types: .venv/dev ## mypy
	@$(BIN)/mypy

notebooks: report ## do the notebooks still run (nbval), and give the outputs that the report shows
	@$(NBVAL) --nbval-lax notebooks/0*.ipynb && $(NBVAL) --nbval data/processed/$(STUDY)/.run/notebooks

lab: .venv/ready ## JupyterLab on the whole project (OPTIONS="--no-browser --port=9999" are handed on)
	@$(BIN)/study lab -- $(OPTIONS)

docs: .venv/site/ready ## the documents as a site: site/index.html
	@.venv/site/bin/python -m mkdocs build --strict --quiet && echo site/index.html

bench: .venv/dev ## the long measurements
	@$(BIN)/python -m tests.bench

COMPILE = .venv/uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
  --no-annotate --upgrade

lock: ## the lock files anew from pyproject.toml: what runs, what tests need besides, what builds packages and the site
	@$(PYTHON) -m venv .venv/uv && .venv/uv/bin/pip install --quiet uv
	@$(COMPILE) --only-binary :all: --no-binary kiwipiepy-model pyproject.toml --output-file requirements.lock
	@$(COMPILE) --only-binary :all: --no-binary kiwipiepy-model --all-extras --constraint requirements.lock \
	  pyproject.toml --output-file requirements-dev.lock
	@printf 'hatchling\nsetuptools\n' | $(COMPILE) --constraint requirements-dev.lock - --output-file build.lock
	@$(COMPILE) --only-binary :all: --group docs --output-file docs.lock

clean: ## remove what can be made again: results, caches (never data/raw, never .venv, never a file of yours)
	@test ! -x $(BIN)/python || $(BIN)/python -m helpers.running.clearing
	@rm -rf .hypothesis .mypy_cache .ruff_cache .pytest_cache
	@find src tests notebooks -type d \( -name __pycache__ -o -name .ipynb_checkpoints \) -prune -print0 | xargs -0 rm -rf

# --- set-up ----------------------------------------------------------------------------------------------------------
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
  $$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null && echo $$p && break; done)
FAILED = { echo "Setting up .venv failed while $(1); the end of .venv/install.log says why. $(2)" >&2; \
  tail -n 5 .venv/install.log >&2; exit 1; }
# --no-compile: Python compiles what is imported, some third of what is installed.
INSTALL = PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install --no-input --no-build-isolation --no-compile

.venv/ready: requirements.lock build.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python $(WANTED) is needed and none was found: install one, or name it: make PYTHON=/path/to/python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null || \
	  { echo "$(PYTHON) is not Python $(WANTED): install one, or name it: make PYTHON=/path/to/python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "$(PYTHON) lacks the standard library's venv module: install it (Debian and Ubuntu: apt install python3-venv)." >&2; exit 1; }
	@echo "Setting up .venv (once, some minutes)" >&2
	@test -x $(BIN)/python && $(BIN)/python -c '' 2>/dev/null || $(PYTHON) -m venv --clear .venv
	@$(INSTALL) --require-hashes -r build.lock >.venv/install.log 2>&1 \
	  || $(call FAILED,installing what builds packages,Check the network and run make again.)
	@$(INSTALL) --require-hashes -r requirements.lock >>.venv/install.log 2>&1 \
	  || $(call FAILED,installing requirements.lock,Check the network and the disk and run make again.)
	@$(INSTALL) --no-deps --editable . >>.venv/install.log 2>&1 \
	  || $(call FAILED,installing the project itself,Run make again.)
	@touch .venv/ready

.venv/dev: .venv/ready requirements-dev.lock
	@echo "Adding what tests need to .venv" >&2
	@$(INSTALL) --require-hashes -r requirements-dev.lock >.venv/install.log 2>&1 \
	  || $(call FAILED,installing requirements-dev.lock,Check the network and the disk and run make again.)
	@touch .venv/dev

.venv/site/ready: docs.lock
	@$(PYTHON) -m venv --clear .venv/site
	@PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/site/bin/python -m pip install --quiet --no-input --require-hashes -r docs.lock
	@touch .venv/site/ready
