using Ivr.StateMachine;

namespace Ivr.Server.Words;

/// <summary>One sentence or more in all four languages, side by side, so that none can be forgotten.</summary>
/// <remarks>A <c>{name}</c> in the words is filled in by <c>With</c>.</remarks>
internal sealed record Wording(string Nl, string Fr, string De, string En)
{
    /// <summary>The words in a language.</summary>
    public string In(Language language) => language switch
    {
        Language.Nl => Nl,
        Language.Fr => Fr,
        Language.De => De,
        _ => En,
    };

    /// <summary>The same words with <c>{name}</c> filled in, in each language its own way.</summary>
    public Wording With(string name, Func<Language, string> value) => new(
        Nl.Replace($"{{{name}}}", value(Language.Nl), StringComparison.Ordinal),
        Fr.Replace($"{{{name}}}", value(Language.Fr), StringComparison.Ordinal),
        De.Replace($"{{{name}}}", value(Language.De), StringComparison.Ordinal),
        En.Replace($"{{{name}}}", value(Language.En), StringComparison.Ordinal));

    /// <summary>Words one after another.</summary>
    public static Wording Join(params Wording[] parts) => new(
        string.Join(' ', parts.Select(part => part.Nl)),
        string.Join(' ', parts.Select(part => part.Fr)),
        string.Join(' ', parts.Select(part => part.De)),
        string.Join(' ', parts.Select(part => part.En)));

    /// <summary>The same words with <c>{name}</c> filled in, in all languages alike.</summary>
    public Wording With(string name, string value) => With(name, _ => value);
}
