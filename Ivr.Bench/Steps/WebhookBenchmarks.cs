using BenchmarkDotNet.Attributes;
using Ivr.Caller.Webhooks;
using Ivr.Server.Voice.Settings;
using Ivr.Server.Voice.State;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Bench.Steps;

/// <summary>
/// Measures the same webhook as a whole, from the request to the last byte of the response, without sockets and without the database.
/// </summary>
public class WebhookBenchmarks
{
    private readonly HttpClient _client = HostedServer.Present.CreateClient();
    private readonly Uri _url;
    private readonly string _signature;
    private readonly byte[] _body;

    /// <summary>Prepares the request.</summary>
    public WebhookBenchmarks()
    {
        var services = HostedServer.Present.Services;
        var call = SampleCall.AtHours(services.GetRequiredService<Lines>().Dialled(SampleCall.Dialled)!);
        _url = new(_client.BaseAddress!, $"/voice/answer?call={services.GetRequiredService<CallSeal>().Seal(call, SampleCall.Tally, SampleCall.CallSid)}");
        _signature = new RequestSigner(HostedServer.AuthToken).Sign(_url, SampleCall.Form);
        using var form = new FormUrlEncodedContent(SampleCall.Form);
        _body = form.ReadAsByteArrayAsync().GetAwaiter().GetResult();
    }

    /// <summary>Sends the request and reads the response.</summary>
    [Benchmark(Description = "whole webhook, in process")]
    public async Task<int> Webhook()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = new ByteArrayContent(_body) };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.Add("X-Twilio-Signature", _signature);
        using var answer = await _client.SendAsync(request);
        var document = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        return document.Length;
    }
}
