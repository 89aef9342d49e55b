# pack [--out DIR]         packages to install elsewhere: the kernel as a .NET tool, the library's assemblies for `#r "nuget: …"`
#
#   ./workbook pack                              into packages/
#   dotnet tool install --global Workbook.Kernel --add-source packages      then: workbook-kernel install
#   #i "nuget: /path/to/packages"                in a notebook, and below it: #r "nuget: Workbook.Course"
# Their version is that of Directory.Build.props, as in CHANGELOG.md. Symbols lie beside them (.snupkg).

out=$here/packages
while (( $# )); do
    case $1 in
        --out) (( $# > 1 )) || misused "--out wants a folder"; shift; out=$1; [[ $out == /* ]] || out=$here/$out ;;
        *) misused "pack takes no '$1'" ;;
    esac
    shift
done

need_dotnet
mkdir -p "$out"
aside=$(mktemp -d "$out/.packing-XXXXXX")               # one after the other would leave a mixture of versions where one fails
trap 'rm -rf "$aside"' EXIT
say "packing version $(property Version)"
for project in lib/*/ kernel/src/Program; do
    quietly dotnet pack "$project" -v q -p:Packing=true -p:TorchEngine=TorchSharp-cpu --artifacts-path "$state/packing" -o "$aside" || fail "$project could not be packed; the lines above say why"
done
mv "$aside"/* "$out/"
say "$out: $(find "$out" -name "*.$(property Version).nupkg" | wc -l) packages"
