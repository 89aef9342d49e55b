# What the commands need from the system, and how it is installed where it is missing.

# True when a Debian package is installed.
installed() { [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

# Installs the packages that are missing; one sentence says which, one says what to do when that fails.
packages() {
    local missing=() package
    for package in "$@"; do installed "$package" || missing+=("$package"); done
    (( ${#missing[@]} )) || return 0
    local become=()
    if (( EUID != 0 )); then become=(sudo); fi
    local by_hand="sudo apt-get install ${missing[*]}"
    if ! command -v apt-get > /dev/null || { (( EUID != 0 )) && ! command -v sudo > /dev/null; }; then
        say "needed and not found: ${missing[*]}. On Debian or Ubuntu: $by_hand"
        return 1
    fi
    say "installing ${missing[*]} (apt)"
    known "${missing[@]}" || quietly "${become[@]}" apt-get update -q || true
    local install=("${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}")
    quietly "${install[@]}" && return 0
    # An old package list names files that the mirror no longer has: refresh it once.
    quietly "${become[@]}" apt-get update -q && quietly "${install[@]}" && return 0
    say "apt could not install ${missing[*]}. Mend the connection and run: $by_hand"
    return 1
}

# True when apt's lists offer every one of these packages.
known() {
    local package
    for package in "$@"; do
        apt-cache policy "$package" 2>/dev/null | grep 'Candidate: [0-9]' > /dev/null || return 1
    done
}

# Jupyter with a browser front end, what its pages need to show widgets, and the library that speaks its wire.
need_jupyter() {
    ldconfig -p | grep 'libzmq\.so\.5' > /dev/null || packages libzmq5 || return 1
    local lab=python3-jupyterlab-widgets classic=python3-widgetsnbextension
    case $(jupyter_front_end) in                                # a Jupyter of the reader's own brings its own widgets
        '') if known jupyterlab; then packages jupyterlab $lab jupyter-client; else packages jupyter-notebook $classic jupyter-client; fi ;;
        /usr/bin/jupyter-lab) packages $lab || say "widgets will show as text" ;;
        /usr/bin/jupyter-notebook) packages $classic || say "widgets will show as text" ;;
    esac
}

# The page's half of the widgets: sliders and other controls.
need_widgets() { packages python3-ipywidgets; }

# The command that opens Jupyter: JupyterLab where there is one, else the classic notebook.
jupyter_front_end() { command -v jupyter-lab || command -v jupyter-notebook || true; }

# A browser to look at figures and notebooks with.
need_browser() { command -v chromium > /dev/null || command -v chromium-browser > /dev/null || packages chromium; }

# What keeps submitted notebooks apart from this machine and from each other.
need_sandbox() { command -v bwrap > /dev/null || packages bubblewrap; }

# What the tests of the Jupyter side use: the official conformance suite, and nbclient as a second opinion.
need_conformance() { packages python3-jupyter-kernel-test python3-nbclient; }

# .NET Interactive's own program, retired but still on the package feed: the notebooks are tried in it too.
need_retired() {
    [[ ! -x $state/retired/dotnet-interactive ]] || return 0
    say "fetching .NET Interactive's program"
    quietly dotnet tool install Microsoft.dotnet-interactive --version 1.0.712001 --tool-path "$state/retired"
}

# JupyterHub, for the tests of a class on one server; the proxy before it runs on node.
need_hub() { packages jupyterhub; }

# Slurm, for the tests of sweeps that outgrow one machine.
need_slurm() { packages slurm-wlm munge; }

# plotly.js and MathJax, pinned and local, by way of npm.
need_plotly() {
    [[ -f $state/assets/plotly.min.js && -f $state/assets/mathjax.js ]] || command -v npm > /dev/null || packages npm || return 1
    tools/fetch-assets
}
