using System.Diagnostics;
using OpenTelemetry;

namespace Ivr.Server.Telemetry;

/// <summary>Takes out of spans what must not leave the server: the query of a URL, in which the state of a call rides, and whole URLs.</summary>
internal sealed class CleanSpans : BaseProcessor<Activity>
{
    private static readonly string[] Telltales = ["url.query", "url.full", "http.url", "http.target"];

    public override void OnEnd(Activity data)
    {
        foreach (var telltale in Telltales)
            data.SetTag(telltale, null);
    }
}
