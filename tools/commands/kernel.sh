# kernel install|uninstall [ARGUMENTS]   put the C# kernel where any Jupyter of yours finds it, or take it away
#
#   ./workbook kernel install               into your own Jupyter folder
#   ./workbook kernel install --prefix DIR  into DIR/share/jupyter: an environment, or /usr/local for everybody
#   ./workbook kernel install --sys-prefix  into the Python or conda environment that is active
#   ./workbook kernel install --dir DIR     into any folder of JUPYTER_PATH
#   ./workbook kernel uninstall             take it away again; the same places
# What is installed is a copy: it needs .NET 10, and this folder no more.

(( $# )) || misused "kernel wants install or uninstall"
[[ $1 == install || $1 == uninstall ]] || misused "kernel does not know '$1'"
need_dotnet
choose_engine
build_library
publish_kernel
program=$(kernel)
cd "$here"
exec dotnet "$program" "$@"
