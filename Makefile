# One door to every command. `make` alone lists them.
SHELL := /bin/bash
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(not (3,11) <= sys.version_info[:2] < (3,14))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
STAMP := .venv/.installed

.PHONY: help setup demo check fix test test-unit bench docs new-chapter accept-golden lock clean
.DEFAULT_GOAL := help

help: ## List the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

setup: $(STAMP) ## Make .venv and install everything, pinned

$(STAMP): requirements/dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Wardwise needs Python 3.11, 3.12 or 3.13 on the PATH."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q --disable-pip-version-check -r requirements/uv.txt
	$(BIN)/uv pip sync -q --compile-bytecode --python $(BIN)/python --require-hashes requirements/dev.txt
	$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src
	@touch $@

.PHONY: system
system: ## Debian packages that some tests use, where they can be installed
	@for pair in java:openjdk-17-jre-headless pdftotext:poppler-utils; do \
		command -v $${pair%%:*} >/dev/null && continue; \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq >/dev/null && apt-get install -y -qq $${pair##*:} >/dev/null 2>&1; \
		fi; \
		command -v $${pair%%:*} >/dev/null \
			|| echo "$${pair%%:*} is not here and cannot be installed: the tests that use it are skipped."; \
	done

demo: setup ## Make the data of a made-up partnership and build its assessment
	$(BIN)/wardwise demo --out out/exampleshire

test: check system ## Run the whole test suite
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder --cov --cov-report=term:skip-covered

test-unit: setup ## Run the fast tests only
	$(BIN)/python -m pytest -n 2 -m "not slow and not spark and not shared"

check: setup ## Format, lint, types and storeys; changes nothing
	$(BIN)/ruff format --check -q .
	$(BIN)/ruff check -q .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache >/dev/null || $(BIN)/lint-imports

fix: setup ## Format and mend what can be mended by machine
	$(BIN)/ruff format -q .
	$(BIN)/ruff check -q --fix .

# the peers are no part of the product, and the tests do without them
BENCH_STAMP := .venv/.peers-installed

$(BENCH_STAMP): requirements/bench.txt $(STAMP)
	$(BIN)/uv pip install -q --compile-bytecode --python $(BIN)/python --require-hashes -r requirements/bench.txt
	@touch $@

bench: setup $(BENCH_STAMP) ## Run the benchmarks beside their peers (ONLY=name for one)
	$(BIN)/python benchmarks/run.py $(ONLY)

docs: setup ## Write the generated reference pages again
	$(BIN)/python -m wardwise.cli docs docs/reference

new-chapter: setup ## Start a chapter: make new-chapter NAME=night_time_economy
	$(BIN)/wardwise new-chapter $(NAME)

accept-golden: setup ## Accept the golden documents as they are now
	ACCEPT_GOLDEN=1 $(BIN)/python -m pytest tests/golden tests/bad_input/test_list.py

lock: ## Pin every dependency again, with hashes and no registry host
	$(BIN)/uv lock
	$(BIN)/uv export -q --no-header --no-emit-project --group dev -o requirements/dev.txt
	$(BIN)/uv export -q --no-header --no-emit-project --group dev --group bench -o requirements/bench.txt
	$(BIN)/uv export -q --no-header --no-emit-project --no-default-groups -o requirements/runtime.txt

clean: ## Throw away everything that can be made again
	rm -rf .venv out build dist .wardwise
