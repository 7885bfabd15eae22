using System.Net;
using Ivr.Caller.Scripts.Model;
using Ivr.Caller.TwiML;

namespace Ivr.Caller.Scripts.Running;

/// <summary>
/// A network path to the server that can lose the next webhook, or deliver it twice. The handler behind it is not disposed of, because
/// other runs share it.
/// </summary>
internal sealed class LossyNetwork(HttpMessageHandler inner) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _inner = new(inner, disposeHandler: false);

    /// <summary>What is lost of the next webhook; null when nothing is.</summary>
    public Loss? Next { get; set; }

    /// <summary>The number of webhooks lost so far.</summary>
    public int Lost { get; private set; }

    /// <summary>Whether the next webhook is delivered twice, at the same time.</summary>
    public bool NextTwice { get; set; }

    /// <summary>The words of both responses to a webhook that was delivered twice, when they differ; null when they are the same.</summary>
    public (string First, string Second)? Unlike { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Next is { } loss)
            return await LoseAsync(loss, request, cancellationToken);
        return NextTwice ? await SendTwiceAsync(request, cancellationToken) : await _inner.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }

    private async Task<HttpResponseMessage> LoseAsync(Loss loss, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Next = null;
        Lost++;
        if (loss == Loss.Answer)
            (await _inner.SendAsync(request, cancellationToken)).Dispose();
        return new(HttpStatusCode.BadGateway);
    }

    private async Task<HttpResponseMessage> SendTwiceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        NextTwice = false;
        using var copy = await CopyAsync(request, cancellationToken);
        var answers = await Task.WhenAll(_inner.SendAsync(request, cancellationToken), _inner.SendAsync(copy, cancellationToken));
        using var second = answers[1];
        var words = (await WordsAsync(answers[0], cancellationToken), await WordsAsync(second, cancellationToken));
        Unlike = words.Item1 == words.Item2 ? null : words;
        return answers[0];
    }

    private static async Task<HttpRequestMessage> CopyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var (name, values) in request.Headers)
            copy.Headers.TryAddWithoutValidation(name, values);
        if (request.Content is { } form)
        {
            copy.Content = new ByteArrayContent(await form.ReadAsByteArrayAsync(cancellationToken));
            copy.Content.Headers.ContentType = form.Headers.ContentType;
        }

        return copy;
    }

    private static async Task<string> WordsAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        try
        {
            return answer.IsSuccessStatusCode
                ? TwiMLContent.Read(answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsByteArrayAsync(cancellationToken)).Spoken
                : $"{(int)answer.StatusCode}";
        }
        catch (TwiMLException fault)
        {
            return fault.Message;
        }
    }
}
