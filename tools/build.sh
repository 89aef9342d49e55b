# Building what a command uses, only when its sources changed since the last time.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=1

# One thread per core, unless the reader said otherwise.
threads() { export OMP_NUM_THREADS=${OMP_NUM_THREADS:-$(nproc)}; }

need_dotnet() {
    command -v dotnet > /dev/null || fail "the .NET 10 SDK is needed and not found: https://dotnet.microsoft.com/download (on Debian or Ubuntu: dotnet-sdk-10.0)"
    dotnet --version > /dev/null 2>&1 || fail "a .NET 10 SDK is needed; this machine has: $(dotnet --list-sdks | cut -d' ' -f1 | paste -sd' ')"
}

# A fingerprint of everything under these paths, and of the engine they are built with.
fingerprint() {
    {
        engine
        find "$@" -type f -print0 | sort -z | xargs -0 sha256sum
    } | sha256sum | cut -d' ' -f1
}

# Does the work named NAME when the fingerprint differs from the one it was last done with.
# usage: once NAME FINGERPRINT COMMAND…
once() {
    local name=$1 print=$2
    shift 2
    [[ -f $state/stamps/$name && $(< "$state/stamps/$name") == "$print" ]] && return 0
    "$@" || return 1
    mkdir -p "$state/stamps"
    echo "$print" > "$state/stamps/$name"
}

sources=(Directory.Build.props Directory.Build.targets Directory.Packages.props global.json)

# The library that notebooks use, and the kernel that runs them.
build_library() {
    need_dotnet
    [[ -f artifacts/bin/Workbook.Course/release/Workbook.Course.dll && -f $(kernel) ]] || rm -f "$state/stamps/library"
    once library "$(fingerprint lib kernel/src "${sources[@]}")" compile_library || fail "the library does not build; the lines above say where"
}

compile_library() {
    say "building the library ($(engine))"
    restored lib/Course && restored kernel/src/Program && quietly dotnet build lib/Course -v q && quietly dotnet build kernel/src/Program -v q
}

# Restores packages; where the feed lacks one, a sentence says what to do.
restored() {
    quietly dotnet restore "$1" -v q && return 0
    say "a package is not on the feed that this machine asks (dotnet nuget list source): add one that has TorchSharp $(property TorchSharpVersion) and the others, as nuget.org has: dotnet nuget add source ADDRESS"
    return 1
}

# The program of one command, at $tool.
# usage: build_tool NAME PROJECT WHAT ELSE IT IS MADE OF…
build_tool() {
    local name=$1 project=$2
    [[ -f $tool ]] || rm -f "$state/stamps/$name"
    once "$name" "$(fingerprint "${@:2}" "${sources[@]}")" quietly dotnet build "$project" -v q || fail "$project does not build; the lines above say where"
}

# Everything, tests included.
build_all() {
    need_dotnet
    say "building everything ($(engine))"
    restored Workbook.sln || fail "the packages could not be restored; the lines above say which"
    quietly dotnet build Workbook.sln -v q || fail "the solution does not build; the lines above say where"
}

# The kernel compiled ahead of time, so that the first cell answers at once; where that cannot be had, the plain build does.
publish_kernel() {
    once kernel "$(fingerprint kernel/src lib/Figures/web lib/Engine "${sources[@]}")" compile_kernel || rm -rf "$state/kernel"
}

compile_kernel() {
    say "compiling the kernel ahead of time"
    rm -rf "$state/kernel"
    quietly dotnet publish kernel/src/Program -v q --use-current-runtime --no-self-contained -p:PublishReadyToRun=true \
        --artifacts-path "$state/build" -o "$state/kernel" || { say "going on with the kernel as it is (slower first cell)"; return 1; }
}

# The kernel's program: compiled ahead of time where there is one and it is no older than the build.
kernel() {
    local built=artifacts/bin/Workbook.Kernel/release/workbook-kernel.dll ahead=$state/kernel/workbook-kernel.dll
    if [[ -f $ahead && ! $built -nt $ahead ]]; then echo "$ahead"; else echo "$root/$built"; fi
}

# The notebooks that NUMBERS or FILES name, one path a line; all of them when none is named.
notebooks() {
    (( $# )) || { compgen -G "$root/notebooks/*.ipynb" | sort || true; return; }
    local name found
    for name in "$@"; do
        if [[ $name =~ ^[0-9]{1,2}$ ]]; then
            found=$(printf 'notebooks/%02d-*.ipynb' "$((10#$name))")
            found=$(compgen -G "$found") || misused "there is no notebook $name; there are: $(compgen -G 'notebooks/*.ipynb' | paste -sd' ')"
            echo "$root/$found"
        else
            [[ $name == /* ]] || name=$here/$name
            [[ -f $name ]] || misused "there is no file $name"
            echo "$name"
        fi
    done
}

# Where the project keeps its own copy of the kernel's description for Jupyter.
kernel_spec() { compgen -G "$state/jupyter/kernels/*/kernel.json" | head -n 1; }

# Puts the kernel and the figures' front end into the project's own Jupyter folder.
install_kernel() {
    once jupyter "$(kernel) $(fingerprint kernel/src tools)" write_kernel || fail "the kernel could not be installed"
}

write_kernel() {
    quietly dotnet "$(kernel)" install --dir "$state/jupyter" --in-place || return 1
    [[ ! -x tools/install-frontend ]] || quietly tools/install-frontend "$state/jupyter"
}
