# grade FOLDER [--out DIR] [--full] [--jobs N]   grade submitted notebooks by the course's checks, each where it can harm nobody
#
#   ./workbook grade submissions              a folder a student, or ada-01-autoencoders.ipynb; tables and pages land in grades/
#   ./workbook grade week1 --nbgrader         nbgrader's folders: submitted/STUDENT/ASSIGNMENT, executed notebooks to autograded/
#   ./workbook grade --release 01 --out DIR   a notebook for students, with nbgrader's metadata and no outputs
# --timeout 300, --cell-timeout 60   seconds for a submission, for a cell; --memory 3   gigabytes; --processes 32
# --jobs N   submissions at once (half the cores); --full   at the default scale, not the smallest that shows the point
# --again   also what has been graded and has not changed; --own-cells   cells of the course as the student changed them
# --course DIR   other notebooks than the course's own
# Exit code 0 when every submission was graded, 1 when one could not be, 2 when the command was typed wrongly. classroom/README.md says more.

arguments=("$@")
(( $# )) || misused "grade wants a folder of submissions"
for argument in "$@"; do
    case $argument in
        --out | --course | --release | --jobs | --timeout | --cell-timeout | --memory | --processes | --full | --again | --nbgrader | --own-cells) ;;
        -*) misused "grade takes no '$argument'" ;;
    esac
done
need_dotnet
choose_engine
[[ " $* " == *" --release "* ]] || need_sandbox || exit 1
build_library
tool=artifacts/bin/Workbook.Grading/release/Workbook.Grading.dll
build_tool grading classroom/Grading kernel/src/Notebooks
program=$(kernel)
cd "$here"
exec dotnet "$root/$tool" "${arguments[@]}" --root "$root" --kernel "$program"
