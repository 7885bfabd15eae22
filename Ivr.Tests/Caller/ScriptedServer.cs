using System.Collections.Concurrent;
using System.Text;
using Ivr.Caller.Calls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.Caller;

/// <summary>A webhook server with responses set by the test. It exists only to test the phone.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = [];
    private readonly ConcurrentQueue<ReceivedWebhook> _received = [];
    private readonly WebApplication _app;

    private ScriptedServer(string address)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://{address}:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Url => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>All requests, oldest first.</summary>
    public IReadOnlyList<ReceivedWebhook> Received => [.. _received];

    /// <summary>All requests, one line each.</summary>
    public IEnumerable<string> Lines => Received.Select(received => received.Line);

    /// <summary>Starts a server whose voice URL responds with one document.</summary>
    public static async Task<ScriptedServer> StartAsync(string incoming, string address = "127.0.0.1")
    {
        var server = new ScriptedServer(address).On("/voice/incoming", incoming);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Sets the content of the Response element for a path.</summary>
    public ScriptedServer On(string path, string verbs) => OnRaw(path, $"<Response>{verbs}</Response>");

    /// <summary>Sets the whole response body for a path.</summary>
    public ScriptedServer OnRaw(string path, string body, string? contentType = "text/xml", int status = 200) =>
        On(path, context => WriteAsync(context, Encoding.UTF8.GetBytes(body), contentType, status));

    public ScriptedServer On(string path, RequestDelegate answer)
    {
        _answers[path] = answer;
        return this;
    }

    public static async Task WriteAsync(HttpContext context, byte[] body, string? contentType = "text/xml", int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(body);
    }

    /// <summary>Makes a phone for this server, with only a voice URL unless the test adds others.</summary>
    public Phone Phone(Func<PhoneOptions, PhoneOptions>? with = null)
    {
        var options = new PhoneOptions { VoiceUrl = new Uri(Url, "/voice/incoming"), AuthToken = "12345" };
        return new Phone(with?.Invoke(options) ?? options);
    }

    /// <summary>Dials this server with only a voice URL.</summary>
    public Task<PhoneCall> DialAsync() => Phone().DialAsync("+3280035530");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        _received.Enqueue(await Caller.ReceivedWebhook.ReadAsync(context.Request));
        if (_answers.TryGetValue(context.Request.Path, out var answer)) await answer(context);
        else context.Response.StatusCode = 404;
    }
}
