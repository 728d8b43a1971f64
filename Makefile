# Two commands do everything on a bare Debian 12: `make run` and `make test`.
export PATH := $(CURDIR)/build-tools/node_modules/node/bin:$(PATH)
JOBS ?= $(shell nproc)
EXAMPLE ?= rules/fi/examples/disability-pension-part-time.yaml

.PHONY: run test test-cluster check build wasm web serve bench fuzz format lint clean
.DEFAULT_GOAL := build

run: ## answer a worked example
	setup/install native
	cmake --preset default >/dev/null
	ninja -C build -j $(JOBS) ansio
	build/ansio calc $(EXAMPLE)
	@echo
	@echo 'That was $(EXAMPLE); more cases lie beside it.'
	@echo 'The web page: make serve, then open http://localhost:8080/ in a browser.'

test: ## everything, ending with "N passed, N failed"
	setup/install
	JOBS=$(JOBS) tests/run

check: build ## before a commit, within two minutes: format, lint, unit and rule tests
	setup/install lint
	tests/format
	tests/lint 45
	JOBS=$(JOBS) tests/run native rules

build: ## build/ansio and the native tests
	setup/install native
	cmake --preset default >/dev/null
	ninja -C build -j $(JOBS)

wasm: ## the engine for the browser with its client, in wasm/dist/
	setup/install native wasm web
	cmake --preset default >/dev/null
	ninja -C build -j $(JOBS) ansio
	cmake --preset wasm >/dev/null
	ninja -C build-wasm -j $(JOBS) modules
	cd wasm && npm run --silent build

web: wasm ## the web page, in web/dist/
	setup/install web
	cd web && npm run build

serve: web ## the web page at http://localhost:8080/
	node setup/serve.mjs web/dist 8080

bench: ## measure, with the release build: docs/benchmarks.md
	setup/install native wasm web
	cmake --preset release >/dev/null
	ninja -C build-release -j $(JOBS) ansio_bench ansio_peers ansio_targets ansio
	cmake --preset wasm >/dev/null
	ninja -C build-wasm -j $(JOBS) ansio_targets
	build-release/ansio_bench $(BENCH)
	node tests/bench/targets/run.mjs build-release build-wasm
	cd tests/bench/peers && npm ci --no-audit --no-fund --loglevel=error
	node tests/bench/peers/run.mjs build-release/ansio_peers
	@[ ! -e wasm/dist/engine.wasm ] || { node wasm/client/sizes.mjs; node wasm/client/times.mjs; }

test-cluster: ## the batch under Slurm, with a worker killed in the middle: docs/cluster.md
	setup/install native cluster
	cmake --preset default >/dev/null
	ninja -C build -j $(JOBS) ansio
	tests/cluster/run

fuzz: ## each fuzzer for SECONDS (60)
	setup/install native fuzz
	cmake --preset fuzz >/dev/null
	ninja -C build-fuzz -j $(JOBS)
	tests/fuzz/run $(or $(SECONDS),60)

format: ## rewrite the C++ as .clang-format has it
	setup/install lint
	tests/format --fix

lint: build ## clang-tidy over everything that changed since it was last clean
	setup/install lint
	tests/lint

clean:
	rm -rf build build-release build-sanitize build-fuzz build-wasm wasm/dist web/dist web/build-one-file
