using System.Diagnostics;
using OpenTelemetry;

namespace Ivr.Server.Monitoring;

/// <summary>
/// Removes data from spans that must not leave the server: the query of a URL (it contains the state of a call), whole URLs, and exception
/// messages (they may quote keyed digits).
/// </summary>
internal sealed class CleanSpans : BaseProcessor<Activity>
{
    private static readonly string[] Telltales = ["url.query", "url.full", "http.url", "http.target"];

    // Existing tags are not overwritten with the values of the exception, so these empty values replace message and stack trace.
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
