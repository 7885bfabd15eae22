
namespace Ivr.Tests.Security.Signatures;

/// <summary>A request that Twilio could send; some are unlikely.</summary>
internal sealed record GeneratedRequest(string Token, string Url, Dictionary<string, string> Form)
{
    private const int Seed = 35530;

    private static readonly string[] Hosts =
        ["voice.example.be", "VOICE.Example.BE", "a.b-c.example", "10.0.0.7", "user:secret@voice.example.be", "xn--caf-dma.example"];

    private static readonly string[] Ports = ["", "", "", ":8443", ":5000", ":65535"];

    private static readonly string[] Paths =
        ["/voice/incoming", "/voice/fallback", "/Voice/Status", "/", "/voice/caf%C3%A9/", "/voice/a%20b/c+d", "/voice/it's/(1)"];

    private static readonly string[] Queries =
        [
            "", "", "?s=CfDJ8Nq_-4", "?foo=1&bar=2", "?empty=&flag", "?q=a+b%20c", "?q=%C3%A9%2B%26", "?next=https%3A%2F%2Fx.example%2F",
            "?q=%F0%9F%93%9E", "?a=1&a=2", "?x=~.-_!*'()",
        ];

    private static readonly string[] Names =
        [
            "CallSid", "callsid", "CALLSID", "From", "To", "Digits", "digits", "DIGITS", "FinishedOnKey", "msg", "SpeechResult", "FromCity",
            "Caller", "Called", "a b", "a+b", "é", "É", "Ｚ", "😀", "_", "-", "1", "10", "2",
        ];

    private static readonly string[] Values =
        [
            "", "", "+3280035530", "1234", "Gather End", "LIÈGE", "Saint-Gilles/Sint-Gillis", " leading and trailing ", "a=b&c=d", "100%",
            "%C3%A9", "é", "e\u0301", "😀📞", "line\r\nbreak", "\t", "\"quoted\" <xml> & more", "#", "*", "1,2", "0", "日本語",
        ];

    /// <summary>Returns the same requests in every run.</summary>
    internal static IEnumerable<GeneratedRequest> Take(int count)
    {
#pragma warning disable CA5394 // The values must be repeatable and are no secret.
        var random = new Random(Seed);
        string Any(string[] choices) => choices[random.Next(choices.Length)];

        for (var i = 0; i < count; i++)
        {
            var scheme = random.Next(4) == 0 ? "http" : "https";
            var form = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var fields = random.Next(16); fields > 0; fields--)
                form[Any(Names)] = Any(Values);
            yield return new($"token-{random.Next():x8}é", $"{scheme}://{Any(Hosts)}{Any(Ports)}{Any(Paths)}{Any(Queries)}", form);
        }
#pragma warning restore CA5394
    }

    /// <summary>Copies of the request, each with one change that was made after signing.</summary>
    internal IEnumerable<GeneratedRequest> Tampered()
    {
        yield return this with { Token = Token + "x" };
        yield return this with { Url = Url + (Url.Contains('?', StringComparison.Ordinal) ? "&x=1" : "?x=1") };
        yield return this with { Url = Url.Insert(Url.IndexOf("://", StringComparison.Ordinal) + 3, "1") };
        yield return this with { Form = With("Extra", "") };
        foreach (var name in Form.Keys)
        {
            yield return this with { Form = With(name, Form[name] + "1") };
            yield return this with { Form = Without(name) };
        }
    }

    private Dictionary<string, string> With(string name, string value) => new(Form, StringComparer.Ordinal) { [name] = value };

    private Dictionary<string, string> Without(string name) =>
        Form.Where(field => field.Key != name).ToDictionary(StringComparer.Ordinal);
}
