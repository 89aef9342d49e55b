# publish [NUMBERS|FILES]   run notebooks and keep their outputs in the files you commit
#
# Figures get a static picture beside their JSON, so that they show on a code forge; what changes at every run goes.
# Refused, with the cell's number: an error, a path of this machine, more than 600 kB.

names=()
for argument in "$@"; do
    [[ $argument != -* ]] || misused "publish takes no '$argument'"
    names+=("$argument")
done
files=$(notebooks "${names[@]}")
mapfile -t files <<< "$files"
[[ -n ${files[0]} ]] || fail "there are no notebooks to publish"

need_dotnet
choose_engine
need_plotly || exit 1
need_browser || exit 1
build_library
tool=artifacts/bin/Publish/release/Workbook.Publish.dll
build_tool publish tools/Publish kernel/src/Notebooks lib/Figures lib/Display
threads
executed=$state/executed
mkdir -p "$executed"
dotnet "$(kernel)" notebook run "${files[@]}" --out "$executed" || exit 1
wrong=0
for file in "${files[@]}"; do
    dotnet "$tool" "$executed/$(basename "$file")" "$file" "$state/assets/plotly.min.js" || wrong=1
done
exit $wrong
