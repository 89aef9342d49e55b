# weights [NAME]           networks that were trained beforehand, for a figure at once; train one anew
#
#   ./workbook weights               which there are, and what they reached
#   ./workbook weights plane         trains it on MNIST (minutes) and puts its weights in the library
# In a notebook: using var vae = Pretrained.Plane.Load();

(( $# <= 1 )) || misused "weights takes one name"
need_dotnet
choose_engine
tool=artifacts/bin/Weights/release/Workbook.Weights.dll
build_tool weights tools/Weights lib
threads
exec dotnet "$tool" lib/Course/Pretrained "$@"
