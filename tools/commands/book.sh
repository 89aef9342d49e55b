# book [--out DIR]         all notebooks as a book of pages: contents, search, figures that answer the mouse; needs no network
#
#   ./workbook book              book/index.html, to open in a browser or to lay on any web server
# Nothing is run: the pages show the outputs that the notebooks were saved with.

out=$here/book
while (( $# )); do
    case $1 in
        --out) (( $# > 1 )) || misused "--out wants a folder"; shift; out=$1; [[ $out == /* ]] || out=$here/$out ;;
        *) misused "book takes no '$1'" ;;
    esac
    shift
done
# The old book goes when the new one is whole; nothing else is ever taken away.
if [[ -e $out && ! -f $out/assets/sections.js && ( ! -d $out || -n $(ls -A "$out") ) ]]; then fail "$out has something else in it: name a folder that is empty, or not there yet"; fi
mapfile -t files <<< "$(notebooks)"

need_dotnet
choose_engine
need_plotly || fail "the figures need plotly.js and the search needs MiniSearch, which come by way of npm"
build_library
tool=artifacts/bin/Workbook.Book/release/Workbook.Book.dll
build_tool book classroom/Book kernel/src/Notebooks
mkdir -p "$(dirname "$out")"
aside=$(mktemp -d "$out.XXXXXX")                        # a book that is being read stays whole until the new one is
trap 'rm -rf "$aside"' EXIT
quietly dotnet "$(kernel)" export "${files[@]}" --to html --out "$aside" || fail "the pages could not be written; the lines above say why"
dotnet "$tool" "$aside" notebooks/notation.md "$state/assets/minisearch.js" "${files[@]}" > /dev/null || exit 1
chmod 755 "$aside"
rm -rf "$out"
mv "$aside" "$out"
say "$out/index.html: ${#files[@]} chapters"
