# doctor                  say what this machine has, what is missing, and which command mends it

(( $# == 0 )) || misused "doctor takes no arguments"
ills=0
row() { printf '%-12s %s\n' "$1" "$2"; }
ill() { ills=$(( ills + 1 )); printf '%-12s %s\n%-12s → %s\n' "$1" "$2" '' "$3"; }

if sdk=$(dotnet --version 2>/dev/null); then row ".NET SDK" "$sdk"
else ill ".NET SDK" "no .NET 10 SDK" "install dotnet-sdk-10.0 (https://dotnet.microsoft.com/download)"; fi

if [[ -n ${TorchEngine:-} ]]; then row engine "$(engine) $(property TorchSharpVersion) (the variable TorchEngine says so)"
else row engine "$(engine) $(property TorchSharpVersion)"; fi
if [[ $(engine) == *cuda* ]] && ! nvidia-smi -L > /dev/null 2>&1; then
    ill engine "for a GPU, and there is none that answers: everything runs on the CPU" "unset TorchEngine, then ./workbook setup --again"
fi

packages=${NUGET_PACKAGES:-$HOME/.nuget/packages} version=$(property LibTorchVersion)
if [[ -n ${LIBTORCH:-} && ( -f $LIBTORCH/lib/libtorch_cpu.so || -f $LIBTORCH/libtorch_cpu.so ) ]]; then
    found=$(cat "$LIBTORCH/build-version" "$LIBTORCH/version.py" 2>/dev/null | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1 || true)
    if [[ -n $found && $found != "$version" ]]; then ill libtorch "the variable LIBTORCH names version $found; TorchSharp $(property TorchSharpVersion) needs $version" "unset LIBTORCH, or point it at libtorch $version"
    else row libtorch "${found:-version unknown} (the variable LIBTORCH names it)"; fi
elif [[ -n ${LIBTORCH:-} ]]; then ill libtorch "the variable LIBTORCH names a folder without libtorch_cpu.so" "unset LIBTORCH, or point it at a libtorch $version"
elif compgen -G "$packages/libtorch-c*/$version" > /dev/null; then row libtorch "$version (in the package cache)"
else row libtorch "$version comes from the package feed when something is built"; fi
row threads "$(nproc) cores; OMP_NUM_THREADS=${OMP_NUM_THREADS:-unset} (unset: the commands use every core)"

if gpu=$(nvidia-smi --query-gpu=name,memory.total --format=csv,noheader 2>/dev/null); then row GPU "$(paste -sd';' <<< "$gpu")"
else row GPU "none; everything runs on the CPU"; fi

if [[ -n $(jupyter_front_end) ]]; then row Jupyter "$(basename "$(jupyter_front_end)") $("$(jupyter_front_end)" --version 2>/dev/null)"
else ill Jupyter "not installed" "./workbook lab installs it (./workbook run needs none)"; fi
if [[ -f $(kernel_spec) ]]; then row kernel "installed in .workbook/jupyter"
else row kernel "not installed yet; ./workbook lab does it"; fi
[[ -f artifacts/bin/Workbook.Course/release/Workbook.Course.dll ]] && row library built || row library "not built yet; ./workbook run does it"

if browser=$(command -v chromium || command -v chromium-browser); then row browser "$("$browser" --version 2>/dev/null | head -n 1)"
else row browser "no Chromium: tests in the browser and ./workbook publish need it, and install it"; fi

plotly=$(find "$state" artifacts -name 'plotly*.min.js' -print -quit 2>/dev/null || true)
[[ -n $plotly ]] && row plotly.js "$(sed -n '1,5s/.*plotly.js v\([0-9.]*\).*/\1/p' "$plotly" | head -n 1) (local)" || row plotly.js "not fetched yet; ./workbook run does it"

for folder in ${WORKBOOK_DATA:+"$WORKBOOK_DATA"} data; do
    found=$(find "$folder" -mindepth 2 -maxdepth 2 -name '*.gz' -printf '%h\n' 2>/dev/null | sort -u | sed 's:.*/::' | paste -sd' ')
    row data "${found:-none} (in $folder)"
done

(( ills == 0 )) || exit 1
