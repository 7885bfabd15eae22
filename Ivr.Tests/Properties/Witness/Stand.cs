using System.Text.RegularExpressions;
using Ivr.Tests.Host;

namespace Ivr.Tests.Properties.Witness;

/// <summary>The state of a call at a question, derived from the keys that were accepted so far.</summary>
internal sealed partial record Stand
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly string[] Clients = [TestData.InFlanders, TestData.InBrussels, TestData.InWallonia];

    /// <summary>The question, or <c>Ended</c>.</summary>
    public required string State { get; init; }

    /// <summary>Number of webhooks up to this question.</summary>
    public int Webhooks { get; init; } = 1;

    /// <summary>The earliest and the latest time at which the call may have begun.</summary>
    public required (DateTimeOffset Earliest, DateTimeOffset Latest) Began { get; init; }

    /// <summary>The number of the current entry in the call, from 1.</summary>
    public int Entry { get; init; } = 1;

    /// <summary>The login as keyed, or as remembered on the telephone.</summary>
    public string? Login { get; init; }

    /// <summary>Whether the call began at the password, and the login is still the one that is remembered on the telephone.</summary>
    public bool IsRemembered { get; init; }

    /// <summary>The client's user number, keyed and accepted, or heard in the summary after a short number.</summary>
    public string? UserNumber { get; init; }

    /// <summary>The short number that was keyed and accepted instead of the user number; null when the user number was keyed.</summary>
    public string? ShortNumber { get; init; }

    /// <summary>The client that 1# takes at this question; null when none is offered.</summary>
    public string? Offered { get; init; }

    /// <summary>The ticks of the webhook and the response that looked up the user number.</summary>
    public (long Sent, long Answered) LookedUp { get; init; }

    /// <summary>The beginning of a user number that was started over so late that the entry ended before its last digit.</summary>
    public string Rest { get; init; } = "";

    /// <summary>The key that led to this question from a question for one key; null otherwise.</summary>
    public char? LastKey { get; init; }

    /// <summary>How many keys end the entry; null when # does.</summary>
    public int? MaxKeys { get; init; }

    /// <summary>When the response with this question was sent: not before, and not after.</summary>
    public (DateTimeOffset Earliest, DateTimeOffset Latest) Asked { get; init; }

    public int? Activity { get; init; }

    public int? Hours { get; init; }

    /// <summary>The summary as the caller hears it; null at other questions.</summary>
    public HeardSummary? Heard { get; init; }

    /// <summary>The summary as the caller understands it: the number keyed, if its last digits are heard.</summary>
    public HeardSummary? Summary => Heard is { IsKnownClient: true } && UserNumber?.EndsWith(Heard.UserNumber, StringComparison.Ordinal) == true
        ? Heard with { UserNumber = UserNumber }
        : Heard;

    /// <summary>Number of lost webhooks of the call.</summary>
    public int Failures { get; init; }

    /// <summary>Whether the caller heard that the login is locked.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Whether the caller practises.</summary>
    public bool IsPractice { get; init; }

    /// <summary>Whether the caller heard that no further entry can be left.</summary>
    public bool IsLast { get; init; }

    /// <summary>Whether what the caller keys is not recorded, but left for the company.</summary>
    public bool IsEmergency => (Failures >= 2 && !IsPractice) || IsLocked;

    public bool IsOver => State == "Ended";

    /// <summary>The state after a webhook with keys.</summary>
    public Stand After(WitnessedDelivery delivery)
    {
        var digits = delivery.Digits;
        var heard = delivery.State == "Summary" ? HeardSummary.In(delivery.Words) : null;
        var next = this with
        {
            State = delivery.State!,
            Webhooks = Webhooks + 1,
            Heard = heard,
            Rest = "",
            LastKey = digits.Length == 1 && State is not ("Login" or "Password" or "UserNumber") ? digits[0] : null,
            MaxKeys = delivery.Gather?.NumDigits,
            Asked = (delivery.ClockBefore, delivery.ClockAfter),
        };
        return (State, next.State) switch
        {
            ("Login", "Password") => next with { Login = delivery.Number, IsRemembered = false },
            ("Password", "UserNumber") => next with { IsLocked = delivery.TellsOfLock, Offered = ClientIn(delivery) },
            ("UserNumber", "Activity" or "Summary") when WitnessedDelivery.SinceStar(Rest + digits) is { Length: 2 } shortNumber => next with
            {
                UserNumber = heard?.UserNumber,
                ShortNumber = shortNumber,
                Offered = null,
                LookedUp = (delivery.Sent, delivery.Answered),
            },
            ("UserNumber", "Activity" or "Summary") => next with
            {
                UserNumber = Meant(WitnessedDelivery.SinceStar(Rest + digits)),
                ShortNumber = null,
                Offered = null,
                LookedUp = (delivery.Sent, delivery.Answered),
            },
            ("UserNumber", "UserNumber") when WitnessedDelivery.SinceStar(Rest + digits) == "8" && !IsEmergency => next with
            {
                IsPractice = !IsPractice,
                Failures = IsPractice ? 0 : Failures,
                Offered = null,
                UserNumber = null,
                Activity = null,
                Hours = null,
            },
            ("Practised", "UserNumber") => next with { UserNumber = null, Activity = null, Hours = null },
            ("UserNumber", "UserNumber") when digits.Contains('*') && digits.Length == MaxKeys && WitnessedDelivery.SinceStar(Rest + digits).Length < 12 =>
                next with { LastKey = null, Rest = WitnessedDelivery.SinceStar(Rest + digits) },
            ("Activity", "Hours" or "Summary") => next with { Activity = int.Parse(digits) },
            ("Hours", "Summary") => next with { Hours = int.Parse(digits), UserNumber = UserNumber ?? heard?.UserNumber },
            (_, "LeftInJournal") => next with { IsLast = delivery.TellsOfLastEntry },
            ("Summary", "Recorded") => next with { Offered = ClientIn(delivery) ?? UserNumber },
            ("Recorded" or "Undone" or "LeftInJournal", "UserNumber") => next with { Entry = Entry + 1, UserNumber = null, ShortNumber = null, Activity = null, Hours = null },
            _ => next,
        };
    }

    /// <summary>Whether keys that arrived in this time are the last key once more, within a second: true, false, or null when that is not certain.</summary>
    public bool? IsDoubledBy(WitnessedDelivery delivery)
    {
        if (delivery.Digits is not [var key] || key != LastKey || (State == "UserNumber" && Offered is not null && !IsEmergency))
            return false;
        var (shortest, longest) = (delivery.ClockBefore - Asked.Latest, delivery.ClockAfter - Asked.Earliest);
        return longest < Second ? true : shortest >= Second ? false : null;
    }

    /// <summary>The state after a fallback: the same question again, because a webhook was lost.</summary>
    public Stand Resumed(WitnessedDelivery delivery) => this with
    {
        State = delivery.State!,
        Webhooks = Webhooks + 1,
        Failures = Failures + 1,
        Rest = "",
        LastKey = null,
        MaxKeys = delivery.Gather?.NumDigits,
        Heard = delivery.State == "Summary" ? HeardSummary.In(delivery.Words) : null,
    };

    private string? Meant(string keys) => keys == "1" ? Offered : Single(keys);

    // The client that is named by the last digits. The clients of the tests end differently.
    private static string? ClientIn(WitnessedDelivery delivery) => LastDigits().Match(delivery.Words) is { Success: true } match
        ? Clients.SingleOrDefault(number => number.EndsWith(match.Groups["digits"].Value.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal))
        : null;

    [GeneratedRegex("(eindcijfers|finit par|Endziffern|ending in|klant|client|Kunde) (?<digits>[0-9] [0-9] [0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LastDigits();

    // The number in which one digit came twice.
    private static string Single(string keys) => keys.Length == 12
        ? keys
        : Enumerable.Range(0, 12).Where(at => keys[at] == keys[at + 1]).Select(at => keys.Remove(at, 1)).Distinct()
            .Single(number => long.Parse(number[..10]) % 97 is var rest && int.Parse(number[10..]) == (rest == 0 ? 97 : rest));
}
