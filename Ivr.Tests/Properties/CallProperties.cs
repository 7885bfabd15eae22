using Ivr.Tests.Host;
using Ivr.Tests.Properties.Playing;
using Ivr.Tests.Properties.Witness;

namespace Ivr.Tests.Properties;

/// <summary>Properties of each call.</summary>
internal static class CallProperties
{
    private const int MaxWebhooks = 60;

    private static readonly TimeSpan MaxTime = TimeSpan.FromMinutes(15);

    private static readonly string[] Clients = [TestData.InFlanders, TestData.InBrussels, TestData.InWallonia];

    private static readonly Worker[] Workers = [TestData.Nl, TestData.Fr, TestData.De, TestData.En, TestData.AppBlocked];

    private static readonly string[] TooLong =
    [
        "Dit gesprek duurt al lang", "Cet appel dure déjà longtemps", "Dieser Anruf dauert schon lange", "This call has taken a long time",
    ];

    /// <summary>
    /// The call moves on only after a right answer, ends within its limits, and gives the same words to the same webhook.
    /// </summary>
    public static void Check(PlayedCall played, IReadOnlyList<WitnessedStep> steps)
    {
        foreach (var step in steps)
        {
            CheckLimits(step);
            CheckAccepted(step);
        }

        foreach (var deliveries in steps.GroupBy(step => step.Delivery.Token).Where(group => group.Count() > 1))
            CheckRepeats(played, steps, [.. deliveries]);
    }

    private static void CheckLimits(WitnessedStep step)
    {
        var (delivery, after) = (step.Delivery, step.After);
        var isCut = after.IsOver && TooLong.Any(words => delivery.Words.Contains(words, StringComparison.Ordinal));
        var (shortest, longest) = (delivery.ClockBefore - after.Began.Latest, delivery.ClockAfter - after.Began.Earliest);
        Broken.Unless(
            after.IsOver || (after.Webhooks <= MaxWebhooks && shortest <= MaxTime), "The call goes on beyond its limits.", delivery);
        var isAtLimit = after.Webhooks > MaxWebhooks || longest > MaxTime;
        Broken.Unless(!isCut || isAtLimit, "The call is cut before its limits.", delivery);
        var isRefused = step is { Before.State: "Summary", IsResumed: false, After.IsOver: true } && delivery.Digits == "1";
        Broken.Unless(!isRefused || isAtLimit, "A confirmation is refused.", delivery);
    }

