namespace Ivr.Tests.Properties.Witness;

/// <summary>The state of a call at a question, derived from the keys that were accepted so far.</summary>
internal sealed record Stand
{
    /// <summary>The question, or <c>Ended</c>.</summary>
    public required string State { get; init; }

    /// <summary>Number of webhooks up to this question.</summary>
    public int Webhooks { get; init; } = 1;

    /// <summary>The earliest and the latest time at which the call may have begun.</summary>
    public required (DateTimeOffset Earliest, DateTimeOffset Latest) Began { get; init; }

    /// <summary>The number of the current entry in the call, from 1.</summary>
    public int Entry { get; init; } = 1;

    /// <summary>The login as keyed.</summary>
    public string? Login { get; init; }

    /// <summary>The client's user number, keyed and accepted.</summary>
    public string? UserNumber { get; init; }

    /// <summary>The ticks of the webhook and the response that looked up the user number.</summary>
    public (long Sent, long Answered) LookedUp { get; init; }

    /// <summary>The beginning of a user number that was started over so late that the entry ended before its last digit.</summary>
    public string Rest { get; init; } = "";

    public int? Activity { get; init; }

    public int? Hours { get; init; }

    /// <summary>The summary that the caller hears; null at other questions.</summary>
    public HeardSummary? Summary { get; init; }

    /// <summary>Number of lost webhooks of the call.</summary>
    public int Failures { get; init; }

    /// <summary>Whether the caller heard that the login is locked.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Whether the caller heard that no further entry can be left.</summary>
    public bool IsLast { get; init; }

    /// <summary>Whether what the caller keys is not recorded, but left for the company.</summary>
    public bool IsEmergency => Failures >= 2 || IsLocked;

    public bool IsOver => State == "Ended";

    /// <summary>The state after a webhook with keys.</summary>
    public Stand After(WitnessedDelivery delivery)
    {
        var digits = delivery.Digits;
        var next = this with
        {
            State = delivery.State!,
            Webhooks = Webhooks + 1,
            Summary = delivery.State == "Summary" ? HeardSummary.In(delivery.Words) : null,
            Rest = "",
        };
        return (State, next.State) switch
        {
            ("Login", "Password") => next with { Login = delivery.Number },
            ("Password", "MainMenu") => next with { IsLocked = delivery.TellsOfLock },
            ("MainMenu", "Activity") => next with
            {
                UserNumber = digits is "" ? UserNumber : WitnessedDelivery.SinceStar(Rest + digits),
                LookedUp = (delivery.Sent, delivery.Answered),
            },
            ("MainMenu", "MainMenu") when digits.Contains('*') && digits.Length == 12 - Rest.Length =>
                next with { Rest = WitnessedDelivery.SinceStar(Rest + digits) },
            ("Activity", "Hours") => next with { Activity = digits is "" or "#" ? Activity : int.Parse(digits) },
            ("Hours", "Summary") => next with { Hours = digits is "" or "#" ? Hours : int.Parse(digits) },
            (_, "LeftInJournal") => next with { IsLast = delivery.TellsOfLastEntry },
            ("Recorded" or "LeftInJournal", "MainMenu") => next with { Entry = Entry + 1, UserNumber = null, Activity = null, Hours = null },
            _ => next,
        };
    }

    /// <summary>The state after a fallback: the same question again, because a webhook was lost.</summary>
    public Stand Resumed(WitnessedDelivery delivery) => this with
    {
        State = delivery.State!,
        Webhooks = Webhooks + 1,
        Failures = Failures + 1,
        Rest = "",
        Summary = delivery.State == "Summary" ? HeardSummary.In(delivery.Words) : null,
    };
}
