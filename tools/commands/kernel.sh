# kernel install|uninstall [ARGUMENTS]   put the C# kernel where any Jupyter of yours finds it, or take it away
#
#   ./workbook kernel install            into your own Jupyter folder
#   ./workbook kernel install --dir DIR  into another one
#   ./workbook kernel uninstall          take it away again

(( $# )) || misused "kernel wants install or uninstall"
[[ $1 == install || $1 == uninstall ]] || misused "kernel does not know '$1'"
need_dotnet
choose_engine
build_library
publish_kernel
exec dotnet "$(kernel)" "$@"
