using System.Diagnostics;
using Ivr.StateMachine;

namespace Ivr.Server.Words;

/// <summary>A text in all four languages. The constructor requires all of them, so that none can be forgotten.</summary>
/// <remarks><c>With</c> fills in a placeholder <c>{name}</c>, in the language that is asked for.</remarks>
internal sealed record Wording(string Nl, string Fr, string De, string En)
{
    private Value? Values { get; init; }

    public string In(Language language)
    {
        var text = language switch
        {
            Language.Nl => Nl,
            Language.Fr => Fr,
            Language.De => De,
            Language.En => En,
            _ => throw new UnreachableException($"No text in {language}."),
        };
        for (var value = Values; value is not null; value = value.Next)
            text = text.Replace(value.Placeholder, value.In(language), StringComparison.Ordinal);
        return text;
    }

    /// <summary>Fills in <c>{name}</c> with a different value for each language.</summary>
    public Wording With(string name, Func<Language, string> value) => this with { Values = new($"{{{name}}}", value, Values) };

    /// <summary>Fills in <c>{name}</c> with the same value in all languages.</summary>
    public Wording With(string name, string value) => With(name, _ => value);

    /// <summary>Joins texts without values with spaces.</summary>
    public static Wording Join(params Wording[] parts) => new(
        string.Join(' ', parts.Select(part => part.Nl)),
        string.Join(' ', parts.Select(part => part.Fr)),
        string.Join(' ', parts.Select(part => part.De)),
        string.Join(' ', parts.Select(part => part.En)));

    private sealed record Value(string Placeholder, Func<Language, string> In, Value? Next);
}
