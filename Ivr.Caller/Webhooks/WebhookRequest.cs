namespace Ivr.Caller.Webhooks;

/// <summary>One request as Twilio would make it. A copy with a change is a forged request.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Url">The public URL, which the signature covers.</param>
/// <param name="Form">The parameters. A GET sends them in its query.</param>
internal sealed record WebhookRequest(HttpMethod Method, Uri Url, IReadOnlyDictionary<string, string> Form)
{
    /// <summary>The signature to send instead of the right one. Null sends the right signature. An empty text omits the header.</summary>
    public string? Signature { get; init; }

    /// <summary>I-Twilio-Idempotency-Token: the same in every delivery of the same webhook.</summary>
    public string IdempotencyToken { get; init; } = Guid.NewGuid().ToString();

    /// <summary>Returns the same request with one parameter set to another value, or added.</summary>
    public WebhookRequest With(string name, string value) =>
        this with { Form = new SortedDictionary<string, string>(Form.ToDictionary(), StringComparer.Ordinal) { [name] = value } };

    public WebhookRequest Without(string name) =>
        this with { Form = new SortedDictionary<string, string>(Form.Where(p => p.Key != name).ToDictionary(), StringComparer.Ordinal) };

    public WebhookRequest At(Uri url) => this with { Url = url };

    /// <summary>Returns the same request with the given signature instead of the right one.</summary>
    public WebhookRequest SignedWith(string signature) => this with { Signature = signature };

    public WebhookRequest WithoutSignature() => this with { Signature = "" };
}
