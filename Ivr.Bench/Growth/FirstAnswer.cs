using System.Diagnostics;
using Ivr.Bench.Rounds;
using Ivr.Caller.Webhooks;

namespace Ivr.Bench.Growth;

/// <summary>Measures how long after its start a server answers a call.</summary>
internal static class FirstAnswer
{
    private const string Asks = "<Gather";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    /// <summary>
    /// Starts the server, calls it until it asks for the login, and stops it. The server must have been started on
    /// <paramref name="database"/> before. <paramref name="journal"/> is the folder of its emergency journal.
    /// </summary>
    /// <exception cref="BenchException">The server does not answer.</exception>
    public static async Task<StartFigures> MeasureAsync(Build build, string database, string journal, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        var watch = Stopwatch.StartNew();
        await using var site = Site.Launch(build, database, GrowthSettings.Iterations, journal);
        while (watch.Elapsed < Patience && !site.HasExited)
        {
            if (await AnswersAsync(http, new(site.Url, "/voice/incoming"), cancellationToken))
                return new(watch.Elapsed.TotalMilliseconds, site.ProcessorTime.TotalMilliseconds);
            await Task.Delay(Interval, cancellationToken);
        }

        throw new BenchException($"The server does not answer a call within {Patience.TotalSeconds} s.");
    }

    private static async Task<bool> AnswersAsync(HttpClient http, Uri url, CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CallSid"] = $"CA{Guid.NewGuid():N}",
            ["From"] = "+3225551234",
            ["To"] = "+3280035530",
            ["CallStatus"] = "ringing",
            ["Direction"] = "inbound",
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Twilio-Signature", new RequestSigner(Site.AuthToken).Sign(url, form));
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            return answer.IsSuccessStatusCode && (await answer.Content.ReadAsStringAsync(cancellationToken)).Contains(Asks, StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            // The server does not listen yet.
            return false;
        }
    }
}
