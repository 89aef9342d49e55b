# setup [--again]         install what notebooks need, choose the engine, build
#
# Installs through apt (with sudo when you are not root) what is missing: Jupyter and npm. TorchSharp comes from the package feed; where
# there is a GPU, the feed is asked once for TorchSharp-cuda-linux (--again asks once more). Answers at once when there is nothing to do.
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
say "engine: $(engine)"
need_plotly || say "figures will show as pictures only until plotly.js can be fetched"
need_jupyter || say "notebooks still run without Jupyter: ./workbook run"
build_library
publish_kernel
install_kernel
say "ready: ./workbook run 01, or ./workbook lab"
