# Two commands do everything on a fresh machine: `make demo` and `make test`.
# They need python3 (3.11 or later) with venv, git and make, and a package registry for pip.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# A file of tests stays in one process, so that its server and its browser start once; the slow files come first. There are
# two processes more than CI has processors, for when the others wait.
# Their compiled files are kept, even where no others are: compiling them is half of what collecting takes.
PYTEST := PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -q -n 4 --dist loadfile --no-loadscope-reorder

.PHONY: audit demo docs sbom test test-long test-datasette1 test-neighbours check coverage constraints clean help bench bench-extraction bench-polarity bench-quick bench-search

help:
	@echo 'make demo        set everything up and walk through the main job on a new database'
	@echo 'make test        set everything up and run the tests (quick, no root)'
	@echo 'make test-long   the same with the exhaustive runs'
	@echo 'make test-datasette1  the tests of browsing on the alpha of Datasette 1.0'
	@echo 'make test-neighbours  other plugins of Datasette beside this one'
	@echo 'make docs        the manual as a site that works offline, in build/manual'
	@echo 'make sbom        what is installed, as a bill of materials (CycloneDX), in build/onrecord.cdx.json'
	@echo 'make audit       whether any of it has known weaknesses (asks a public advisory database)'
	@echo 'make check       formatting, lint, types and the direction of imports'
	@echo 'make coverage    which lines the tests reach, subprocesses included'
	@echo 'make constraints pin the newest versions again, with hashes'
	@echo 'make bench       start-up, search and import beside others, and the drawing: SIZES="100000 1000000" KEEP=folder'
	@echo 'make bench-quick       which commands take a tenth more instructions than was recorded (3 minutes; needs valgrind)'
	@echo 'make bench-search      how fast searches are, beside FTS5, tantivy, PostgreSQL and others (takes minutes)'
	@echo 'make bench-polarity    whether anything that is denied comes out as said'
	@echo 'make bench-extraction  how well and how fast statements are proposed (needs the data: DATA=folder)'
	@echo 'make clean       remove what was set up'

demo: $(VENV)/.run
	$(BIN)/onrecord demo

test: $(VENV)/.test
	$(PYTEST)

test-long: $(VENV)/.test
	$(PYTEST) --long

# Before the packages of the environment, and so instead of them: Datasette 1.0 with what it needs. The pages of the
# plugin's own are the same there, letter for letter, and are not validated again. What does without Datasette (tests/pages,
# tests/publish) has nothing to do with it.
test-datasette1: $(VENV)/.datasette1
	PYTHONPATH=$(abspath $(VENV)/datasette1) $(PYTEST) tests/browse \
		--ignore tests/browse/test_valid_html.py --ignore tests/browse/chromium/test_accessible.py

# Plugins load themselves into every Datasette of their environment, so they have a folder of their own.
test-neighbours: $(VENV)/.neighbours
	PYTHONPATH=$(abspath $(VENV)/neighbours) $(BIN)/python -m pytest -q tests/browse/test_beside_others.py \
		tests/browse/chromium/test_beside_others.py

check: $(VENV)/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The commands are read from the checkout; what writes the pages has a folder of its own.
docs: $(VENV)/.docs
	NO_MKDOCS_2_WARNING=1 PYTHONPATH=$(abspath $(VENV)/docs) $(BIN)/python -m mkdocs build --quiet
	@echo 'The manual: build/manual/index.html'

sbom: $(VENV)/.audit
	mkdir -p build
	PYTHONWARNINGS=ignore PYTHONPATH=$(abspath $(VENV)/audit) $(BIN)/python -m cyclonedx_py requirements constraints.txt \
		--pyproject pyproject.toml --output-reproducible --output-format JSON --output-file build/onrecord.cdx.json
	@echo 'The bill of materials: build/onrecord.cdx.json'

audit: $(VENV)/.audit
	PYTHONPATH=$(abspath $(VENV)/audit) $(BIN)/python -m pip_audit --require-hashes --disable-pip -r constraints-test.txt

# What is installed is exactly what constraints.txt says, every file checked against its hash; then the
# checkout itself, which needs nothing more.
$(VENV)/.run: constraints.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e . --config-settings editable_mode=compat
	touch $@

$(VENV)/.test: $(VENV)/.run constraints-test.txt tests/package-lock.json
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r constraints-test.txt
	cp tests/package.json tests/package-lock.json $(VENV)/
	@if command -v npm >/dev/null; then npm ci --prefix $(VENV) --ignore-scripts --no-audit --no-fund --loglevel=error; \
	else echo 'There is no npm: the tests of HTML are skipped.'; fi
	touch $@

$(VENV)/.audit: $(VENV)/.run constraints-audit.txt
	rm -rf $(VENV)/audit
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --require-hashes --target $(VENV)/audit -r constraints-audit.txt
	touch $@

$(VENV)/.datasette1: $(VENV)/.test constraints-datasette1.txt
	rm -rf $(VENV)/datasette1
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --require-hashes --target $(VENV)/datasette1 \
		-r constraints-datasette1.txt
	touch $@

$(VENV)/.neighbours: $(VENV)/.test constraints-neighbours.txt
	rm -rf $(VENV)/neighbours
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --require-hashes --target $(VENV)/neighbours \
		-r constraints-neighbours.txt
	touch $@

$(VENV)/.docs: $(VENV)/.run constraints-docs.txt
	rm -rf $(VENV)/docs
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-compile --require-hashes --target $(VENV)/docs \
		-r constraints-docs.txt
	touch $@

PIN := $(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

NEIGHBOURS := block-robots cluster-map copyable export-notebook graphql json-html search-all vega

coverage: $(VENV)/.test
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -q
	$(BIN)/coverage combine -q
	$(BIN)/coverage report --skip-covered --show-missing

constraints: $(VENV)/.test
	$(PIN) --extra browse --extra build -o constraints.txt pyproject.toml
	$(PIN) --all-extras -o constraints-test.txt pyproject.toml
	echo 'datasette>=1.0a41,<2' | $(PIN) -o constraints-datasette1.txt -
	printf 'datasette-%s\n' $(NEIGHBOURS) | $(PIN) -o constraints-neighbours.txt -
	printf '%s\n' 'cyclonedx-bom>=7.5,<8' 'pip-audit>=2.10,<3' | $(PIN) -o constraints-audit.txt -
	echo 'mkdocs-material>=9.8,<10' | $(PIN) -o constraints-docs.txt -

SIZES ?= 100000
bench: $(VENV)/.test
	$(BIN)/python -m bench.startup
	$(BIN)/python -m bench.search $(SIZES) $(if $(KEEP),--keep $(KEEP))
	$(BIN)/python -m bench.bulk --rows $(SIZES)
	$(BIN)/python -m bench.growth

bench-quick: $(VENV)/.test
	$(BIN)/python -m bench.quick

bench-search: $(VENV)/.test
	$(BIN)/python -m bench.search

bench-polarity: $(VENV)/.test
	$(BIN)/python -m bench.polarity

bench-extraction: $(VENV)/.test
	$(BIN)/python -m bench.extraction $(DATA)

clean:
	rm -rf $(VENV) build dist *.egg-info
