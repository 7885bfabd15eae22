namespace Ivr.Caller.TwiML;

/// <summary>What stands inside <c>Response</c>.</summary>
/// <param name="Verbs">In the order of the document.</param>
internal sealed record TwiMLDocument(IReadOnlyList<Verb> Verbs)
{
    /// <summary>All words of the document, nested ones too, in order and joined by a space.</summary>
    public string Spoken => string.Join(' ', Verbs
        .SelectMany(IEnumerable<Verb> (verb) => verb is Gather gather ? gather.Prompts : [verb])
        .OfType<Say>()
        .Select(say => say.Text));
}
