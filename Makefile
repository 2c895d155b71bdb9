# Everything one does with the site. Each target sets up what it needs.
.DEFAULT_GOAL := help
.PHONY: help run test sure lint fix bench screenshots translations requirements check-translations docs

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
CODE := app.py accounts api bench core directory finder matching migrations places prescribing search seeds \
	stewardship tests upkeep web
FRONT_END := $(wildcard front_end/*.mjs static/css/* static/js/* static/img/* static/map/*)
SENTENCES := $(patsubst %.po,%.mo,$(wildcard translations/*/LC_MESSAGES/messages.po))
PIP_COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

help: ## Show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: .venv/ready ## Set up, fill the database and serve the site on http://127.0.0.1:5000
	@bin/run

test: .venv/ready-for-tests ## Set up, then run all tests, those in a browser included
	@$(BIN)/pytest --numprocesses=auto --dist=worksteal

sure: lint ## What CI runs: all that `make lint` does, then the tests
	@$(MAKE) --no-print-directory test

lint: .venv/ready-for-tests ## Look through the code: format, lint, types, imports, templates, translations
	@$(BIN)/ruff format --check $(CODE)
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/djlint templates --check --quiet
	@$(BIN)/djlint templates --lint --quiet
	@$(MAKE) --no-print-directory check-translations

fix: .venv/ready-for-tests ## Put code and templates into shape
	@$(BIN)/ruff format $(CODE)
	@$(BIN)/ruff check --fix $(CODE)
	-@$(BIN)/djlint templates --reformat --quiet

bench: .venv/ready-for-tests ## Measure; writes bench/results.json and prints a table
	@$(BIN)/python -m bench

screenshots: .venv/ready-for-tests ## Take a picture of every type of page, into screenshots/
	@$(BIN)/python -m bench.gallery

translations: .venv/ready ## Gather every visible word, and bring it to the files of the other languages
	@$(BIN)/pybabel --quiet extract --mapping-file=babel.cfg --output-file=translations/messages.pot \
		--keywords="_l lazy_gettext" --no-location --sort-output --omit-header --project=noe-a-ga-til .
	@$(BIN)/pybabel --quiet update --input-file=translations/messages.pot --output-dir=translations \
		--ignore-obsolete --ignore-pot-creation-date --width=100

check-translations: .venv/ready
	@cp translations/messages.pot .venv/messages.pot
	@$(MAKE) --no-print-directory translations
	@cmp -s translations/messages.pot .venv/messages.pot || \
		{ echo "translations/messages.pot was not up to date; it is now. Look at it and commit it."; exit 1; }

docs: .venv/ready ## Write docs/matching.md from the code
	@$(BIN)/python -m matching.described > docs/matching.md

requirements: .venv/ready-for-tests ## Pin requirements anew, with hashes
	@$(PIP_COMPILE) --output-file=requirements.txt requirements.in
	@$(PIP_COMPILE) --output-file=requirements-dev.txt requirements-dev.in

.venv/ready: .venv/packages $(SENTENCES) static/built/manifest.json
	@touch $@

# Packages that are laid out anew, and are the same, are no reason to build again.
static/built/manifest.json: package-lock.json $(FRONT_END) | node_modules/.package-lock.json
	@bin/node front_end/build.mjs

node_modules/.package-lock.json: package-lock.json | .venv/packages
	@bin/npm ci --omit=dev --silent
	@touch $@

# What a translator is not sure of (fuzzy) is left out, and shown in bokmål.
translations/%.mo: translations/%.po | .venv/packages
	@$(BIN)/pybabel --quiet compile --input-file=$< --output-file=$@

.venv/packages: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@

.venv/ready-for-tests: .venv/packages requirements-dev.txt node_modules/.package-lock.json | .venv/ready
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	@bin/npm ci --silent
	@bin/browser
	@touch $@
