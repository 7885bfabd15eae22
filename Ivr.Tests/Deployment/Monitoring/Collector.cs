using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ivr.Tests.Deployment.Monitoring;

/// <summary>Fake of an OpenTelemetry collector: it receives protobuf over HTTP and lets a test read it.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, string? Type, byte[] Body)> _received = new();
    private readonly WebApplication _app;

    private Collector(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    /// <summary>All data sent to a path, as text: names and values in protobuf are UTF-8.</summary>
    public string At(string path) => string.Concat(
        _received.Where(received => received.Path == path).Select(received => Encoding.UTF8.GetString(received.Body)));

    public IReadOnlyList<ReceivedSpan> Spans => [.. Messages("/v1/traces").SelectMany(ReceivedSpan.Of)];

    /// <summary>All received points of metrics.</summary>
    public IReadOnlyList<ReceivedPoint> Points => [.. Messages("/v1/metrics").SelectMany(ReceivedPoint.Of)];

    /// <summary>The content types of the received requests.</summary>
    public IEnumerable<string?> Types => _received.Select(received => received.Type).Distinct();

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var collector = new Collector(app);
        app.MapPost("/v1/{signal}", collector.TakeAsync);
        await app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IEnumerable<Message> Messages(string path) => _received.Where(received => received.Path == path).Select(received => new Message(received.Body));

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        _received.Enqueue((request.Path.Value!, request.ContentType, body.ToArray()));
        return Results.Bytes([], "application/x-protobuf");
    }
}
