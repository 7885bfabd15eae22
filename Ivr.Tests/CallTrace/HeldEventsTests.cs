using Ivr.Server.CallTrace;
using Ivr.StateMachine;
using Ivr.Tests.Host;
using Ivr.Tests.StateMachine;

namespace Ivr.Tests.CallTrace;

/// <summary>Which events of a call are written at once, which wait, and which are dropped because a later event contains them.</summary>
public sealed class HeldEventsTests
{
    private const string Sid = "CA00000000000000000000000000000001";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(29);
    private static readonly DateTime Start = TestServer.Afternoon.UtcDateTime;

    // An event with every field set: it has a failure, an entry that was left, and one that was recorded.
    private static readonly CallEvent Fifth = Webhook(5, worker: 7) with
    {
        Caller = "+32*******66",
        EndedAt = Start.AddSeconds(4),
        Seconds = 4,
        Failed = true,
        Tally = new() { Recorded = 1, Left = 1 },
    };

    public static TheoryData<string> WhatIsMissed => [.. Less.Keys];

    // Each function changes one field so that the sixth event says less than the fifth.
    private static Dictionary<string, Func<CallEvent, CallEvent>> Less => new()
    {
        ["another call"] = sixth => sixth with { CallSid = Sid[..^1] + "2" },
        ["number"] = sixth => sixth with { Webhooks = 5 },
        ["start"] = sixth => sixth with { StartedAt = Start.AddSeconds(1) },
        ["moment"] = sixth => sixth with { At = Start },
        ["end"] = sixth => sixth with { EndedAt = null },
        ["an earlier end"] = sixth => sixth with { EndedAt = Start.AddSeconds(3) },
        ["seconds"] = sixth => sixth with { Seconds = null },
        ["line"] = sixth => sixth with { Line = null },
        ["dialled"] = sixth => sixth with { Dialled = null },
        ["caller"] = sixth => sixth with { Caller = null },
        ["failed"] = sixth => sixth with { Failed = false },
        ["failures"] = sixth => sixth with { Call = sixth.Call! with { Failures = 0 } },
        ["recorded"] = sixth => sixth with { Tally = new() { Left = 1 } },
        ["left"] = sixth => sixth with { Tally = new() { Recorded = 1 } },
        ["login"] = sixth => sixth with { Login = null },
        ["worker"] = sixth => sixth with { Call = sixth.Call! with { WorkerId = null } },
    };

    [Theory]
    [MemberData(nameof(WhatIsMissed))]
    public void One_that_says_less_of_anything_does_not_stand_for_both(string what)
    {
        var sixth = Fifth with { Webhooks = 6, At = Start.AddSeconds(6) };
        Assert.Same(sixth, Fifth.With(sixth));

        Assert.Null(Fifth.With(Less[what](sixth)));
    }

    [Fact]
    public void The_first_is_written_at_once_and_what_follows_half_a_minute_later_as_one()
    {
        var held = new HeldEvents(Longest, most: 10);
        held.Add(Webhook(1), TimeSpan.Zero);
        held.Remove([Assert.Single(held.Due(TimeSpan.Zero))]);

        held.Add(Webhook(2), TimeSpan.FromSeconds(10));
        held.Add(Webhook(3), TimeSpan.FromSeconds(20));
        Assert.Empty(held.Due(TimeSpan.FromSeconds(10) + Early));

        Assert.Equal(3, Assert.Single(held.Due(TimeSpan.FromSeconds(10) + Longest)).Webhooks);
        Assert.Equal(1, held.Count);
    }

    [Fact]
    public void The_end_is_written_at_once_with_what_was_held()
    {
        var held = new HeldEvents(Longest, most: 10);
        held.Add(Webhook(4), TimeSpan.Zero);
        Assert.Empty(held.Due(TimeSpan.Zero));

        held.Add(Told(12), TimeSpan.Zero);

        var both = Assert.Single(held.Due(TimeSpan.Zero));
        Assert.Equal((4, 12, Start.AddSeconds(12), Start.AddSeconds(12), Start), (both.Webhooks, both.Seconds, both.EndedAt, both.At, both.StartedAt));
        Assert.Equal(CallState.Hours, both.Step);
    }

    [Fact]
    public void An_apology_that_ends_the_call_is_written_at_once_and_a_failed_end_is_not_forgotten()
    {
        var held = new HeldEvents(Longest, most: 10);
        held.Add(Webhook(4) with { EndedAt = Start.AddSeconds(4) }, TimeSpan.Zero);
        Assert.False(Assert.Single(held.Due(TimeSpan.Zero)).Failed);

        held.Add(Told(12) with { Failed = true }, TimeSpan.Zero);

        Assert.True(Assert.Single(held.Due(TimeSpan.Zero)).Failed);
    }

    [Fact]
    public void An_end_that_was_told_twice_or_before_what_was_said_last_is_not_forgotten()
    {
        var held = new HeldEvents(Longest, most: 10);
        held.Add(Told(12), TimeSpan.Zero);
        held.Add(Webhook(4), TimeSpan.Zero);
        held.Add(Told(9), TimeSpan.Zero);

        held.Remove([Assert.Single(held.Due(TimeSpan.Zero))]);
        Assert.Equal((4, 9), (Assert.Single(held.Due(TimeSpan.Zero)).Webhooks, Assert.Single(held.Due(TimeSpan.Zero)).Seconds));
    }

    [Fact]
    public void When_there_are_too_many_none_waits()
    {
        var held = new HeldEvents(Longest, most: 2);
        for (var call = 1; call <= 2; call++)
            held.Add(Webhook(2) with { CallSid = $"CA{call:x32}" }, TimeSpan.Zero);
        Assert.Empty(held.Due(TimeSpan.Zero));

        held.Add(Webhook(2) with { CallSid = $"CA{3:x32}" }, TimeSpan.Zero);

        Assert.Equal(3, held.Due(TimeSpan.Zero).Count());
    }

    private static CallEvent Told(int second) =>
        new(Sid, Start.AddSeconds(second), Start.AddSeconds(second)) { EndedAt = Start.AddSeconds(second), Seconds = second };

    private static CallEvent Webhook(int number, long? worker = null) => new(Sid, Start, Start.AddSeconds(number))
    {
        Line = "wallonia",
        Dialled = TestData.Wallonia,
        Step = CallState.Hours,
        Webhooks = number,
        Login = number > 1 ? TestData.Fr.Login : null,
        Call = At.State(TestLines.Wallonia, CallState.Hours) with { WorkerId = worker, Webhooks = number, Failures = number / 5 },
    };
}
