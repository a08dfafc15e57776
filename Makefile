# One door to every command. `make` alone lists them.
SHELL := /bin/bash
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(not (3,11) <= sys.version_info[:2] < (3,14))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
STAMP := .venv/.installed
WEB := src/wardwise_web
ASSETS := $(WEB)/core/static/vendor/wardwise.css

.PHONY: help setup serve demo check fix test test-unit bench sbom docs new-chapter accept-golden lock clean
.DEFAULT_GOAL := help

help: ## List the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

setup: $(STAMP) $(ASSETS) ## Make .venv and install everything, pinned

$(STAMP): requirements/dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Wardwise needs Python 3.11, 3.12 or 3.13 on the PATH."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q --disable-pip-version-check -r requirements/uv.txt
	$(BIN)/uv pip sync -q --compile-bytecode --python $(BIN)/python --require-hashes requirements/dev.txt
	$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src
	@touch $@

# Style sheet and scripts of the pages. Where there is no npm, one comes from PyPI into .venv
$(ASSETS): $(WEB)/assets/package-lock.json $(WEB)/assets/build.py $(wildcard $(WEB)/assets/styles/*) | $(STAMP)
	@command -v npm >/dev/null || $(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements/node.txt
	cd $(WEB)/assets && PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent --no-progress
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python $(WEB)/assets/build.py

.PHONY: system
system: ## Debian packages that some tests use, where they can be installed
	@for pair in java:openjdk-17-jre-headless pdftotext:poppler-utils chromium:chromium postgres:postgresql; do \
		command -v $${pair%%:*} >/dev/null && continue; \
		ls /usr/lib/postgresql/*/bin/$${pair%%:*} >/dev/null 2>&1 && continue; \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq >/dev/null && apt-get install -y -qq $${pair##*:} >/dev/null 2>&1; \
		fi; \
		command -v $${pair%%:*} >/dev/null || ls /usr/lib/postgresql/*/bin/$${pair%%:*} >/dev/null 2>&1 \
			|| echo "$${pair%%:*} is not here and cannot be installed: the tests that use it are skipped."; \
	done

demo: $(STAMP) ## Make the data of a made-up partnership and build its assessment
	$(BIN)/wardwise demo --out out/exampleshire

test: check system ## Run the whole test suite
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder --cov --cov-report=term:skip-covered

serve: setup ## Open the web application with Exampleshire on this machine
	$(BIN)/wardwise serve --demo

.PHONY: screens
screens: setup ## Write a picture of every page, at desk and telephone width, to out/screens
	$(BIN)/python -m tests.browser.screens

test-unit: setup ## Run the fast tests only
	$(BIN)/python -m pytest -n 2 -m "not slow and not spark and not shared and not browser"

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

# the tool is no part of the product: uv runs it from a place of its own
sbom: setup ## Write the list of third-party parts (CycloneDX) into out/sbom.json
	@mkdir -p out
	$(BIN)/uv tool run -q --from cyclonedx-bom==7.5.0 cyclonedx-py requirements --output-reproducible \
		--of JSON -o out/sbom.json requirements/web.txt
	@echo "out/sbom.json"

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
	$(BIN)/uv export -q --no-header --no-emit-project --no-default-groups --extra web -o requirements/web.txt
	$(BIN)/uv export -q --no-header --no-emit-project --no-default-groups --only-group node -o requirements/node.txt

clean: ## Throw away everything that can be made again
	rm -rf .venv out build dist .wardwise
