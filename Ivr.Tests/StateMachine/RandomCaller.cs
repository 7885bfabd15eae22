using System.Collections.Immutable;
using Ivr.StateMachine;
using Ivr.StateMachine.Flow;
using Ivr.StateMachine.Results;

namespace Ivr.Tests.StateMachine;

/// <summary>A caller who presses random keys and gets random results; the same seed gives the same call.</summary>
internal sealed class RandomCaller(int seed)
{
    public const string Password = "47110";

    // Answers come more often than nonsense; otherwise few calls would get past the login.
    private static readonly string[] Nonsense = ["", "0", "5", "6", "12", "*", "#", "123456789012345678901"];
    private static readonly string[] UserNumbers = [At.UserNumber, "100000000236", "100000001035", At.WorkerLogin, "1", "14"];

    private readonly Random _random = new(seed);

    // From a quick caller to a caller who exceeds the time limit.
    private readonly int _secondsPerStep = 5 + seed % 60;

    /// <summary>
    /// Plays a whole call and returns all its steps. <paramref name="seed"/> selects the caller; <paramref name="carry"/> is applied to the
    /// call between two steps, null leaves it unchanged.
    /// </summary>
    public static ImmutableArray<Call> Walk(Line line, int seed, Func<Call, Call>? carry = null)
    {
        var caller = new RandomCaller(seed);
        var steps = ImmutableArray.CreateBuilder<Call>();
        // Some calls lost their state and begin anew.
        steps.Add((seed % 10) switch
        {
            9 => new Conversation(line).BeginAnew(At.Today, At.StartTime),
            8 => At.Remembered(line),
            _ => At.Start(line),
        });
        while (steps[^1].State != CallState.Ended)
            steps.Add(caller.Step(carry is null ? steps[^1] : carry(steps[^1])));
        return steps.ToImmutable();
    }

    private Call Step(Call call)
    {
        if (call.State == CallState.Journaling)
            return call.Takes(Journal());
        if (call is { State: CallState.LookingUpClient, IsLockedOut: true })
            return _random.Next(6) == 0 ? call.Takes(new ClientResult.UsedUp()) : (call with { IsLastEntry = _random.Next(3) == 0 }).IsOnItsOwn();
        if (call is { State: CallState.LookingUpClient, IsPractice: true })
            return call.Practises();
        if (call.State == CallState.Undoing)
            return call.IsEmergency || _random.Next(3) == 0 ? call.IsOnItsOwn() : call.Takes(Undo());
        if (!call.State.Speaks() && (call.IsEmergency || _random.Next(6) == 0))
            return call.IsOnItsOwn() with { HelpDeskOpen = seed % 2 == 0 && !call.IsLockedOut };
        if (call.State == CallState.CheckingLogin)
            return call.Takes(Login());
        if (call.State is CallState.ForgettingPhone or CallState.RememberingPhone)
            return call.Takes(_random.Next(3) == 0 ? PhoneResult.NotSet : call.State == CallState.ForgettingPhone ? PhoneResult.Forgotten : PhoneResult.Remembered);
        if (call.State == CallState.ListingEntries)
            return call.Takes(Entries(call.Entries?.Said ?? 0));
        if (call.State == CallState.LookingUpClient)
            return call.Takes(call.KeyedShortNumber is null ? Client() : SavedClient());
        if (call.State == CallState.Storing)
            return call.Takes(Store(call));

        var now = call.StartedAt.AddSeconds(_secondsPerStep * call.Webhooks);
        return _random.Next(20) == 0 ? call.Resumes(now) : call.Keys(KeysAt(call.State), now);
    }

    private string KeysAt(CallState state)
    {
        if (_random.Next(3) == 0)
            return Pick(Nonsense);
        return state switch
        {
            CallState.Login => _random.Next(4) == 0 ? $"{_random.Next(1, 5)}" : At.WorkerLogin,
            CallState.Password => Password,
            CallState.UserNumber => _random.Next(8) == 0 ? Pick(["4", "8", "9", "9"]) : Pick(UserNumbers),
            CallState.OwnEntries => Pick(["", "", "1"]),
            CallState.Recorded => Pick(["1", "4", "9", "9", "9"]),
            CallState.Undo => Pick(["1", "1", "2"]),
            CallState.MainMenu => $"{_random.Next(1, 4)}",
            CallState.Activity or CallState.Hours => $"{_random.Next(1, 10)}",
            _ => $"{_random.Next(1, 3)}",
        };
    }

    private LoginResult Login() => _random.Next(6) switch
    {
        0 => new LoginResult.Refused(),
        1 => new LoginResult.Locked(TimeSpan.FromMinutes(2)),
        2 when _random.Next(3) == 0 => new LoginResult.Inactive(Language.De),
        3 => new LoginResult.Busy(),
        _ => new LoginResult.Accepted(At.WorkerId, Language.En) { Offer = Offer() },
    };

    private Offer? Offer() => _random.Next(4) switch
    {
        0 => new(At.UserNumber, OfferReason.Telephone),
        1 => new(At.UserNumber, OfferReason.Telephone, 1, 3),
        2 => new(At.UserNumber, OfferReason.LastTime, 2, 1),
        _ => null,
    };

    private ClientResult Client() => _random.Next(4) switch
    {
        0 => new ClientResult.NotKnown(),
        1 => new ClientResult.Inactive(),
        2 when _random.Next(10) == 0 => new ClientResult.UsedUp(),
        _ => FlowSteps.Client([.. Enumerable.Range(1, 4).Where(_ => _random.Next(2) == 0)]),
    };

    private ClientResult SavedClient() => _random.Next(5) switch
    {
        0 => new ClientResult.NotKnown(),
        1 => new ClientResult.Inactive(),
        2 => new ClientResult.Removed(),
        _ => FlowSteps.Client(1) with { UserNumber = At.UserNumber },
    };

    private StoreResult Store(Call call) => _random.Next(5) switch
    {
        0 => new StoreResult.Unknown(),
        1 => new StoreResult.Committed(At.Reference, At.UserNumber, 1, 1),
        _ => new StoreResult.Committed(
            At.Reference, call.Draft.UserNumber!, call.Draft.Activity!.Value, call.Draft.Hours!.Value, MayRemember: _random.Next(2) == 0)
        {
            NewShortNumber = _random.Next(3) == 0 ? 14 : null,
        },
    };

    private EntryList Entries(int said)
    {
        var count = _random.Next(3) == 0 ? said : said + _random.Next(1, 6);
        return new(
            count,
            said,
            [.. Enumerable.Range(said, Math.Min(count - said, EntryList.MaxAtOnce)).Select(n => new OwnEntry(At.Reference, "135", n % 9 + 1, n % 2 == 0))]);
    }

    private UndoResult Undo() => _random.Next(4) switch
    {
        0 => new UndoResult.Unknown(),
        1 => new UndoResult.Refused(),
        _ => new UndoResult.Undone(),
    };

    private JournalResult Journal() => _random.Next(5) switch
    {
        0 => new JournalResult.Refused(),
        1 when _random.Next(2) == 0 => new JournalResult.Unknown(),
        _ => new JournalResult.Kept(At.EmergencyReference),
    };

    private string Pick(string[] keys) => keys[_random.Next(keys.Length)];
}
