# Which engine stands under the torch dialect: our own door to libtorch, or TorchSharp where the package feed has it.

# The engine in force: the variable TorchEngine, else what set-up wrote, else libtorch.
engine() {
    if [[ -n ${TorchEngine:-} ]]; then echo "$TorchEngine"
    elif [[ -s .torch-engine ]]; then tr -d '[:space:]' < .torch-engine
    else echo libtorch
    fi
}

# Asks the feed once and writes the answer down. `--again` asks anew.
choose_engine() {
    [[ -n ${TorchEngine:-} ]] && return 0
    [[ -s .torch-engine && ${1:-} != --again ]] && return 0
    local choice=libtorch reason
    reason=$(ask_feed)
    if [[ $reason == "the package feed has TorchSharp" ]]; then
        choice=TorchSharp-cpu
        if nvidia-smi -L > /dev/null 2>&1; then choice=TorchSharp-cuda-linux; fi
    fi
    echo "$choice" > .torch-engine.partial
    mv .torch-engine.partial .torch-engine
    say "choosing $choice as the torch engine: $reason"
}

# What the feed answers to a restore of the two small packages alone, without the gigabytes they depend on.
ask_feed() {
    local version folder answer="the package feed did not answer"
    version=$(sed -n 's:.*<TorchSharpVersion>\(.*\)</TorchSharpVersion>.*:\1:p' Directory.Build.props)
    folder=$(mktemp -d)
    cat > "$folder/question.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup>
    <PackageDownload Include="TorchSharp" Version="[$version]" />
    <PackageDownload Include="TorchSharp-cpu" Version="[$version]" />
  </ItemGroup>
</Project>
PROJECT
    if timeout 60 dotnet restore "$folder/question.csproj" -v q > "$folder/answer" 2>&1; then
        answer="the package feed has TorchSharp"
    elif grep -qE 'NU110[123]' "$folder/answer"; then
        answer="the package feed has no TorchSharp"
    fi
    rm -rf "$folder"
    echo "$answer"
}
