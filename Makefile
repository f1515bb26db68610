# `make demo` and `make test` are all a newcomer needs; both make .venv from the lock file first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test lint types gate eval bench lock clean check

demo: $(STAMP)
	$(BIN)/dateline demo

test: $(STAMP)
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

gate: $(STAMP)
	$(BIN)/python eval/gate.py

eval: $(STAMP)
	$(BIN)/python eval/run.py --all

bench: $(STAMP)
	$(BIN)/python bench/extract.py

check: test lint types gate

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "dateline needs Python 3.11 or newer: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-build-isolation --no-deps --editable .
	touch $(STAMP)

# Needs `uv` on the PATH; the lock carries hashes for every platform and names no registry.
lock:
	uv pip compile requirements.in --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-emit-index-url --output-file requirements.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
