# test [--debian13|--devcontainer] [FILTER]   run every test, then check the formatting
#
#   ./workbook test               everything; the last line counts what passed, failed and was skipped
#   ./workbook test Models        one test project (tests/Models.Tests; Kernel is kernel/tests)
#   ./workbook test Kl_matches    the tests whose full name contains this
#   ./workbook test --debian13    JupyterLab 4, ipywidgets 8 and a newer libstdc++, from a Debian 13 root under .workbook/debian13
#   ./workbook test --devcontainer  the devcontainer's own steps, in a clean Debian 13 under .workbook/trixie
# Exit code 0 when nothing failed, 1 when something did.

filter='' debian13=
for argument in "$@"; do
    case $argument in
        --debian13) debian13=yes ;;
        --devcontainer) exec tests/devcontainer/run ;;
        -*) misused "test takes no '$argument'" ;;
        *) [[ -z $filter ]] || misused "test takes one filter"; filter=$argument ;;
    esac
done

need_dotnet
choose_engine
if [[ -n $debian13 ]]; then exec tests/debian13/run "$filter"; fi
need_plotly || say "tests of interactive figures will be skipped"
need_jupyter || say "tests of Jupyter will be skipped"
need_widgets || say "tests of widgets in the browser will be skipped"
need_browser || say "tests in the browser will be skipped"
need_retired || say "tests in .NET Interactive's program will be skipped"
need_sandbox || say "tests of grading will be skipped"
need_conformance || say "the conformance tests will be skipped"
need_slurm || say "tests of sweeps on Slurm will be skipped"
need_hub || say "tests of the hub will be skipped"
build_all
publish_kernel                            # what people run, and most of its tests start it
install_kernel                            # where a hub finds it
WORKBOOK_KERNEL=$(kernel)
export WORKBOOK_KERNEL
threads
export WORKBOOK_HISTORY=off               # what tests type is nobody's history

projects=()                               # Models for tests/Models.Tests/Models.Tests.csproj
for name in tests/*.Tests/*.Tests.csproj kernel/tests/*.Tests.csproj; do projects+=("$(basename "$name" .Tests.csproj)"); done
if [[ -n $filter && " ${projects[*]} " == *" $filter "* ]]; then projects=("$filter"); filter=''; fi
results=$state/results
rm -rf "$results"
mkdir -p "$results"

# Reads one number out of a results file: counters of the last run.
counter() { sed -n "s/.*<Counters.* $2=\"\([0-9]*\)\".*/\1/p" "$results/$1.trx" 2> /dev/null | grep . || echo 0; }

# Why tests of the last run were skipped, each reason once.
skips() {
    awk '/outcome="NotExecuted"/ { skipped = 1 } skipped && /<Message>/ { gsub(/^ *<Message>|<\/Message>.*$/, ""); print; skipped = 0 }' "$results/$1.trx" |
        sort | uniq -c | sed 's/^ *\([0-9]*\) /           \1 skipped: /'
}

# Runs test projects one after another and says how each went.
run_tests() {
    local name start code skipped
    for name in "$@"; do
        start=$SECONDS code=0
        dotnet test "artifacts/bin/$name.Tests/release/$name.Tests.dll" --nologo \
            --blame-hang-timeout 8m --blame-hang-dump-type none ${filter:+--filter "FullyQualifiedName~$filter"} \
            --logger "trx;LogFileName=$name.trx" --results-directory "$results" > "$results/$name.log" 2>&1 || code=$?
        if (( code )); then touch "$results/wrong"; cat "$results/$name.log"; fi
        skipped=$(( $(counter "$name" total) - $(counter "$name" executed) ))
        (( ! $(counter "$name" total) && ! code )) ||
            printf '%-10s %5d passed %3d failed %3d skipped %5d s\n' "$name" "$(counter "$name" passed)" "$(counter "$name" failed)" "$skipped" "$(( SECONDS - start ))"
        (( skipped == 0 )) || skips "$name"
    done
}

# Two lanes: the kernel's tests, which come to wait for one process at a time, and all others, the browser's at the end; then the
# notebooks, whose time is measured.
first=() second=() last=()
for name in "${projects[@]}"; do
    case $name in
        Kernel) first=(Kernel) ;;
        Notebooks) last=(Notebooks) ;;
        *) second+=("$name") ;;
    esac
done
[[ ${second[0]:-} != Browser ]] || second=("${second[@]:1}" Browser)
export GOMP_SPINCOUNT=${GOMP_SPINCOUNT:-0}         # two of all things run at once: a thread that waits leaves its core to the other
run_tests "${first[@]}" &
run_tests "${second[@]}"
wait
run_tests "${last[@]}"

passed=0 failed=0 skipped=0 wrong=0
[[ ! -e $results/wrong ]] || wrong=1
for name in "${projects[@]}"; do
    passed=$(( passed + $(counter "$name" passed) )) failed=$(( failed + $(counter "$name" failed) ))
    skipped=$(( skipped + $(counter "$name" total) - $(counter "$name" executed) ))
done

if [[ -z $filter && ${#projects[@]} -gt 1 ]]; then
    say "checking the formatting"          # what the compiler does not enforce as it builds
    quietly dotnet format whitespace . --folder --verify-no-changes --include lib/ kernel/ tests/ tools/ classroom/ || { wrong=1; echo "formatting: run dotnet format and look at what it changes"; }
fi
(( passed + failed + skipped )) || fail "no test matches '$filter'"
echo "$passed passed, $failed failed, $skipped skipped"
exit $wrong
