using System.Xml;
using System.Xml.Linq;
using Ivr.Caller.Hearing;
using Ivr.Caller.Webhooks;

namespace Ivr.Caller.BrowserPhone;

/// <summary>A webhook and its response, as the page shows them.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Url">The public URL.</param>
internal sealed record WebhookView(string Method, string Url)
{
    /// <summary>The parameters that are not empty. Digits are masked.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Form { get; init; }

    /// <summary>The HTTP status; null when no response came.</summary>
    public required int? Status { get; init; }

    /// <summary>The time from the request to the last byte of its response.</summary>
    public required double Milliseconds { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The response body, indented when it is XML.</summary>
    public required string Body { get; init; }

    /// <summary>The state that the response header names; null when the header is missing.</summary>
    public required string? State { get; init; }

    /// <summary>The keys that are possible now; null when the header is missing.</summary>
    public required IReadOnlyList<string>? Keys { get; init; }

    /// <summary>The transport failure; null when there is none.</summary>
    public required string? Failure { get; init; }

    public static WebhookView Of(Exchange exchange, string stateHeader, string keysHeader) =>
        new(exchange.Request.Method.Method, exchange.Request.Url.AbsoluteUri)
        {
            Form =
            [
                .. exchange.Request.Form.Where(parameter => parameter.Value.Length > 0)
                    .Select(parameter => KeyValuePair.Create(parameter.Key, KeyMask.Of(parameter.Key, parameter.Value, show: false))),
            ],
            Status = (int?)exchange.Status,
            Milliseconds = exchange.Latency.TotalMilliseconds,
            Headers = [.. exchange.Headers],
            Body = Indented(exchange.Body),
            State = exchange.Headers.GetValueOrDefault(stateHeader),
            Keys = exchange.Headers.GetValueOrDefault(keysHeader)?.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Failure = exchange.Failure?.ToString(),
        };

    private static string Indented(string body)
    {
        try
        {
            using var text = new StringReader(body);
            using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return XDocument.Load(reader).ToString();
        }
        catch (XmlException)
        {
            return body;
        }
    }
}
