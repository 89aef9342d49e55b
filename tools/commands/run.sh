# run [NUMBERS|FILES] [--smoke] [-p NAME=VALUE] [--out DIR]   run notebooks here in the terminal, no Jupyter needed
#
#   ./workbook run 01              notebook 01: executed notebook and HTML land in out/
#   ./workbook run 00 01 --smoke   two notebooks at the smallest scale that still shows the point
#   ./workbook run 13 -p LatentSize=2 -p Epochs=1   other values for what the cell tagged "parameters" declares; the executed notebook shows them
#   ./workbook run mine.ipynb      a notebook of your own
#   ./workbook run                 all of them
# Exit code 0 when every cell ran, 1 when one failed, 2 when the command was typed wrongly.

names=() smoke=() given=() out=$here/out
while (( $# )); do
    case $1 in
        --smoke) smoke=(--smoke) ;;
        -p) (( $# > 1 )) || misused "-p wants a name and a value: -p Epochs=1"; given+=(-p "$2"); shift ;;
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
exec dotnet "$(kernel)" notebook run "${files[@]}" "${smoke[@]}" "${given[@]}" --out "$out" --html
