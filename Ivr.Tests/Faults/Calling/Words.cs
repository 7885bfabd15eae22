using System.Text.RegularExpressions;
using Ivr.Caller.Hearing;
using Ivr.Tests.Faults.History;

namespace Ivr.Tests.Faults.Calling;

/// <summary>Interprets the words after a confirmation as a caller does.</summary>
internal static partial class Words
{
    private static readonly string[] NotRecorded =
    [
        "Deze prestatie is niet geregistreerd.", "Cette prestation n'est pas enregistrée.", "Diese Leistung ist nicht registriert.",
        "These hours are not recorded.",
    ];

    /// <summary>
    /// Returns the outcome and the reference of nine digits that was heard with it. Other words leave the outcome unknown.
    /// </summary>
    public static (CallerKnowledge Outcome, string? Reference) Of(string heard) =>
        HeardReference.In(heard) is { } reference ? (CallerKnowledge.Recorded, Digits(reference))
        : Emergency().Match(heard) is { Success: true } match ? (CallerKnowledge.Left, Digits(match.Value))
        : (NotRecorded.Any(words => heard.Contains(words, StringComparison.Ordinal)) ? CallerKnowledge.NotRecorded : CallerKnowledge.Unknown, null);

    private static string? Digits(string reference) => string.Concat(reference.Where(char.IsAsciiDigit));

    // Nine digits in groups of three, the first digit a 9. A user number has four groups.
    [GeneratedRegex(@"(?<!\d[\s,]*)9 \d \d, \d \d \d, \d \d \d(?![\s,]*\d)", RegexOptions.None, 1000)]
    private static partial Regex Emergency();
}
