# Everything a checkout can do. Needs Python 3.11 or later with venv, and make; nothing else.
#
#   make test PYTHON=python3.13 VENV=.venv-3.13     another interpreter, beside the first
#   make test ARGS="tests/store -x"                 arguments for pytest

PYTHON ?= $(shell for candidate in python3 python3.13 python3.12 python3.11 python; do \
	"$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo "$$candidate" && break; done)
VENV ?= .venv
ARGS ?=

# Modules rather than scripts: a script's first line breaks when the checkout is moved.
python := $(VENV)/bin/python
install := $(python) -m pip install -qq --disable-pip-version-check -c constraints.txt
sources := tuibrowser tests benchmarks makers
# Where install-extras puts the manual page and the completions: below a person's own folder, where
# man, bash and fish look by themselves.
PREFIX ?= $(HOME)/.local
benches := parsing formats indexing exact_search comparing wrap differences reader
reports := 1000
# For mutate.
package := text
count := 40
seed := 1

# The steps share one environment and one terminal.
.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: run test check format attack bench bench-search bench-growth bench-insight eval mutate pictures table install-extras clean distclean help

run: $(VENV)/.bytecode ## set up, then open the browser on the bundled sample reports
	@$(python) -m tuibrowser demo

test: $(VENV)/.develop $(VENV)/.bytecode ## set up, then run all tests
	@# Bytecode of the tests is kept, too: 4 seconds less for each process to collect them.
	@PYTHONDONTWRITEBYTECODE= $(python) -m pytest -n 2 --dist loadfile $(ARGS)

check: $(VENV)/.develop ## formatting, lint, types and import contracts
	@$(python) -m ruff format --check $(sources)
	@$(python) -m ruff check $(sources)
	@$(python) -m mypy
	@$(python) -c 'from importlinter.cli import lint_imports as lint; raise SystemExit(lint(no_logo=True))'

format: $(VENV)/.develop ## format code and lists of words, mend what lint can mend
	@$(python) -m ruff format $(sources)
	@$(python) -m ruff check --fix $(sources)
	@$(python) -m makers.wordlists

bench: $(VENV)/.develop $(VENV)/.bytecode ## measure speed and memory, against a baseline in the same run
	@set -e; for name in $(benches); do $(python) -m benchmarks.$$name; done

bench-search: $(VENV)/.develop $(VENV)/.bytecode ## search beside scans, fzf and rg: make bench-search reports="10000 100000"
	@$(python) -m benchmarks.indexing
	@for name in exact_search forgiving_search; do \
		$(python) -m benchmarks.$$name --reports $(reports) || exit 1; done

bench-growth: $(VENV)/.develop $(VENV)/.bytecode ## how time and memory grow with reports made to be hard to compare
	@$(python) -m benchmarks.growth

bench-insight: $(VENV)/.develop $(VENV)/.bytecode ## what changes, reuse, figures, check, coverage and like cost
	@$(python) -m benchmarks.insight

mutate: $(VENV)/.develop ## single changes of a package against its tests: make mutate package=compare count=40
	@$(python) -m benchmarks.mutate $(package) --count $(count) --seed $(seed)

eval: $(VENV)/.develop ## precision and recall of parser and alignment on the hand labels
	@$(python) -m benchmarks.evaluate
	@$(python) -m benchmarks.alignment
	@$(python) -m benchmarks.openings
	@$(python) -m benchmarks.lists
	@$(python) -m benchmarks.indicators
	@$(python) -m benchmarks.queries
	@$(python) -m benchmarks.meanings
	@$(python) -m benchmarks.checks
	@$(python) -m benchmarks.outlines
	@$(python) -m benchmarks.quantities
	@$(python) -m benchmarks.whole
	@$(python) -m benchmarks.sentences

attack: $(VENV)/.develop $(VENV)/.bytecode ## try to break the program: make attack only=kills seed=7 minutes=5
	@PYTHONPATH=tests $(python) -m attack $(foreach word,only seed minutes trial,$(if $($(word)),--$(word) $($(word))))

pictures: $(VENV)/.develop ## draw the pictures of the READMEs anew, from the sample reports
	@$(python) -m benchmarks.pictures

table: $(VENV)/.develop ## make manual page, completions and lists of the README anew from the table of commands
	@$(python) -m makers.command_line

install-extras: ## manual page and completions for bash, zsh and fish: make install-extras PREFIX=/usr/local
	@set -e; cd share; find . -type f | while read -r file; do \
		mkdir -p "$(DESTDIR)$(PREFIX)/share/$${file%/*}"; \
		install -m 644 "$$file" "$(DESTDIR)$(PREFIX)/share/$$file"; done
	@echo "已装入 $(DESTDIR)$(PREFIX)/share。zsh 请在 .zshrc 中 compinit 之前写：fpath+=($(PREFIX)/share/zsh/site-functions)"

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { \
		echo "未找到 Python 3.11 或更新版本，请指明：make $(MAKECMDGOALS) PYTHON=/路径/python3"; exit 1; }
	@echo "正在建立运行环境 $(VENV)（仅首次）……"
	@# Debian's Python without python3-venv fails half-way and says what to install.
	@"$(PYTHON)" -m venv "$(VENV)" || { rm -f $@; exit 1; }

$(VENV)/.program: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "正在安装 tuibrowser ……"
	@$(install) -e .
	@touch $@

# As pip does for what it installs. Python would do it at the first start, and at every start where
# it is told to write none: 60 instead of 27 ms of a start then go to the program's own modules.
$(VENV)/.bytecode: $(shell find tuibrowser -name '*.py') | $(VENV)/.program
	@$(python) -m compileall -q tuibrowser
	@touch $@

# Read with tomllib, since `pip install --group` needs a pip newer than Python 3.11 brings along.
$(VENV)/.develop: $(VENV)/.program
	@echo "正在安装开发工具……"
	@$(python) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"], sep="\n")' > $(VENV)/develop.txt
	@# What is used of the tools is compiled at its first use: all of it takes half as long again.
	@$(install) --no-compile -r $(VENV)/develop.txt
	@touch $@

clean: ## remove what can be made again, but not the environment
	@rm -rf "$(VENV)/.bytecode" build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis snapshot_report.html
	@find $(sources) -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## remove the environment, too
	@rm -rf "$(VENV)"

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
