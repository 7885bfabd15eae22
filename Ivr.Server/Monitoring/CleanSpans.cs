using System.Diagnostics;
using OpenTelemetry;

namespace Ivr.Server.Monitoring;

/// <summary>
/// Takes out of spans what must not leave the server: the query of a URL, in which the state of a call rides, whole URLs, and what an
/// exception says, which may quote what was keyed.
/// </summary>
internal sealed class CleanSpans : BaseProcessor<Activity>
{
    private static readonly string[] Telltales = ["url.query", "url.full", "http.url", "http.target"];

    // What is there already is not put in from the exception.
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = _ => true,
        ExceptionRecorder = static (Activity _, Exception _, ref TagList tags) =>
        {
            tags.Add("exception.message", "");
            tags.Add("exception.stacktrace", "");
        },
    };

    public CleanSpans() => ActivitySource.AddActivityListener(_listener);

    public override void OnEnd(Activity data)
    {
        foreach (var telltale in Telltales)
            data.SetTag(telltale, null);
    }

    protected override void Dispose(bool disposing)
    {
        _listener.Dispose();
        base.Dispose(disposing);
    }
}
