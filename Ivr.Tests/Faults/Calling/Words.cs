using System.Text.RegularExpressions;
using Ivr.Caller.Hearing;
using Ivr.Tests.Faults.History;

namespace Ivr.Tests.Faults.Calling;

/// <summary>What a caller makes of the words after a confirmation.</summary>
internal static partial class Words
{
    private static readonly string[] NotRecorded =
    [
        "Deze prestatie is niet geregistreerd.", "Cette prestation n'est pas enregistrée.", "Diese Leistung ist nicht erfasst.",
        "This job is not recorded.",
    ];

    /// <summary>What they say became of the entry. Words that say neither leave it unknown.</summary>
    /// <returns>The outcome, and the reference that was heard with it, nine digits.</returns>
    public static (CallerKnowledge Outcome, string? Reference) Of(string heard) =>
        HeardReference.In(heard) is { } reference ? (CallerKnowledge.Recorded, Digits(reference))
        : Emergency().Match(heard) is { Success: true } match ? (CallerKnowledge.Left, Digits(match.Value))
        : (NotRecorded.Any(words => heard.Contains(words, StringComparison.Ordinal)) ? CallerKnowledge.NotRecorded : CallerKnowledge.Unknown, null);

    private static string? Digits(string reference) => string.Concat(reference.Where(char.IsAsciiDigit));

    // Nine digits in groups of three, the first a 9; a user number has four groups.
    [GeneratedRegex(@"(?<!\d[\s,]*)9 \d \d, \d \d \d, \d \d \d(?![\s,]*\d)", RegexOptions.None, 1000)]
    private static partial Regex Emergency();
}
