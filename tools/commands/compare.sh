# compare A.ipynb B.ipynb [--out DIR]   two notebooks, or two runs of one, on a page: the cells that differ side by side
#
#   ./workbook compare notebooks/13-the-variational-autoencoder.ipynb out/13-the-variational-autoencoder.ipynb
# Text line by line, outputs and pictures below; cells that are alike are counted. Numbers of cells and what every run makes up anew do not count.
# Exit code 0 when they are alike, 1 when they differ, 2 when one is no notebook or the command was typed wrongly.

files=() out=$here/out
while (( $# )); do
    case $1 in
        --out) (( $# > 1 )) || misused "--out wants a folder"; shift; out=$1 ;;
        -*) misused "compare takes no '$1'" ;;
        *) files+=("$1") ;;
    esac
    shift
done
(( ${#files[@]} == 2 )) || misused "compare wants two notebooks, got ${#files[@]}"

need_dotnet
choose_engine
build_library
cd "$here"
exec dotnet "$(cd "$root" && kernel)" compare "${files[@]}" --out "$out"