    private static void CheckAccepted(WitnessedStep step)
    {
        var (before, after, digits, number) = (step.Before, step.After, step.Delivery.Digits, step.Delivery.Number);
        if (step.IsResumed)
        {
            Broken.Unless(after.IsOver || after.State == (before?.State ?? "Login"), "The fallback is at another question.", step.Delivery);
            return;
        }

        if (before?.IsDoubledBy(step.Delivery) == true)
        {
            Broken.Unless(after.IsOver || (after.State == before.State && after.Summary == before.Summary), "A key that came twice is an answer.", step.Delivery);
            return;
        }

        var isRight = step.IsDoubled || (before?.State, after.State) switch
        {
            (null, "Login") => true,
            (null, "Password") => after.Login is not null,
            (_, "Ended") => true,
            ("Login", "Password") => number.Length is >= 4 and <= 20 && number.All(char.IsAsciiDigit),
            ("Password", "Login") => number.Length >= 4 || (before!.IsRemembered && digits.Length > 0 && digits.All(key => key == '*')),
            ("Password", "UserNumber") => before!.IsEmergency || after.IsLocked || Workers.Contains(new(before.Login!, number)),
            ("UserNumber", "Activity") when after.ShortNumber is not null => !before!.IsEmergency && after.ShortNumber[0] != '0',
            ("UserNumber", "OwnEntries") => number == "9" && !before!.IsEmergency,
            ("OwnEntries", "UserNumber") => digits != "1",
            ("UserNumber", "Activity") => (!before!.IsPractice && Clients.Contains(after.UserNumber))
                || ((before.IsEmergency || before.IsPractice) && HasRightCheckDigits(after.UserNumber!)),
            ("Activity", "Hours") => after.Activity is >= 1 and <= 4,
            ("Hours", "Summary") => after.Hours is >= 1 and <= 9,
            ("UserNumber" or "Activity", "Summary") => before is { UserNumber: not null, Activity: not null, Hours: not null },
            ("Summary", "MainMenu") => digits == "2",
            ("MainMenu", "UserNumber") => digits == "1",
            ("MainMenu", "Activity") => digits == "2",
            ("MainMenu", "Hours") => digits == "3",
            ("MainMenu", "Summary") => digits == "",
            ("Summary", "Recorded") => digits == "1" && before is { IsEmergency: false, IsPractice: false },
            ("Summary", "LeftInJournal") => digits == "1" && before is { IsEmergency: true, IsPractice: false },
            ("Summary", "Practised") => digits == "1" && before!.IsPractice,
            ("Practised", "UserNumber") => digits == "1",
            ("LeftInJournal", "UserNumber") => digits == "1" && !before!.IsLast,
            ("LeftInJournal", "LeftInJournal") when before!.IsLast => true,
            ("Recorded" or "Undone", "UserNumber") => digits == "1",
            ("Recorded", "Recorded") when step.Delivery.TellsOfPhone => digits == "4",
            ("Recorded", "Undo") => digits == "9" && !before!.IsEmergency,
            ("Undo", "Undone") => digits == "1" && !before!.IsEmergency,
            ("Undo", "Recorded") => digits != "1" || before!.IsEmergency,
            var (from, to) => from == to && digits != RightAt(from),
        };
        Broken.Unless(isRight, $"From {before?.State} to {after.State} on '{digits}'.", step.Delivery);
        Broken.Unless(
            after.Summary is not { } summary
            || (summary.UserNumber, summary.Activity, summary.Hours) == (after.UserNumber, after.Activity, after.Hours),
            $"The summary is not what was keyed: {after.UserNumber}, {after.Activity}, {after.Hours}.",
            step.Delivery);
    }

    private static bool HasRightCheckDigits(string number) =>
        long.Parse(number[..10]) % 97 is var remainder && int.Parse(number[10..]) == (remainder == 0 ? 97 : remainder);

    private static string? RightAt(string? state) => state is "Summary" or "Recorded" or "Undo" or "Undone" or "LeftInJournal" or "Practised" or "Activity" or "Hours" or "MainMenu" ? "1" : null;

    private static void CheckRepeats(PlayedCall played, IReadOnlyList<WitnessedStep> all, IReadOnlyList<WitnessedStep> repeats)
    {
        var first = repeats[0];
        foreach (var repeat in repeats.Skip(1))
        {
            // The words may differ: by then the call may be too old, or another call may have locked the login or picked its language.
            if (repeat.After.IsOver != first.After.IsOver && IsTooOld(repeat.After.IsOver ? repeat : first))
                continue;
            var isNext = all.SkipWhile(step => step != first)
                .TakeWhile(step => step.Delivery.Token == first.Delivery.Token)
                .Contains(repeat);
            // A key that came twice and is delivered again later cannot be told from one that was pressed later.
            if (first.IsDoubled != repeat.IsDoubled)
                continue;
            // Meanwhile the telephone may have been remembered or forgotten.
            var mayDiffer = first.Before?.State is null or "Password" || first.Delivery.TellsOfPhone;
            if (mayDiffer && !(played.IsAlone && isNext))
                continue;
            // Another call may have made this short number.
            if (first is { Before.State: "UserNumber", Delivery.Number.Length: 2 } && !(played.IsAlone && isNext))
                continue;
            // Own entries are those of that moment.
            if (first is { After.State: "OwnEntries" } or { Before.State: "OwnEntries" } || (first.Before?.State == "UserNumber" && first.Delivery.Number == "9"))
                continue;
            Broken.Unless(
                repeat.Delivery.WordsWithoutOffer == first.Delivery.WordsWithoutOffer,
                $"The same webhook was answered otherwise the first time: \"{first.Delivery.Words}\"",
                repeat.Delivery);
        }
    }

    private static bool IsTooOld(WitnessedStep step) => step.Delivery.ClockAfter - step.After.Began.Earliest > MaxTime;
}
