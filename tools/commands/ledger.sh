# ledger [NAME] [--record]   published figures and ours beside them; measure one anew
#
#   ./workbook ledger                     every row, and what was measured
#   ./workbook ledger pca                 one row, measured now (minutes to hours; each says its length first)
#   ./workbook ledger pca --record        and written to ledger/
# Exit code 0 when the target is reached, 1 when it is missed or the data are not here.

(( $# <= 2 )) || misused "ledger takes one name and --record"
need_dotnet
choose_engine
tool=artifacts/bin/Ledger/release/Workbook.Ledger.dll
build_tool ledger tools/Ledger lib
threads
exec dotnet "$tool" "$root" "$@"
