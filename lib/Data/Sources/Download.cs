using Workbook.Display;

namespace Workbook.Data;

/// <summary>Brings one file from the first mirror that has it: written aside, verified, then moved into place at once.</summary>
internal sealed class Download(Source source, SourceFile file, string path, TimeSpan patience)
{
    /// <summary>For how long a mirror that has begun to answer may pause.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private static readonly HttpClient Client = new() { Timeout = Timeout.InfiniteTimeSpan };

    private readonly string partial = $"{path}.{Environment.ProcessId}.partial";

    public void Run(CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, Stop.Token);
        var failures = new List<string>();
        var rejected = (string?)null;
        foreach (var mirror in source.Mirrors)
            try
            {
                BringAsync(new Uri(mirror, file.Name), stop.Token).GetAwaiter().GetResult();
                var found = Store.Hash(partial);
                if (found != file.Sha256) rejected = Store.SetAside(partial, path, file, found);
                else
                {
                    File.Move(partial, path, overwrite: true);
                    return;
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or TimeoutException)
            {
                failures.Add(failure.Message.Contains(mirror.Host) ? failure.Message.TrimEnd('.') : $"{mirror.Host}: {failure.Message.TrimEnd('.')}");
            }
            finally
            {
                if (File.Exists(partial)) File.Delete(partial);
            }
        throw rejected is not null ? new InvalidDataException(rejected) : new MissingDataException(
            $"{source.Title} is not on this machine and could not be downloaded ({string.Join("; ", failures)}): connect to the network, or put {file.Name} and its companions, named in data/README.md, into {source.Name}/ under $WORKBOOK_DATA or data/.");
    }

    private async Task BringAsync(Uri address, CancellationToken stop)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(stop);
        silence.CancelAfter(patience / source.Mirrors.Length);
        try
        {
            using var response = await Client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, silence.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode) throw new HttpRequestException($"answered {(int)response.StatusCode} {response.ReasonPhrase}");
            await using var body = await response.Content.ReadAsStreamAsync(silence.Token).ConfigureAwait(false);
            Directory.CreateDirectory(Path.GetDirectoryName(partial)!);
            await using var aside = File.Create(partial);
            await CopyAsync(body, aside, silence).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException("no answer in time");
        }
    }

    private async Task CopyAsync(Stream body, Stream aside, CancellationTokenSource silence)
    {
        var (received, twentieths) = (0L, 0L);
        var shown = Bar(twentieths).Show();
        var buffer = new byte[1 << 16];
        while (true)
        {
            silence.CancelAfter(Pause);
            var count = await body.ReadAsync(buffer, silence.Token).ConfigureAwait(false);
            if (count == 0) break;
            aside.Write(buffer, 0, count);
            received += count;
            if (received > file.Bytes) throw new IOException($"sent more than the {file.Bytes} bytes expected");
            if (20 * received / file.Bytes > twentieths) shown.Update(Bar(twentieths = 20 * received / file.Bytes));
        }
        if (received < file.Bytes) throw new IOException($"sent {received} bytes of {file.Bytes}");
    }

    private ProgressBar Bar(long twentieths) => new($"{source.Title}: {file.Name}", twentieths / 20.0);
}
