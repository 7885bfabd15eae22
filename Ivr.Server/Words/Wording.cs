using Ivr.StateMachine;

namespace Ivr.Server.Words;

/// <summary>A text in all four languages. The constructor requires all of them, so that none can be forgotten.</summary>
/// <remarks><c>With</c> fills in a placeholder <c>{name}</c>.</remarks>
internal sealed record Wording(string Nl, string Fr, string De, string En)
{
    public string In(Language language) => language switch
    {
        Language.Nl => Nl,
        Language.Fr => Fr,
        Language.De => De,
        _ => En,
    };

    /// <summary>Fills in <c>{name}</c> with a different value for each language.</summary>
    public Wording With(string name, Func<Language, string> value) => new(
        Nl.Replace($"{{{name}}}", value(Language.Nl), StringComparison.Ordinal),
        Fr.Replace($"{{{name}}}", value(Language.Fr), StringComparison.Ordinal),
        De.Replace($"{{{name}}}", value(Language.De), StringComparison.Ordinal),
        En.Replace($"{{{name}}}", value(Language.En), StringComparison.Ordinal));

    /// <summary>Joins texts with spaces.</summary>
    public static Wording Join(params Wording[] parts) => new(
        string.Join(' ', parts.Select(part => part.Nl)),
        string.Join(' ', parts.Select(part => part.Fr)),
        string.Join(' ', parts.Select(part => part.De)),
        string.Join(' ', parts.Select(part => part.En)));

    /// <summary>Fills in <c>{name}</c> with the same value in all languages.</summary>
    public Wording With(string name, string value) => With(name, _ => value);
}
