using Microsoft.AspNetCore.Http;

namespace Ivr.Tests.Caller;

/// <summary>One request as the <see cref="ScriptedServer"/> received it.</summary>
internal sealed record ReceivedWebhook(
    string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Form, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>
    /// Parameters that every webhook of a call has. <see cref="Line"/> leaves them out, because most tests do not check them.
    /// </summary>
    private static readonly string[] OfEveryCall =
    [
        "AccountSid", "ApiVersion", "CallSid", "Direction", "From", "To", "Caller", "Called",
        .. from party in (string[])["From", "To", "Caller", "Called"]
           from part in (string[])["City", "State", "Zip", "Country"]
           select party + part,
    ];

    /// <summary>
    /// The request as text, for example <c>POST /next CallStatus=in-progress Digits=123 FinishedOnKey=# msg=Gather End</c>.
    /// </summary>
    public string Line => string.Join(' ', [$"{Method} {PathAndQuery}", .. Own.Select(p => $"{p.Key}={p.Value}")]);

    private IEnumerable<KeyValuePair<string, string>> Own => Form.Where(p => !OfEveryCall.Contains(p.Key));

    public static async Task<ReceivedWebhook> ReadAsync(HttpRequest request)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync() : FormCollection.Empty;
        return new ReceivedWebhook(
            request.Method,
            $"{request.Path}{request.QueryString}",
            new SortedDictionary<string, string>(form.ToDictionary(p => p.Key, p => p.Value.ToString()), StringComparer.Ordinal),
            request.Headers.ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.OrdinalIgnoreCase));
    }
}
