# Two commands are enough: `make demo` shows what this is, `make test` proves it. Both set up what they need in .venv.

PYTHON ?= python3
BIN := .venv/bin
# Where a download takes long, two tries beat one failure.
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --retries 5

.PHONY: demo test lint types docs docs-check bench bench-peers fuzz clean
.DELETE_ON_ERROR:

demo: .venv/.for-use
	@$(BIN)/charter build examples/good/occupy-kitchen.charter -o build/occupy

test: .venv/.for-work
	$(BIN)/python -m pytest -n 2

lint: .venv/.for-work
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.for-work
	$(BIN)/mypy

docs: .venv/.for-work
	$(BIN)/python docs/generate.py

docs-check: .venv/.for-work
	$(BIN)/python docs/generate.py --check

fuzz: .venv/.for-work
	$(BIN)/python tests/fuzz/run.py

bench: .venv/.for-work
	$(BIN)/python bench/run.py

bench-peers: .venv/.for-work
	$(BIN)/python bench/peers/run.py

clean:
	rm -rf build dist .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "charterlang needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.for-use: pyproject.toml | .venv/bin/python
	$(PIP) -e '.[pdf]'
	@$(BIN)/python -m compileall -q charterlang
	@touch $@

.venv/.for-work: pyproject.toml | .venv/bin/python
	$(PIP) -e '.[dev]'
	@$(BIN)/python -m compileall -q charterlang
	@touch $@ .venv/.for-use
