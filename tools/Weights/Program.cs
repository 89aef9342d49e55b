using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using TorchSharp;
using Workbook.Course;
using Workbook.Data;
using Workbook.Display;

// usage: Workbook.Weights FOLDER                 what is there
//        Workbook.Weights FOLDER NAME            trains that network on MNIST, writes its weights and what it reached into the folder
JsonSerializerOptions format = new(JsonSerializerOptions.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
var list = Path.Combine(args[0], "weights.json");
List<PretrainedFacts> facts = File.Exists(list) ? JsonSerializer.Deserialize<List<PretrainedFacts>>(File.ReadAllText(list), format)! : [];
if (args is [_])
{
    foreach (var each in facts)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{each.Name,-10} {each.Network,-34} {each.Nats,6:F1} nats per held-out image of {each.Data}, {each.Bytes / 1e6:F1} MB"));
    return 0;
}
try
{
    switch (args[1])
    {
        case "codes": return Make(Pretrained.Codes);
        case "strokes": return Make(Pretrained.Strokes);
        case "plane": return Make(Pretrained.Plane);
        case "by-label": return Make(Pretrained.ByLabel);
        default:
            Console.Error.WriteLine($"workbook: there are no weights '{args[1]}'; there are codes, strokes, plane and by-label.");
            return 2;
    }
}
catch (MissingDataException missing)
{
    Console.Error.WriteLine($"workbook: {missing.Message}");
    return 1;
}

int Make<TRun, TModel>(Pretrained<TRun, TModel> network) where TModel : torch.nn.Module
{
    var digits = Mnist.Load(Compute.Device);
    var path = WholeFile.Write(Path.Combine(args[0], $"{network.Name}.dat"), file => network.Save(digits, file));
    using var kept = File.OpenRead(path);
    using var model = network.Load(kept);
    var bytes = File.ReadAllBytes(path);
    PretrainedFacts made = new(network.Name, model.GetName(), "MNIST", $"./workbook weights {network.Name}",
        Math.Round(network.HeldOut(model, digits), 2), Math.Round(network.HeldOut(model, Handwriting.Load(Compute.Device, train: 1, test: 500)), 2),
        bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    facts = [.. facts.Where(each => each.Name != made.Name).Append(made).OrderBy(each => each.Name, StringComparer.Ordinal)];
    WholeFile.Write(list, file => JsonSerializer.Serialize(file, facts, format));
    Console.WriteLine(made);
    return 0;
}
