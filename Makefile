# Everything a clean clone needs is made here; what is in place already is left as it is.

PYTHON ?= python3
set_up := $(PYTHON) -m tools.set_up
bin := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help book test verify lint format fonts lock picture reference changelog clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

book: ## build the handbook's print interiors in Urdu, Swedish and Spanish under build/
	@$(set_up) book
	$(bin)/translate-pub build bolshevism-handbook --lang ur --lang sv --lang es --edition print

test: ## run the suite, without the slow proofs (under five minutes)
	@$(set_up) test
	$(bin)/python -m pytest -m "not slow" -n 2

verify: ## run the slow proofs (under twenty minutes)
	@$(set_up) verify
	$(bin)/python -m pytest -m slow -n 2

lint: ## ruff, mypy strict, the floors, the size gate
	@$(set_up) lint
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy src tests tools benchmarks hatch_build.py
	$(bin)/lint-imports
	$(bin)/python -m tools.size_gate

format: ## write the code as ruff formats it
	@$(set_up) lint
	$(bin)/ruff check --fix .
	$(bin)/ruff format .

fonts: ## make the fonts that the package carries
	@$(set_up) fonts

lock: ## renew requirements.lock after a change of pyproject.toml; `make lock UPGRADE=1` takes newer versions
	@$(set_up) lock $(if $(UPGRADE),--upgrade)

picture: ## make the README's picture of the pages that `make book` built
	$(bin)/python -m tools.picture

reference: ## write into docs/reference/ what can be read off the program
	$(bin)/python -m tools.reference

changelog: ## write the fragments of changelog.d/ into CHANGELOG.md's section Unreleased
	@$(set_up) lint
	$(bin)/python -m tools.changelog

clean: ## remove what was built, but not the environment and the fonts
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
