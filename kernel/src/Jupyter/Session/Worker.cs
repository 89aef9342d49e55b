using System.Collections.Concurrent;

namespace Workbook.Kernel.Jupyter.Session;

/// <summary>One thread that answers requests in the order they came, each between a busy and an idle.</summary>
internal sealed class Worker : IDisposable
{
    private readonly BlockingCollection<(Request Request, Action<Request> Answer)> requests = [];
    private readonly Thread thread;
    private readonly Log log;
    private volatile bool abandoned;
    private volatile Request? answering;

    public Worker(string name, Log log)
    {
        this.log = log;
        thread = new Thread(Run, Guard.StackSize) { IsBackground = true, Name = name };
        thread.Start();
    }

    /// <summary>The request being answered, from before its busy is told until after its idle is.</summary>
    public Request? Answering => answering;

    /// <summary>Puts a request behind those already waiting.</summary>
    public void Add(Request request, Action<Request> answer)
    {
        if (!requests.IsAddingCompleted) requests.Add((request, answer));
    }

    /// <summary>Takes no more requests and waits, at most so long, for the one being answered.</summary>
    public void Stop(TimeSpan patience)
    {
        abandoned = true;
        requests.CompleteAdding();
        if (Thread.CurrentThread != thread) thread.Join(patience);
    }

    public void Dispose() => Stop(TimeSpan.FromSeconds(1));

    private void Run()
    {
        foreach (var (request, answer) in requests.GetConsumingEnumerable())
        {
            if (!abandoned) Answer(request, answer);
        }
    }

    private void Answer(Request request, Action<Request> answer)
    {
        answering = request;
        try
        {
            request.PublishState("busy");
            answer(request);
        }
        catch (Exception problem)      // no request may end the thread that answers the next one
        {
            log.Tell($"{request.Message.Type} failed: {problem}");
            request.Fail(new CellError(problem.GetType().Name, problem.Message, [$"The kernel itself failed at this request: {problem.Message}"]));
        }
        request.PublishState("idle");
        answering = null;
    }
}
