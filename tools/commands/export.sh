# export N --to cs|html|md [--out DIR]   write notebooks as C# programs, as web pages, or as Markdown
#
#   ./workbook export 01 --to cs           out/01-autoencoders.cs, which `dotnet run` executes: prose as comments, values as text
#   ./workbook export 01 --to html         a page with its figures; out/assets beside it is all it needs, no network
#   ./workbook export mine.ipynb --to md   Markdown as a code forge shows it, pictures as files beside it
# Numbers or files, as for run; all notebooks when none is named. Nothing is run: pages and Markdown show the outputs that the notebook
# was saved with (./workbook run makes new ones). What of a notebook a program cannot say becomes a comment there, and is told here.

names=() to='' out=$here/out
while (( $# )); do
    case $1 in
        --to) (( $# > 1 )) || misused "--to wants cs, html or md"; shift; to=$1 ;;
        --out) (( $# > 1 )) || misused "--out wants a folder"; shift; out=$1; [[ $out == /* ]] || out=$here/$out ;;
        -*) misused "export takes no '$1'" ;;
        *) names+=("$1") ;;
    esac
    shift
done
[[ $to == cs || $to == html || $to == md ]] || misused "--to wants cs, html or md${to:+, not '$to'}"
files=$(notebooks "${names[@]}")
mapfile -t files <<< "$files"
[[ -n ${files[0]} ]] || fail "there are no notebooks to export"

need_dotnet
choose_engine
[[ $to != html ]] || need_plotly || say "figures will show as pictures only until plotly.js can be fetched"
build_library
cd "$here"
exec dotnet "$(cd "$root" && kernel)" export "${files[@]}" --to "$to" --out "$out"
