using System.Net;
using System.Text.RegularExpressions;
using Ivr.Caller.Hearing;
using Ivr.Caller.TwiML;
using Ivr.Tests.Host;
using Ivr.Tests.Properties.Witness;
using DigitGroups = Ivr.Tests.Host.DigitGroups;

namespace Ivr.Tests.Properties;

/// <summary>Properties of each single response.</summary>
internal static partial class AnswerProperties
{
    private const int MaxCharacters = 3000;

    private static readonly string[] Passwords =
        [.. TestData.Workers.Split('\n').Skip(1).Select(line => line.Split(',')[1])];

    /// <summary>
    /// The response is 200 and valid TwiML that either asks a question or hangs up. Its words contain no placeholder and no password.
    /// A status callback gets 204.
    /// </summary>
    public static void Check(WitnessedDelivery delivery)
    {
        if (delivery.IsStatus)
        {
            Broken.Unless(
                delivery.Exchange.Status == HttpStatusCode.NoContent, $"A status callback was answered {delivery.Exchange.Status}.");
            return;
        }

        Broken.Unless(
            delivery.Exchange.Status == HttpStatusCode.OK,
            $"{delivery.Path} with '{delivery.Digits}' was answered {(int?)delivery.Exchange.Status}: {delivery.Exchange.Body}");
        try
        {
            CheckVerbs(delivery);
        }
        catch (TwiMLException fault)
        {
            throw new BrokenException($"The answer is no TwiML: {fault.Message}\n{delivery.Exchange.Body}");
        }

        CheckWords(delivery);
    }

    private static void CheckVerbs(WitnessedDelivery delivery)
    {
        var verbs = delivery.Document.Verbs;
        Broken.Unless(delivery.State is not null, "The answer names no state, so it is the apology for what nobody foresaw.", delivery);
        Broken.Unless(delivery.Words.Length > 0, "Nothing is said.", delivery);
        if (delivery.State == "Ended")
        {
            Broken.Unless(verbs[^1] is Hangup && verbs.SkipLast(1).All(verb => verb is Say), "The end is not words and Hangup.", delivery);
            return;
        }

        // No key may stop the reference, so it is said before the Gather.
        var isReference = delivery.State is "Recorded" or "Undone" or "LeftInJournal";
        Broken.Unless(
            verbs[^1] is Gather && (isReference ? verbs.Count > 1 && verbs.SkipLast(1).All(verb => verb is Say) : verbs.Count == 1),
            "A question is not one Gather, or a reference is in it.", delivery);
        var gather = (Gather)verbs[^1];
        Broken.Unless(
            gather is { ActionOnEmptyResult: true, Action.Length: > 0 } && gather.Method == HttpMethod.Post,
            "Silence, or the keys, would not reach the server.", delivery);
        Broken.Unless(gather.Timeout.TotalSeconds is >= 4 and <= 10, $"A time-out of {gather.Timeout}.", delivery);
        (char? Finish, int? Digits) fitting = delivery.State switch
        {
            "Login" or "Password" => ('#', null),
            // One more from the second try on, and fewer for the rest of a number that the caller started over.
            "UserNumber" => ('#', Math.Clamp(gather.NumDigits ?? 0, 1, 13)),
            _ => (null, 1),
        };
        Broken.Unless((gather.FinishOnKey, gather.NumDigits) == fitting, "The Gather does not fit the question.", delivery);
    }

    [GeneratedRegex(@"9 \d \d, \d \d \d, \d \d \d\.", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Groups();

    private static void CheckWords(WitnessedDelivery delivery)
    {
        var words = delivery.Words;
        Broken.Unless(words.Length <= MaxCharacters, $"{words.Length} characters.", delivery);
        Broken.Unless(words.IndexOfAny(['{', '}', '<', '>']) < 0, "A placeholder is spoken.", delivery);
        Broken.Unless(
            delivery.State != "Summary" || HeardSummary.In(words) is { Activity: > 0 }, "The summary is not understood.", delivery);
        Broken.Unless(delivery.State is not ("Recorded" or "Undone") || delivery.TellsOfPhone || HeardReference.In(words) is not null, "No reference is heard.", delivery);
        Broken.Unless(delivery.State != "LeftInJournal" || Groups().Count(words) is 1 or 2, "No emergency reference is heard.", delivery);
        // A reference is any nine digits: in one of ten thousand references the digits of a password occur by chance.
        if (HeardReference.In(words) is { } reference)
            words = words.Replace(DigitGroups.Groups(reference.Replace(" ", "", StringComparison.Ordinal)), "", StringComparison.Ordinal);
        foreach (var password in Passwords)
        {
            // Spoken as a whole, digit by digit, or in groups of digits.
            var digitByDigit = string.Join(' ', password.AsEnumerable());
            var isSpoken = words.Contains(password, StringComparison.Ordinal)
                || words.Contains(digitByDigit, StringComparison.Ordinal)
                || words.Contains(DigitGroups.Groups(password), StringComparison.Ordinal);
            Broken.Unless(!isSpoken, "A password is spoken.", delivery);
        }
    }
}
