# setup [--again]         install what notebooks need, choose the torch engine, build
#
# Installs through apt (with sudo when you are not root) what is missing: libtorch, a fast BLAS, a C++ compiler, Jupyter.
# Asks the package feed once whether it has TorchSharp; --again asks once more. Answers at once when there is nothing to do.
# The other commands call what they need of this by themselves.

again=
for argument in "$@"; do
    case $argument in
        --again) again=--again ;;
        *) misused "setup takes no '$argument'" ;;
    esac
done
need_dotnet
choose_engine $again
say "torch engine: $(engine)"
need_torch || exit 1
need_plotly || say "figures will show as pictures only until plotly.js can be fetched"
need_jupyter || say "notebooks still run without Jupyter: ./workbook run"
build_library
publish_kernel
install_kernel
say "ready: ./workbook run 01, or ./workbook lab"
