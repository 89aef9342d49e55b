# coverage [--open | --index]   print topic → notebook cell → library type → test, and fail on a hole
#
# Topics of notebooks that are not written yet are counted as open; --open lists them one by one.
# --index writes lib/Models/README.md anew: every model with its paper, notebook and test.

(( $# == 0 )) || [[ $# == 1 && ( $1 == --open || $1 == --index ) ]] || misused "coverage takes only --open or --index"
need_dotnet
tool=artifacts/bin/Coverage/release/Workbook.Coverage.dll
build_tool coverage tools/Coverage kernel/src/Notebooks
exec dotnet "$tool" "$root" "$@"
