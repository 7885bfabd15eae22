namespace Ivr.Caller.Webhooks;

/// <summary>One request as Twilio would make it. A copy with something changed is a forgery.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Url">The public URL, the one that the signature covers.</param>
/// <param name="Form">The parameters; a GET carries them in its query.</param>
internal sealed record WebhookRequest(HttpMethod Method, Uri Url, IReadOnlyDictionary<string, string> Form)
{
    /// <summary>The signature to send instead of the right one: null signs properly, empty leaves the header out.</summary>
    public string? Signature { get; init; }

    /// <summary>I-Twilio-Idempotency-Token: the same on every delivery of the same webhook.</summary>
    public string IdempotencyToken { get; init; } = Guid.NewGuid().ToString();

    /// <summary>The same request with one parameter set to another value, or added.</summary>
    public WebhookRequest With(string name, string value) =>
        this with { Form = new SortedDictionary<string, string>(Form.ToDictionary(), StringComparer.Ordinal) { [name] = value } };

    /// <summary>The same request without one parameter.</summary>
    public WebhookRequest Without(string name) =>
        this with { Form = new SortedDictionary<string, string>(Form.Where(p => p.Key != name).ToDictionary(), StringComparer.Ordinal) };

    /// <summary>The same request to another URL.</summary>
    public WebhookRequest At(Uri url) => this with { Url = url };

    /// <summary>The same request with a signature of one's own.</summary>
    public WebhookRequest SignedWith(string signature) => this with { Signature = signature };

    /// <summary>The same request without a signature.</summary>
    public WebhookRequest WithoutSignature() => this with { Signature = "" };
}
