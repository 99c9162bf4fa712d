# Every command of the project. Nothing needs to be installed first but Python 3.11 or newer.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

.PHONY: help
help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):[^#]*## /\1|/' | \
	  while IFS='|' read -r name text; do printf '  make %-16s %s\n' "$$name" "$$text"; done

.PHONY: run
run: python  ## the site at http://127.0.0.1:8000/ (PORT=, HOST=), ready for readers
	@$(PYTHON) tools/run.py

.PHONY: dev
dev: python  ## the same while you change it: reloads, and shows the debug toolbar
	@$(PYTHON) tools/run.py --dev

.PHONY: test
test: tools  ## the tests (ARGS="-k words"; DATABASE_URL=postgres://… for PostgreSQL)
	@$(BIN)/python -m pytest -rs $(ARGS)

.PHONY: lint lint-python lint-templates lint-assets
lint: lint-python lint-templates lint-assets  ## ruff, djlint (templates), biome (CSS, JavaScript)
lint-python: tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
lint-templates: tools
	$(BIN)/djlint templates --lint --quiet
lint-assets: node_modules/.package-lock.json
	node_modules/.bin/biome lint --error-on-warnings

.PHONY: format
format: tools  ## Python in the house's shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: bench-import
bench-import: tools  ## how much of a story the import recognises, and how much of it is right
	@$(BIN)/python tools/bench_import.py $(ARGS)

.PHONY: messages
messages: tools gettext  ## new sentences of code and templates into the ru and kk catalogues
	DEBUG=on $(BIN)/python manage.py makemessages --locale ru --locale kk --no-location --no-wrap \
	  $(addprefix --ignore ,node_modules static tests tools var)

.PHONY: compilemessages
compilemessages: tools gettext  ## the catalogues as the site reads them; commit the .mo files
	DEBUG=on $(BIN)/python manage.py compilemessages --locale ru --locale kk --ignore .venv --ignore node_modules

.PHONY: lock
lock: tools  ## renew requirements*.txt and package-lock.json (UPGRADE= keeps versions)
	$(BIN)/uv pip compile $(LOCK) requirements.in --output-file requirements.txt
	$(BIN)/uv pip compile $(LOCK) requirements-dev.in --output-file requirements-dev.txt
	npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund
UPGRADE ?= --upgrade
LOCK = $(UPGRADE) --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

# What the targets above stand on

.PHONY: python
python:
	@command -v $(PYTHON) >/dev/null || { echo "Stopped: Python 3.11 or newer is needed." \
	  "On Debian: apt install python3 python3-venv"; exit 1; }

.PHONY: tools
tools: python
	@$(PYTHON) tools/virtualenv.py requirements-dev.txt

.PHONY: gettext
gettext:
	@command -v msgfmt >/dev/null || { echo "Stopped: GNU gettext is needed." \
	  "On Debian: apt install gettext"; exit 1; }

node_modules/.package-lock.json: package-lock.json
	@command -v npm >/dev/null || { echo "Stopped: the CSS and JavaScript lint needs npm." \
	  "On Debian: apt install npm"; exit 1; }
	npm ci --no-audit --no-fund --loglevel error
	@touch $@
