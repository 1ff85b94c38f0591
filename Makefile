# make            environment if missing or out of date, then the whole line with all cores
# make test       the tests
# make fuzz       the reader on 2,000 damaged PDFs (about ten minutes); COUNT=100 for fewer
# make check      two clean builds, compared with each other and with checksums.sha256
# make checksums  write checksums.sha256 from processed/ and figures/
# make lint       style, types, and the linter of Snakemake
# make digests    typeset raw/digests/*.typ again
# make docs       renew the numbers in README.md and docs/ from processed/ and figures/
# make notebooks  run the notebooks on the tables; they land in results/notebooks/
# make wheel      the package as a wheel, in dist/
# make clean      take away what is not in git and can be made again
# make requirements   pin requirements*.txt again (needs uv)
#
# PYTHON=python3.12 chooses the interpreter of the environment (3.11 to 3.13); CORES=2 limits the cores.

# Snakemake starts its scripts by an unquoted path; say so before anything is installed.
ifneq ($(words $(CURDIR)),1)
$(error the path of this folder holds a blank ($(CURDIR)); move the project to a path without blanks)
endif

SHELL := /bin/sh
PYTHON ?= python3
VENV ?= .venv
CORES ?= all
UV ?= uv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
INSTALL := $(PIP) install --quiet --require-hashes --no-build-isolation

# The environment is stamped with a checksum of what it was made from, so that an old one is brought up to date.
sum = $(shell cat $(1) | cksum | tr ' ' '-')
BASE := $(VENV)/.base-$(call sum,requirements-build.txt requirements.txt pyproject.toml)
DEV := $(VENV)/.dev-$(call sum,requirements-build.txt requirements.txt requirements-dev.txt pyproject.toml)

# An interpreter that was asked for and is not the one of the environment, or a folder that was moved (environments hold
# their own path): make the environment anew.
PLACE := $(VENV)/.at-$(shell printf '%s' '$(CURDIR)' | cksum | tr ' ' '-')
interpreter = $(shell $(1) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
CLEAR :=
ifneq ($(wildcard $(BIN)/python),)
ifeq ($(wildcard $(PLACE)),)
CLEAR := --clear
else ifneq ($(filter command environment,$(firstword $(origin PYTHON))),)
ifneq ($(call interpreter,$(PYTHON)),$(call interpreter,$(BIN)/python))
CLEAR := --clear
endif
endif
endif
ifdef CLEAR
.PHONY: $(BASE) $(DEV)
endif

.PHONY: all environment test fuzz check checksums lint digests docs notebooks wheel requirements clean
all: $(BASE)
	$(BIN)/python -m snakemake --cores $(CORES)

environment: $(BASE)

$(BASE):
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info[:2] else "suyuan needs Python 3.11 or newer, this is %d.%d: make PYTHON=python3.12" % sys.version_info[:2])'
	@echo "Making the environment in $(VENV) (once; about a minute, 700 MB)"
	@test -x $(BIN)/python -a -z "$(CLEAR)" || $(PYTHON) -m venv $(CLEAR) $(VENV)
	@touch $(PLACE)
	@rm -f $(VENV)/.base-* $(VENV)/.dev-*
	@echo "  pinned packages, checked by hash ..."
	@$(INSTALL) -r requirements-build.txt
	@$(INSTALL) -r requirements.txt
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@$(PIP) check --quiet
	@touch $@

$(DEV): $(BASE)
	@echo "Adding the tools for development to $(VENV)"
	@$(INSTALL) -r requirements-dev.txt
	@touch $@

test: $(BASE)
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

fuzz: $(BASE)
	$(BIN)/python tests/fuzz/run.py --count $(or $(COUNT),2000)

check: $(BASE)
	$(BIN)/python tests/rebuild.py check

checksums: $(BASE)
	$(BIN)/python tests/rebuild.py write

lint: $(DEV)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/snakefmt --check Snakefile workflow
	$(BIN)/snakemake --lint

digests: $(BASE)
	$(BIN)/python raw/digests/build.py

docs: $(BASE)
	$(BIN)/python -m suyuan.sources.overview
	$(BIN)/python benchmarks/digests.py --write
	$(BIN)/python -m suyuan.docs --write

notebooks: $(BASE)
	$(BIN)/python -m snakemake --cores $(CORES) notebooks

wheel: $(DEV)
	$(BIN)/python -m build --wheel --no-isolation

requirements:
	for name in requirements requirements-build requirements-dev requirements-ocr; do \
		$(UV) pip compile --quiet --generate-hashes --no-emit-index-url --universal --python-version 3.11 \
			--custom-compile-command 'make requirements' $$name.in -o $$name.txt || exit 1; \
	done

# What can be made again and is not in git; processed/ and figures/ stay.
clean:
	rm -rf results results-originals logs .snakemake report.html dist
