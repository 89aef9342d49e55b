# run [NUMBERS|FILES] [--smoke] [--out DIR]   run notebooks here in the terminal, no Jupyter needed
#
#   ./workbook run 01              notebook 01: executed notebook and HTML land in out/
#   ./workbook run 00 01 --smoke   two notebooks at the smallest scale that still shows the point
#   ./workbook run mine.ipynb      a notebook of your own
#   ./workbook run                 all of them
# Exit code 0 when every cell ran, 1 when one failed, 2 when the command was typed wrongly.

names=() smoke=() out=$here/out
while (( $# )); do
    case $1 in
        --smoke) smoke=(--smoke) ;;
        --out) (( $# > 1 )) || misused "--out wants a folder"; shift; out=$1; [[ $out == /* ]] || out=$here/$out ;;
        -*) misused "run takes no '$1'" ;;
        *) names+=("$1") ;;
    esac
    shift
done
files=$(notebooks "${names[@]}")
mapfile -t files <<< "$files"
[[ -n ${files[0]} ]] || fail "there are no notebooks to run"

need_dotnet
choose_engine
need_plotly || say "figures will show as pictures only until plotly.js can be fetched"
build_library
threads
exec dotnet "$(kernel)" notebook run "${files[@]}" "${smoke[@]}" --out "$out" --html
