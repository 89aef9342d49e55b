using TorchSharp.Serialization;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The parameters and persistent buffers themselves, not copies, by dotted name: parameters first.</summary>
            /// <remarks>A tensor that two modules share appears under each of its names.</remarks>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                string Key(string name) => string.IsNullOrEmpty(prefix) ? name : $"{prefix}.{name}";
                foreach (var (name, parameter) in named_parameters()) destination.TryAdd(Key(name), parameter);
                foreach (var (name, buffer) in named_buffers(include_nonpersistent: false)) destination.TryAdd(Key(name), buffer);
                foreach (var (name, child) in named_children()) child.state_dict(destination, Key(name));
                return destination;
            }

            /// <summary>Copies values into this module's parameters and buffers, by name.</summary>
            /// <param name="source">The values, as <see cref="state_dict"/> of a module of the same build gives them.</param>
            /// <param name="strict">Whether the names must agree exactly.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <returns>The names this module has and the source lacks, and the other way round.</returns>
            /// <exception cref="InvalidOperationException">The names differ and <paramref name="strict"/> holds.</exception>
            /// <exception cref="ArgumentException">A tensor has another shape than this module's.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var own = state_dict();
                bool Wanted(string key) => skip is null || !skip.Contains(key);
                var missing = own.Keys.Where(key => Wanted(key) && !source.ContainsKey(key)).ToList();
                var unexpected = source.Keys.Where(key => Wanted(key) && !own.ContainsKey(key)).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                    throw new InvalidOperationException($"The state dict does not fit this {GetName()}. {Listed("Missing", missing)}{Listed("Unexpected", unexpected)}".TrimEnd());

                var fitting = source.Where(pair => Wanted(pair.Key) && own.ContainsKey(pair.Key)).ToList();
                foreach (var (key, value) in fitting) RequireShape(key, own[key].shape, value.shape);
                using var frozen = no_grad();
                foreach (var (key, value) in fitting) own[key].copy_(value);
                return (missing, unexpected);
            }

            private static string Listed(string what, List<string> keys) => keys.Count == 0 ? "" : $"{what}: {string.Join(", ", keys)}. ";

            private static void RequireShape(string key, long[] expected, long[] got)
            {
                if (!expected.SequenceEqual(got))
                    throw new ArgumentException($"'{key}': expected shape ({string.Join(", ", expected)}), got ({string.Join(", ", got)}).");
            }

            /// <summary>Writes the state dict to a file, in the format TorchSharp reads and writes.</summary>
            /// <remarks>It is written aside and renamed, so that the file is never half there.</remarks>
            public Module save(string location, IList<string>? skip = null)
            {
                StateFile.Write(location, writer => save(writer, skip));
                return this;
            }

            /// <summary>Writes the state dict to a stream, which stays open.</summary>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            /// <summary>Writes the state dict.</summary>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes a state dict: the number of entries, then each name and tensor.</summary>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                var kept = sd.Where(pair => skip is null || !skip.Contains(pair.Key)).ToList();
                writer.Write7BitEncodedInt64(kept.Count);
                foreach (var (key, tensor) in kept)
                {
                    writer.Write(key);
                    tensor.Save(writer);
                }
            }

            /// <summary>Reads a file that <see cref="save(string, IList{string})"/> wrote into this module.</summary>
            /// <param name="location">The file.</param>
            /// <param name="strict">Whether its names must be exactly this module's.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <param name="loadedParameters">Receives each name in the file, and whether this module has it.</param>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="ArgumentException">The file is of another module: names, types or shapes differ.</exception>
            /// <exception cref="InvalidDataException">The file is truncated.</exception>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                StateFile.Read(location, reader => load(reader, strict, skip, loadedParameters));
                return this;
            }

            /// <summary>Reads a state dict from a stream, which stays open.</summary>
            public Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Reads a state dict.</summary>
            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                var own = state_dict();
                var count = reader.Read7BitEncodedInt64();
                if (strict && count != own.Count)
                    throw new ArgumentException($"Mismatched state dict sizes: this {GetName()} has {own.Count} entries, the file {count}.");
                for (var i = 0L; i < count; i++) LoadEntry(reader, own, strict, skip, loadedParameters);
                return this;
            }

            private void LoadEntry(BinaryReader reader, Dictionary<string, Tensor> own, bool strict, IList<string>? skip, Dictionary<string, bool>? loadedParameters)
            {
                var key = reader.ReadString();
                var found = own.TryGetValue(key, out var target);
                if (!found && strict)
                    throw new ArgumentException($"The file has an entry '{key}', which this {GetName()} lacks; it has {string.Join(", ", own.Keys)}.");
                if (found && (skip is null || !skip.Contains(key))) TensorFormat.ReadInto(reader, target!, key);
                else TensorFormat.Skip(reader);
                loadedParameters?.Add(key, found);
            }

            /// <summary>A new module with the values of a file.</summary>
            public static Module Create<T>(string path) where T : Module, new() => new T().load(path);
        }
    }
}
