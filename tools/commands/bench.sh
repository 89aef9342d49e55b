# bench [ROW] [ROUNDS] [AMOUNT]   do the same work here and in PyTorch by turns, and compare their pace
#
# Rows: autoencoder, a training (7 rounds of 300 steps if not said); likelihood, log p(x) by 5,000 draws (5 rounds of 64 images);
# trees, a recursive network on trees (5 rounds of 2,500: of the Stanford treebank where it is, else drawn ones).
# Without a row it is the autoencoder. A quiet machine gives steadier numbers. The twins are in tests/benchmarks.

[[ ${1-} =~ ^(autoencoder|likelihood|trees)$ ]] && row=$1 && shift
(( $# <= 2 )) || misused "bench takes a row and two numbers at most"
for argument in "$@"; do [[ $argument =~ ^[1-9][0-9]*$ ]] || misused "bench takes autoencoder, likelihood or trees, then numbers, not '$argument'"; done
need_dotnet
choose_engine
packages python3-torch || exit 1
quietly dotnet build tests/benchmarks -v q || fail "the benchmark does not build; the lines above say where"
threads
exec tests/benchmarks/run "${row:-autoencoder}" "$@"
