# coverage [--open]       print topic → notebook cell → library type → test, and fail on a hole
#
# Topics of notebooks that are not written yet are counted as open; --open lists them one by one.

(( $# == 0 )) || [[ $# == 1 && $1 == --open ]] || misused "coverage takes only --open"
need_dotnet
tool=artifacts/bin/Coverage/release/Workbook.Coverage.dll
[[ -f $tool ]] || rm -f "$state/stamps/coverage"
once coverage "$(fingerprint tools/Coverage kernel/src/Notebooks "${sources[@]}")" quietly dotnet build tools/Coverage -v q || fail "the coverage tool does not build; the lines above say where"
exec dotnet "$tool" "$root" "$@"
