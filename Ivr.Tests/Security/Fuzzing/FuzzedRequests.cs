using System.Text;
using Ivr.Caller.Webhooks;
using Ivr.Tests.Host;

namespace Ivr.Tests.Security.Fuzzing;

/// <summary>
/// Unusual and malformed requests, by number: the same seed and number give the same request. <paramref name="callSid"/> is an existing
/// call, and <paramref name="states"/> are sealed states of that call.
/// </summary>
internal sealed class FuzzedRequests(int seed, Uri server, string callSid, IReadOnlyList<string> states)
{
    private const string FormType = "application/x-www-form-urlencoded";

    private static readonly string[] Paths = ["/voice/incoming", "/voice/answer", "/voice/fallback", "/voice/status"];
    private static readonly string[] OtherPaths =
        ["/health/live", "/health/serving", "/health/ready", "/", "/voice", "/voice/", "/voice/answer/", "/VOICE/ANSWER", "/voice/%61nswer", "//voice/answer", "/../voice", "/.env", "*"];
    private static readonly string[] Methods = ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "post", "X", "POST"];
    private static readonly string[] Types =
    [
        "", FormType, $"{FormType}; charset=utf-8", $"{FormType}; charset=utf-16", $"{FormType}; charset=x", $"{FormType};;", "multipart/form-data",
        "multipart/form-data; boundary=x", "multipart/form-data; boundary=" , "application/json", "text/xml", "x", "/", "a/b; c", "text/plain; charset=\"",
    ];

    private static readonly string[] Fields =
        ["Digits", "From", "ErrorUrl", "ErrorCode", "CallStatus", "FinishedOnKey", "AccountSid", "Direction", "msg", "callsid", "__RequestVerificationToken"];

    /// <summary>
    /// The bytes of a request, one per character. <c>IsWhole</c> means that the request is complete, so that the server knows its end.
    /// </summary>
    public (string Bytes, bool IsWhole) Make(int number)
    {
        var garbage = new Garbage(new Random(HashOf(number)));
        return garbage.Number(10) switch
        {
            < 5 => (Webhook(garbage, Form(garbage)), true),
            5 => (Webhook(garbage, Form(garbage), contentType: garbage.Pick(Types)), true),
            6 => (Request(garbage.Pick(Methods), garbage.Pick(OtherPaths) + Query(garbage), Headers(garbage), garbage.Bytes(200)), false),
            7 => (Webhook(garbage, garbage.Bytes(3000)), true),
            8 => (Request("POST", garbage.Pick(Paths) + Query(garbage), Headers(garbage), garbage.Bytes(20_000)), false),
            _ => (Broken(garbage), false),
        };
    }

    // A form like Twilio's, with a few unusual fields.
    private string Form(Garbage garbage)
    {
        SortedDictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            ["CallSid"] = garbage.Chance(8) ? garbage.Spoil(callSid) : callSid,
            ["To"] = garbage.Chance(8) ? garbage.Text() : TestData.FlandersLandline,
            ["From"] = Ivr.Caller.Calls.Phone.DefaultCaller,
            ["Digits"] = garbage.Chance(2) ? garbage.Digits(garbage.Number(14)) : garbage.Text(),
        };
        for (var i = garbage.Number(4); i > 0; i--)
            fields[garbage.Chance(3) ? garbage.Text() : garbage.Pick(Fields)] = garbage.Text();
        if (garbage.Chance(3))
            fields["ErrorUrl"] = garbage.Chance(3) ? garbage.Text() : $"{server}voice/answer?call={State(garbage)}";
        var form = string.Join('&', fields.Select(field => $"{Escape(field.Key)}={Escape(field.Value)}"));
        return garbage.Chance(10) ? garbage.Spoil(form) : form;
    }

    private string Webhook(Garbage garbage, string body, string contentType = FormType)
    {
        var path = garbage.Pick(Paths) + (garbage.Chance(4) ? Query(garbage) : $"?call={State(garbage)}");
        var signature = garbage.Chance(6) ? garbage.Text() : Sign(path, body);
        return Request("POST", path, $"X-Twilio-Signature: {Printable(signature)}\r\nContent-Type: {contentType}\r\n", body);
    }

    private string State(Garbage garbage) => garbage.Number(4) switch
    {
        0 => Escape(garbage.Text()),
        1 => Escape(garbage.Spoil(garbage.Pick(states))),
        _ => garbage.Pick(states),
    };

    private static string Query(Garbage garbage) => garbage.Number(6) switch
    {
        0 => "",
        1 => $"?{Printable(garbage.Text()).Replace(' ', '+')}",
        2 => $"?call={new string('A', garbage.Number(12_000))}",
        3 => "?" + string.Concat(Enumerable.Repeat("call=x&", garbage.Number(600))),
        4 => "?call=%ff%fe%00%zz%",
        _ => $"?{Escape(garbage.Text())}={Escape(garbage.Text())}&call={Escape(garbage.Text())}",
    };

    private static string Headers(Garbage garbage) => string.Concat(Enumerable.Range(0, garbage.Number(5)).Select(_ => garbage.Number(5) switch
    {
        0 => $"X-Twilio-Signature: {Printable(garbage.Text())}\r\n",
        1 => $"Content-Type: {garbage.Pick(Types)}\r\n",
        2 => $"Content-Encoding: {garbage.Pick(["gzip", "br", "x"])}\r\n",
        3 => $"X-{garbage.Number(1000)}: {Printable(garbage.Text())}\r\n",
        _ => $"Expect: {garbage.Pick(["100-continue", "x"])}\r\n",
    }));

    private string Broken(Garbage garbage) => garbage.Number(6) switch
    {
        0 => garbage.Bytes(2000),
        1 => garbage.Spoil(Webhook(garbage, Form(garbage))),
        2 => $"POST {garbage.Pick(Paths)} HTTP/{garbage.Number(9)}.{garbage.Number(9)}\r\nHost: x\r\n\r\n",
        3 => $"POST {garbage.Pick(Paths)} HTTP/1.1\r\nHost: x\r\nContent-Length: {Printable(garbage.Text())}\r\n\r\n",
        4 => $"POST {garbage.Pick(Paths)} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nX-Twilio-Signature: x\r\nContent-Type: {FormType}\r\n\r\n{garbage.Bytes(50)}",
        _ => $"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n{garbage.Bytes(200)}",
    };

    private string Request(string method, string target, string headers, string body) =>
        $"{method} {target} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n{headers}\r\n{body}";

    // Signs the fields that the server reads from the body, as far as the body is a form.
    private string Sign(string path, string body)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in body.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = field.Split('=', 2);
            fields[Unescape(parts[0])] = parts.Length == 2 ? Unescape(parts[1]) : "";
        }

        return Uri.TryCreate(server, path, out var url) ? new RequestSigner(TestServer.AuthToken).Sign(url, fields) : "";
    }

    private static string Escape(string text) => Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string Printable(string text) => string.Concat(text.Where(character => character is > ' ' and < '\u007f' or '\u00e9'));

    private int HashOf(int number) => unchecked(seed * 1_000_003 + number);
}
