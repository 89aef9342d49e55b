# lab [--port N] [--no-browser]   open the notebooks in Jupyter, with the C# kernel installed
#
# Installs Jupyter where it is missing and the kernel into a folder of this project's own (.workbook/jupyter), not into your home.

options=()
while (( $# )); do
    case $1 in
        --port) [[ ${2:-} =~ ^[0-9]+$ ]] || misused "--port wants a number"; options+=("--port=$2"); shift ;;
        --no-browser) options+=(--no-browser) ;;
        *) misused "lab takes no '$1'" ;;
    esac
    shift
done

need_dotnet
choose_engine
need_plotly || say "figures will show as pictures only until plotly.js can be fetched"
need_jupyter || exit 1
need_widgets || say "sliders and other widgets will show as text only until python3-ipywidgets can be installed"
build_library
publish_kernel
install_kernel
threads
export JUPYTER_PATH=$state/jupyter${JUPYTER_PATH:+:$JUPYTER_PATH}
export JUPYTER_CONFIG_PATH=$state/jupyter/etc${JUPYTER_CONFIG_PATH:+:$JUPYTER_CONFIG_PATH}
if (( EUID == 0 )); then options+=(--allow-root); fi
exec "$(jupyter_front_end)" --notebook-dir="$root/notebooks" "${options[@]}"
