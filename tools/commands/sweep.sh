# sweep RUN NAME=VALUES… [--on DATA] [--jobs N] [--slurm] [--out DIR]   train a grid of settings, each in a process of its own, and compare
#
#   ./workbook sweep VaeRun LatentSize=2,5,10,20 Seed=1..3 Epochs=2       twelve trainings; table, figures and CSV land in sweep/
#   ./workbook sweep AutoencoderRun HiddenSizes=[400],[500,300] LearningRate=1e-3,3e-3 --on mnist --jobs 4 --out out/widths
#   ./workbook sweep VaeRun Beta=1,2,4 Seed=1..5 --slurm --sbatch --partition=gpu --sbatch --time=1:00:00   as array jobs of Slurm
#   ./workbook sweep --list            every run that learns from images, what of it can be set, and the sets of images
#   --smoke                            at the smallest scale
#   --retries N                        how often a process that was killed is begun again (2); its training goes on from its last epoch
# A sweep that was stopped goes on where it was: give the same command again. Points that are done are not run again, those that failed are.
# Exit code 0 when every point was measured, 1 when one was not, 2 when the command was typed wrongly; then nothing has been run.

(( $# )) || misused "sweep wants a run: ./workbook sweep VaeRun LatentSize=2,20; --list names them"
given=() out=$here/sweep
while (( $# )); do
    case $1 in
        --list) given=(list); break ;;
        --out) (( $# > 1 )) || misused "--out wants a folder"; shift; out=$1; [[ $out == /* ]] || out=$here/$out ;;
        *) given+=("$1") ;;
    esac
    shift
done
need_dotnet
choose_engine
tool=artifacts/bin/Workbook.Sweeps/release/Workbook.Sweeps.dll
build_tool sweep classroom/Sweeps lib
[[ ${given[0]} != list ]] || exec dotnet "$tool" list
need_plotly || say "the figures of the page will not show until plotly.js can be fetched"
exec dotnet "$tool" "${given[@]}" --out "$out" --plotly "$state/assets/plotly.min.js"
