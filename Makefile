# Everything here sets itself up on its first call and takes seconds on the next ones.

VENV ?= .venv
BIN := $(VENV)/bin
SEEDS ?= 1000
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help demo test test-zones check simulate coverage format lock clean

help:  ## what can be done here
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.runtime  ## both example calls on an embedded mailbox and relay (ARGS=--exit ends by itself)
	@$(BIN)/mailbot demo $(ARGS)

test: $(VENV)/.dev  ## every test that this machine can run (ARGS are pytest's)
	@tools/servers
	@left=$$($(BIN)/python -c 'from tests.servers import missing; print(missing())'); \
	if [ -n "$$left" ]; then \
	    echo "Left out: the tests with real mail servers ($$left)"; \
	    [ -z "$(SERVERS_REQUIRED)" ] || exit 1; \
	    set -- -m "not servers"; \
	fi; \
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile "$$@" $(ARGS)

test-zones:  ## every test thrice: in UTC, in Brussels, and where the day begins first
	@for zone in UTC Europe/Brussels Pacific/Kiritimati; do \
	    echo "TZ=$$zone"; \
	    TZ=$$zone $(MAKE) --no-print-directory test || exit 1; \
	done

check: $(VENV)/.dev  ## format, lint, types, layers
	@$(BIN)/ruff format --check --quiet . || { echo "make format mends this"; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@told=$$($(BIN)/lint-imports --no-logo) || { echo "$$told"; exit 1; }

simulate: $(VENV)/.dev  ## the whole service under a fake clock and faults (SEEDS=20000; one: SEEDS=1 ARGS=4711)
	@$(BIN)/python -m tests.simulation.run $(SEEDS) $(ARGS)

coverage: $(VENV)/.dev  ## which lines the tests do not reach
	@$(BIN)/python -m pytest --cov --cov-report=term $(ARGS)

format: $(VENV)/.dev  ## lay out the code and mend what can be mended
	@$(BIN)/ruff format --quiet .
	@$(BIN)/ruff check --fix --quiet .

# The lock holds versions and hashes only: no address of a registry, no option of the machine it was made on.
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade
lock: $(VENV)/.dev  ## newest versions that pyproject.toml allows, with hashes
	@$(COMPILE) pyproject.toml --group dev --extra msg --extra postgres -o requirements/dev.txt
	@$(COMPILE) pyproject.toml -c requirements/dev.txt -o requirements/runtime.txt
	@$(COMPILE) requirements/build.in -c requirements/dev.txt -o requirements/build.txt

clean:  ## remove what was made here; data folders stay
	@rm -rf $(VENV) build dist .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find mailbot tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.runtime: requirements/runtime.txt requirements/build.txt pyproject.toml
	@tools/setup $(VENV) requirements/runtime.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.runtime
	@tools/setup $(VENV) requirements/dev.txt
	@touch $@
