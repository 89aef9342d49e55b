# bench [ROW…] [--rounds N] [--pytorch2]   do the same work here and with its best peer by turns, and compare their pace
#
#   ./workbook bench --breakdown   instead: where the time of two training steps goes
#   ./workbook bench --pytorch2    the rows that PyTorch has, beside the PyTorch 2 of Debian 13 with torch.compile, in a root under .workbook/pytorch2
#
# Without a row all of them, some eleven minutes. Rows: autoencoder, vae-32, vae-128, vae-1024, convolution, iwae, contractive, m2, trees, masked
# (training, beside PyTorch), pca, probe, clusters (beside scikit-learn and numpy), likelihood (beside PyTorch, image by image and batched),
# call, epoch, checkpoint, resume (beside PyTorch), figure, figures (beside Plotly in Python), export (nbconvert), handwriting, sprites (ours alone).
# A quiet machine gives steadier numbers. The twins are in tests/benchmarks.

rows="autoencoder vae-32 vae-128 vae-1024 convolution iwae contractive m2 trees masked pca probe clusters likelihood call epoch checkpoint resume figure figures export handwriting sprites"
for argument in "$@"; do
    [[ " $rows --rounds --breakdown --pytorch2 " == *" $argument "* || $argument =~ ^[1-9][0-9]*$ ]] || misused "bench has no row '$argument'; its rows are $rows"
done
need_dotnet
choose_engine
packages python3-torch python3-sklearn python3-plotly python3-nbconvert libopenblas0-openmp || exit 1
quietly dotnet build tests/benchmarks -v q || fail "the benchmark does not build; the lines above say where"
threads
exec tests/benchmarks/run "$@"
