# The engine is TorchSharp: on the CPU, or on an NVIDIA GPU where the machine has one and the package feed the packages for it.

# The engine in force: the variable TorchEngine, else what set-up wrote, else the CPU's.
engine() {
    local choice=${TorchEngine:-}
    [[ -n $choice || ! -s .torch-engine ]] || choice=$(tr -d '[:space:]' < .torch-engine)
    [[ -n $choice && $choice != libtorch ]] || choice=TorchSharp-cpu      # libtorch: what clones of old wrote
    echo "$choice"
}

# Asks the feed once, where there is a GPU, and writes the answer down. `--again` asks anew.
choose_engine() {
    [[ -z ${TorchEngine:-} ]] || return 0
    [[ ${1:-} == --again || ! -s .torch-engine ]] || return 0
    rm -f .torch-engine
    nvidia-smi -L > /dev/null 2>&1 || return 0
    local choice=TorchSharp-cpu reason="there is a GPU, but the package feed has no TorchSharp-cuda-linux: training on the CPU (dotnet nuget add source … adds a feed that has it; then ./workbook setup --again)"
    if feed_has TorchSharp-cuda-linux; then choice=TorchSharp-cuda-linux reason="there is a GPU"; fi
    echo "$choice" > .torch-engine.partial
    mv .torch-engine.partial .torch-engine
    say "choosing $choice as the engine: $reason"
}

# Whether the feed has this package in TorchSharp's version: asked for it alone, without the gigabytes it depends on.
feed_has() {
    local version folder code=0
    version=$(property TorchSharpVersion)
    folder=$(mktemp -d)
    cat > "$folder/question.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageDownload Include="$1" Version="[$version]" /></ItemGroup>
</Project>
PROJECT
    timeout 120 dotnet restore "$folder/question.csproj" -v q > /dev/null 2>&1 || code=1
    rm -rf "$folder"
    return $code
}

# A property of Directory.Build.props, as written there.
property() { sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" Directory.Build.props; }
