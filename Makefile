# `make serve` and `make test` need only make and a Python 3.8 or newer with venv; everything else is fetched by hash.
# What is up to date is not made again. `make help` lists what there is.

PYTHON ?= python3
PORT ?= 8000
SITE_URL ?= http://127.0.0.1:$(PORT)/
export SITE_URL

# Material for MkDocs would otherwise print a page about a version of MkDocs that is not used here.
export NO_MKDOCS_2_WARNING = 1

ifeq ($(filter http://% https://%,$(SITE_URL)),)
$(error SITE_URL is where the site will be, such as make build SITE_URL=https://example.org/path/)
endif
ifneq ($(origin PORT),file)
ifneq ($(shell { [ "$(PORT)" -ge 1 ] && [ "$(PORT)" -le 65535 ] && echo fits; } 2>/dev/null),fits)
$(error PORT is a number from 1 to 65535, such as make serve PORT=8001)
endif
endif

# What is built carries the date of the last commit, so that the same commit gives the same bytes.
ifeq ($(SOURCE_DATE_EPOCH),)
SOURCE_DATE_EPOCH := $(shell $(PYTHON) scripts/build_date.py 2>/dev/null)
endif
export SOURCE_DATE_EPOCH

RUN := .venv/bin/python
NODE = $(shell $(RUN) scripts/find_node.py)

# All files below a folder, but for what Python and the build leave there.
files = $(filter-out %.pyc %/__pycache__,$(foreach path,$(wildcard $(1)/*),$(or $(call files,$(path)),$(path))))

PAGES_MADE := answers disagreements evidence numbers sources steps
GENERATED := checker/followup/tables/% docs/assets/evidence/% docs/assets/pictures/% docs/assets/runtime/% \
             overrides/partials/runtime.html $(PAGES_MADE:%=docs/%/%)
ENGINE := $(filter-out $(GENERATED),$(call files,checker) $(call files,scripts))
PAGES := $(filter-out $(GENERATED),$(call files,docs) $(call files,overrides)) mkdocs.yml $(wildcard CITATION.cff)

.DELETE_ON_ERROR:
.PRECIOUS: .boot/set-up.json
.DEFAULT_GOAL := help
.PHONY: help setup serve build test test-all report bench-engine bench-start lint format lock clean FORCE

help:
	@echo 'make serve    build everything and serve it with live reload (PORT=8000)'
	@echo 'make test     check code, types and links, and run all tests'
	@echo 'make test-all the same with the properties over hundreds of thousands of situations'
	@echo 'make report   show the counted marks before and after a change (SINCE=HEAD), and what the pages use'
	@echo 'make bench-engine  measure the engine in CPython and in the browser'
	@echo 'make bench-start   measure the start of Python in the browser beside others (ROUNDS=5 KEEP=--keep)'
	@echo 'make build    write the finished site into site/ (SITE_URL=https://example.org/path/)'
	@echo 'make lint     check style and types'
	@echo 'make format   bring the code into shape'
	@echo 'make setup    fetch and install what is missing; every target does this first'
	@echo 'make lock     pin the newest versions that are allowed, by hash'
	@echo 'make clean    remove what was built; what was fetched stays'

setup: .boot/set-up.json
build: site/index.html
	@echo 'The site for $(SITE_URL) is in site/, and up to date.'

serve: SITE_URL = http://127.0.0.1:$(PORT)/
serve: site/index.html
	@$(RUN) scripts/serve.py --port $(PORT) -- $(MAKE_COMMAND) --no-print-directory site/index.html

test: lint build/pages docs/assets/runtime/manifest.json
	@$(RUN) scripts/find_browser.py
	@$(RUN) -m coverage erase
	$(RUN) -m coverage run -m pytest
	@$(RUN) -m coverage combine --quiet
	@$(RUN) -m coverage report
	@$(RUN) scripts/report.py

# The properties over many more situations, new ones each time; minutes, not seconds.
test-all: export FOLLOWUP_PARITY = 5000
test-all: lint build/pages docs/assets/runtime/manifest.json
	@$(RUN) scripts/find_browser.py
	$(RUN) -m pytest --hypothesis-profile=full

bench-engine: build
	@$(RUN) scripts/bench_engine.py

report: SINCE ?= HEAD
report: setup
	@$(RUN) scripts/report.py --since $(SINCE)

bench-start: ROUNDS ?= 5
bench-start: build
	@$(RUN) scripts/bench_start.py --rounds $(ROUNDS) $(KEEP)

lint: setup
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy
	"$(NODE)" node_modules/typescript/bin/tsc
	"$(NODE)" node_modules/eslint/bin/eslint.js

format: setup
	$(RUN) -m ruff check --fix
	$(RUN) -m ruff format

lock: setup
	@$(RUN) scripts/lock.py

clean:
	rm -rf build dist site docs/assets/evidence docs/assets/pictures docs/assets/runtime $(PAGES_MADE:%=docs/%)
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Looks for itself what is missing or broken, and changes the file only when it did something.
.boot/set-up.json: FORCE
	@command -v $(firstword $(PYTHON)) >/dev/null || { echo 'There is no program $(firstword $(PYTHON)).' \
	'Install Python 3.8 or newer with venv, or name one: make PYTHON=/path/to/python3.' >&2; exit 1; }
	@$(PYTHON) scripts/setup.py

# A file that was removed leaves no trace in times, so these lists count as well; they change only when the names do.
build/engine.txt build/pages.txt: FORCE
	@mkdir -p build; [ "$$(cat $@ 2>/dev/null)" = "$(LIST)" ] || printf '%s\n' "$(LIST)" > $@
build/engine.txt: LIST = $(ENGINE)
build/pages.txt: LIST = $(SITE_URL) $(PAGES)

# What hand-written pages cite and link to. The file beside it changes only when that does: then all pages that are made
# are made again, and else a change of a page is a matter of seconds.
build/usage: $(ENGINE) $(PAGES) build/engine.txt build/pages.txt .boot/set-up.json
	@$(RUN) scripts/note_usage.py
	@touch $@
build/usage.json: build/usage ;

# The pages that are made from the knowledge and from what the engine says of the cases.
build/pages: $(ENGINE) $(call files,cases) build/usage.json build/engine.txt .boot/set-up.json
	@$(RUN) scripts/write_pages.py
	@$(RUN) scripts/write_dataset.py
	@touch $@

# What pages include: the form, pictures of the knowledge, a table of measurements.
build/parts: $(ENGINE) mkdocs.yml docs/assets/bench-start.json build/engine.txt .boot/set-up.json
	@$(RUN) scripts/write_form.py
	@$(RUN) scripts/draw_pictures.py
	@$(RUN) scripts/write_speed.py
	@touch $@

# A script with a mistake would only fail at the reader's.
SCRIPTS := $(wildcard docs/assets/*.js docs/assets/checker/*.mjs overrides/partials/*.js types/*) tsconfig.json
build/scripts: $(SCRIPTS) .boot/set-up.json
	@"$(NODE)" node_modules/typescript/bin/tsc
	@touch $@

# The cases are what decides which modules are used.
USED := $(wildcard docs/assets/checker/*.mjs) $(call files,cases)
docs/assets/runtime/manifest.json: $(ENGINE) $(USED) build/engine.txt build/scripts .boot/set-up.json
	@$(RUN) scripts/build_runtime.py
	@touch $@

# Built beside the finished one, so that a page with a mistake takes nothing away from who is reading.
site/index.html: $(PAGES) build/pages.txt build/pages build/parts build/scripts docs/assets/runtime/manifest.json
	@rm -rf build/site
	$(RUN) -m mkdocs build --strict --site-dir build/site
	$(RUN) scripts/finish_site.py build/site
	@touch build/site/index.html && rm -rf site && mv build/site site
