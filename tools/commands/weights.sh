# weights [NAME]           networks that were trained beforehand, for a figure at once; train one anew
#
#   ./workbook weights               which there are, and what they reached
#   ./workbook weights plane         trains it on MNIST (minutes) and puts its weights in the library
# In a notebook: using var vae = Pretrained.Plane.Load();

(( $# <= 1 )) || misused "weights takes one name"
need_dotnet
choose_engine
tool=artifacts/bin/Weights/release/Workbook.Weights.dll
[[ -f $tool ]] || rm -f "$state/stamps/weights"
once weights "$(fingerprint lib tools/Weights "${sources[@]}")" quietly dotnet build tools/Weights -v q || fail "the tool does not build; the lines above say where"
threads
exec dotnet "$tool" lib/Course/Pretrained "$@"
