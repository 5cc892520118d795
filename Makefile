# Everything here sets itself up: all it takes is make and Python 3.11 or later.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(firstword $(foreach p,python3 python3.13 python3.12 python3.11 python,$(shell \
	$(p) -c 'import sys; sys.version_info >= (3, 11) and print("$(p)")' 2>/dev/null)))

.PHONY: help demo test lint types layers unit schemas bench clean

help: ## show what there is to make
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

demo: $(VENV)/core ## check two short reports on two visits to Beijing; findings are expected
	@$(BIN)/python -m claimcheck check seeds/putin-xi-visits || test $$? -eq 1

test: lint types layers unit ## run every check there is

lint: $(VENV)/ready ## ruff: style, and the format of every file
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/ready ## mypy, strict
	$(BIN)/mypy

layers: $(VENV)/ready ## import-linter: who may import whom
	$(BIN)/lint-imports

unit: $(VENV)/ready ## pytest
	$(BIN)/python -m pytest

schemas: $(VENV)/ready ## write schemas/ anew from the records
	$(BIN)/python scripts/generate_schemas.py

bench: $(VENV)/ready ## how long the command takes to start
	$(BIN)/python tests/bench/startup.py

clean: ## remove the environment and what the tools leave behind
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# The markers lie inside the environment, so that they go when that goes. The demo needs the core alone.
# What is installed is this folder itself (-e), so a changed source needs no new installation; "python -m" takes it even
# where the folder was moved or copied together with its environment.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e

$(VENV)/core: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or later was found; name one: make PYTHON=/path/to/python" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) .
	@$(BIN)/python -m compileall -q claimcheck
	@touch $@

$(VENV)/ready: $(VENV)/core
	$(INSTALL) '.[html,lang,scale,spark,xlsx,test]'
	@touch $@
