# doctor                  say what this machine has, what is missing, and which command mends it

(( $# == 0 )) || misused "doctor takes no arguments"
ills=0
row() { printf '%-12s %s\n' "$1" "$2"; }
ill() { ills=$(( ills + 1 )); printf '%-12s %s\n%-12s → %s\n' "$1" "$2" '' "$3"; }

if sdk=$(dotnet --version 2>/dev/null); then row ".NET SDK" "$sdk"
else ill ".NET SDK" "no .NET 10 SDK" "install dotnet-sdk-10.0 (https://dotnet.microsoft.com/download)"; fi

if [[ -n ${TorchEngine:-} ]]; then row engine "$(engine) (the variable TorchEngine says so)"
elif [[ -s .torch-engine ]]; then row engine "$(engine) (chosen by ./workbook setup)"
else row engine "libtorch (./workbook setup has not asked the package feed yet)"; fi

if [[ $(engine) == libtorch ]]; then
    if [[ -n ${LIBTORCH:-} && -d $LIBTORCH/lib ]]; then row libtorch "$(cat "$LIBTORCH/build-version" 2>/dev/null || echo version unknown) (the variable LIBTORCH names it)"
    elif [[ -n ${LIBTORCH:-} ]]; then ill libtorch "the variable LIBTORCH names a folder without lib/" "unset LIBTORCH, or point it at a libtorch"
    elif installed libtorch-dev; then row libtorch "$(dpkg-query -W -f '${Version}' libtorch-dev) (libtorch-dev)"
    else ill libtorch "not installed" "./workbook setup"; fi
    command -v g++ > /dev/null && row compiler "$(g++ --version | head -n 1)" || ill compiler "no g++" "./workbook setup"
    case $(blas) in
        OpenBLAS*) row BLAS "$(blas)" ;;
        "reference BLAS") ill BLAS "the reference BLAS: a training step takes about 30 times longer than with OpenBLAS" \
            "$(installed libopenblas0-pthread && echo "sudo update-alternatives --auto libblas.so.3-$(uname -m)-linux-gnu" || echo "sudo apt-get install libopenblas0-pthread")" ;;
        none) ill BLAS "none" "./workbook setup" ;;
        *) row BLAS "$(blas)" ;;
    esac
fi
row threads "$(nproc) cores; OPENBLAS_NUM_THREADS=${OPENBLAS_NUM_THREADS:-unset} OMP_NUM_THREADS=${OMP_NUM_THREADS:-unset} (unset: the commands use every core)"

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
