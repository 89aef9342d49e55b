using System.Net;
using System.Net.Sockets;

namespace Workbook.Data.Tests;

/// <summary>A web server on this machine that answers as a test tells it to.</summary>
internal sealed class Mirror : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Action<HttpListenerContext> answer;

    public Mirror(Action<HttpListenerContext> answer)
    {
        this.answer = answer;
        Address = new($"http://127.0.0.1:{FreePort()}/files/");
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        Task.Run(Serve);
    }

    public static Mirror Of(byte[] body) => new(context => context.Response.Close(body, willBlock: true));

    public static Mirror Saying(HttpStatusCode status) => new(context =>
    {
        context.Response.StatusCode = (int)status;
        context.Response.Close();
    });

    public Uri Address { get; }

    public int Requests { get; private set; }

    public void Dispose() => listener.Abort();

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            var context = await listener.GetContextAsync();
            Requests++;
            answer(context);
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
