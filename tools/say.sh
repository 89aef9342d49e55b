# What the commands say, and how they stop. Progress goes to stderr, results to stdout.

say() { echo "workbook: $*" >&2; }

# Stops because something failed: one sentence, exit code 1.
fail() { say "$*"; exit 1; }

# Stops because the command was typed wrongly: one sentence, exit code 2.
misused() { say "$* (./workbook $command --help)"; exit 2; }

# Runs a command in silence; when it fails, shows the lines that say why.
quietly() {
    local log
    log=$(mktemp)
    if "$@" > "$log" 2>&1; then rm -f "$log"; return 0; fi
    { grep -E '(error|warning) [A-Z]+[0-9]+' "$log" || tail -n 20 "$log"; } | sed 's/ \[[^]]*proj\]$//' | sort -u | head -n 20 >&2
    rm -f "$log"
    return 1
}
