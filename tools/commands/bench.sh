# bench [ROUNDS] [STEPS]   train the first autoencoder here and in PyTorch by turns, and compare their pace
#
# Seven rounds of 300 steps if not said; a quiet machine gives steadier numbers. The twin is tests/benchmarks/autoencoder.py.

(( $# <= 2 )) || misused "bench takes two numbers at most"
for argument in "$@"; do [[ $argument =~ ^[1-9][0-9]*$ ]] || misused "bench takes numbers, not '$argument'"; done
need_dotnet
choose_engine
packages python3-torch || exit 1
quietly dotnet build tests/benchmarks -v q || fail "the benchmark does not build; the lines above say where"
threads
exec tests/benchmarks/run "$@"
