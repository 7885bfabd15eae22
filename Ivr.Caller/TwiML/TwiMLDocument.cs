namespace Ivr.Caller.TwiML;

/// <summary>The content of <c>Response</c>.</summary>
/// <param name="Verbs">In the order of the document.</param>
internal sealed record TwiMLDocument(IReadOnlyList<Verb> Verbs)
{
    /// <summary>All words of the document, including nested ones, in order and joined by a space.</summary>
    public string Spoken => string.Join(' ', Verbs
        .SelectMany(IEnumerable<Verb> (verb) => verb is Gather gather ? gather.Prompts : [verb])
        .OfType<Say>()
        .Select(say => say.Text));
}
