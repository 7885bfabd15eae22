namespace Ivr.Tests.Properties.Witness;

/// <summary>Where a call stands when a question is put: all that can be told from the keys that were accepted so far.</summary>
internal sealed record Stand
{
    /// <summary>The question, or <c>Ended</c>.</summary>
    public required string State { get; init; }

    /// <summary>Webhooks so far on the way to this question.</summary>
    public int Webhooks { get; init; } = 1;

    /// <summary>When the call began: at the earliest, and at the latest.</summary>
    public required (DateTimeOffset Earliest, DateTimeOffset Latest) Began { get; init; }

    /// <summary>Which entry of the call is being made.</summary>
    public int Entry { get; init; } = 1;

    /// <summary>The login that was keyed.</summary>
    public string? Login { get; init; }

    /// <summary>The client's number that was keyed and accepted.</summary>
    public string? UserNumber { get; init; }

    /// <summary>When the number was looked up: the places of webhook and answer among all that happened.</summary>
    public (long Sent, long Answered) LookedUp { get; init; }

    public int? Activity { get; init; }

    public int? Hours { get; init; }

    /// <summary>The summary that is heard; null at other questions.</summary>
    public HeardSummary? Summary { get; init; }

    /// <summary>Webhooks of the call that were lost.</summary>
    public int Failures { get; init; }

    /// <summary>Whether the call goes on without the database.</summary>
    public bool IsEmergency => Failures >= 2;

    public bool IsOver => State == "Ended";

    /// <summary>The next question, when keys were accepted.</summary>
    public Stand After(WitnessedDelivery delivery)
    {
        var digits = delivery.Digits;
        var next = this with
        {
            State = delivery.State!,
            Webhooks = Webhooks + 1,
            Summary = delivery.State == "Summary" ? HeardSummary.In(delivery.Words) : null,
        };
        return (State, next.State) switch
        {
            ("Login", "Password") => next with { Login = digits },
            ("MainMenu", "Activity") => next with
            {
                UserNumber = digits is "" ? UserNumber : digits,
                LookedUp = (delivery.Sent, delivery.Answered),
            },
            ("Activity", "Hours") => next with { Activity = digits is "" or "#" ? Activity : int.Parse(digits) },
            ("Hours", "Summary") => next with { Hours = digits is "" or "#" ? Hours : int.Parse(digits) },
            ("Recorded" or "Noted", "MainMenu") => next with { Entry = Entry + 1, UserNumber = null, Activity = null, Hours = null },
            _ => next,
        };
    }

    /// <summary>The same question again, after a webhook was lost.</summary>
    public Stand Resumed(WitnessedDelivery delivery) => this with
    {
        State = delivery.State!,
        Webhooks = Webhooks + 1,
        Failures = Failures + 1,
        Summary = delivery.State == "Summary" ? HeardSummary.In(delivery.Words) : null,
    };
}
