# The front door. `make` lists what there is.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python -m
PORT ?= 8080
API ?=

.DEFAULT_GOAL := help
.PHONY: help setup generate check lint test contract contract-live serve demo bench build constraints clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(VENV)/.ready ## Install everything into .venv (the other targets do it by themselves)

$(VENV)/.ready: pyproject.toml constraints.txt clients/runtime/pyproject.toml sandbox/pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(None if v >= (3, 11) else "Python 3.11 or newer is needed, this is %d.%d: make PYTHON=python3.12 ..." % v)'
	@echo "Installing into $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(RUN) pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --requirements constraints.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation \
		--editable clients/runtime $(patsubst %/pyproject.toml,--editable %,$(filter-out clients/runtime/%,$(wildcard clients/*/pyproject.toml))) --editable sandbox
	@touch $@

generate: setup ## Write the clients from the specs
	@$(RUN) generator generate $(API)

check: setup ## Lint the specs, compare the clients with them, check types and style
	@$(RUN) generator check
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(RUN) pyright --project pyproject.toml --warnings
	@$(BIN)/mypy --no-error-summary tests/consumer

lint: setup ## Lint the specs (file, line, rule, mend)
	@$(RUN) generator lint $(API)

test: setup ## Run all tests
	@$(RUN) pytest --numprocesses 2 --dist loadfile

contract: setup ## Run the contract tests against the sandbox in process
	@$(RUN) pytest tests/contract

contract-live: setup ## Run the contract tests against a real service: make contract-live API=eandata
	@$(RUN) pytest tests/contract/test_live.py -rs -k "the_real_service$(if $(API), and $(API))"

serve: setup ## Start the sandbox: make serve PORT=8080
	@$(BIN)/retail-sandbox serve --port $(PORT)

demo: setup generate ## Regenerate the clients, start the sandbox and tour every API through its client
	@$(RUN) demo

bench: setup ## Measure, as ratios in one run
	@$(RUN) bench

build: setup ## Build the wheels into dist/
	@for package in clients/*/ sandbox; do $(BIN)/uv build --quiet --wheel --out-dir dist $$package || exit 1; done
	@ls dist

constraints: setup ## Write constraints.txt anew from the lower bounds
	@$(BIN)/uv lock --quiet --upgrade
	@$(BIN)/uv export --quiet --no-hashes --no-emit-workspace --no-header --no-annotate --all-groups > constraints.txt

clean: ## Remove what was made
	@rm -rf $(VENV) dist build site uv.lock .hypothesis .ruff_cache .mypy_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
