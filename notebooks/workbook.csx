// What every notebook begins with: the library, and the names it is written in.
// If the next line finds no file, the library is not built yet: run ./workbook setup in a terminal, then restart the kernel.
#r "../artifacts/bin/Workbook.Course/release/Workbook.Course.dll"
#r "../artifacts/bin/Workbook.Course/release/TorchSharp.dll"
#r "../artifacts/bin/Workbook.Course/release/Plotly.NET.dll"
#r "../artifacts/bin/Workbook.Course/release/Plotly.NET.CSharp.dll"

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using Workbook.Course;
using Workbook.Data;
using Workbook.Display;
using Workbook.Evaluation;
using Workbook.Figures;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Figure = Workbook.Figures.Figure;         // also where a cell says `using Plotly.NET;`, which has one of its own

Workbook.Engine.Natives.Load();   // libtorch, from the package cache, before the first tensor
