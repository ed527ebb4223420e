# `make site` builds the site, `make serve` shows it, `make test` runs every test. Both set up what they need in .venv/ first.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python

.DEFAULT_GOAL := help
.PHONY: help site serve check status current permalinks export import test lint lock clean

help: ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

site: $(VENV)/site.done ## build the whole site into site/; with IN=ja or IN=ja/4 only that, into build/preview/
	@$(RUN) -m scripts build $(if $(IN),--only $(IN))

serve: $(VENV)/site.done ## show the site; saved changes and mistakes appear in the open page
	@$(RUN) -m scripts serve $(if $(IN),--only $(IN))

check: $(VENV)/site.done ## check the data and the texts without building (IN=ko: every message in Korean)
	@$(RUN) -m scripts check --format $(or $(FORMAT),text) $(if $(IN),--language $(IN))

status: $(VENV)/site.done ## tell which sections of the translations are outdated or missing
	@$(RUN) -m scripts status $(IN)

current: $(VENV)/site.done ## say that a section agrees with the source again: make current IN=ja ID=IX.9
	@$(RUN) -m scripts current $(IN) $(ID)

permalinks: $(VENV)/site.done ## write the addresses that are new into data/permalinks.lock, which promises them for good
	@$(RUN) -m scripts permalinks

export: $(VENV)/site.done ## write a pair of languages for a translation tool: make export IN=ja FORMAT=po (FROM=en OUTPUT=ja.po)
	@$(RUN) -m scripts export $(IN) --format $(or $(FORMAT),xliff) $(if $(FROM),--source $(FROM)) $(if $(OUTPUT),--output "$(OUTPUT)")

import: $(VENV)/site.done ## bring the file of a translation tool back into the texts: make import IN=ja FILE=ja.po
	@$(RUN) -m scripts import $(IN) "$(FILE)"

test: $(VENV)/test.done ## run every test: types, style, fast tests, the real site, a real browser
	@$(RUN) -m tests.chromium
	@$(RUN) -m tests.java
	@$(MAKE) --no-print-directory lint
	@$(RUN) -m pytest

lint: $(VENV)/test.done ## check the style and the types of the code, and the workflows
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy
	@$(VENV)/bin/zizmor --offline --strict-collection --quiet .github

lock: ## lock the dependencies again (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet pyproject.toml --output-file requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet pyproject.toml --group test --output-file requirements-dev.txt

clean: ## remove everything that was made, the site too
	rm -rf $(VENV) build site .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Name another with: make PYTHON=python3.12 ...")'
	@echo "Setting up $(VENV)/ ..."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python could not make $(VENV)/; on Debian, install the package python3-venv."; exit 1; }

$(VENV)/site.done: requirements.txt | $(VENV)/bin/python
	@echo "Installing what the site is built with (once) ..."
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/test.done: requirements-dev.txt | $(VENV)/bin/python
	@echo "Installing what the tests need (once) ..."
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/site.done
