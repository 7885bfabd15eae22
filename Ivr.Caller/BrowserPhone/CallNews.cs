using Ivr.Caller.Calls;
using Ivr.Caller.Calls.Engine;

namespace Ivr.Caller.BrowserPhone;

/// <summary>Computes what changed since the last update that was sent to the page.</summary>
internal sealed class CallNews(BrowserCall live, string stateHeader, string keysHeader)
{
    private readonly List<EntryView> _entries = [];
    private int _webhooks;

    /// <summary>Returns the changes since the previous call of this method.</summary>
    public CallUpdate Next()
    {
        var call = live.Call;
        var verdict = call.IsOver ? Verdict.Of(call) : null;
        return new()
        {
            Entries = [.. Entries()],
            Webhooks = [.. Webhooks()],
            Turn = TurnView.Of(live),
            Ending = call.Ending,
            Verdict = verdict?.Text,
            Outcome = verdict switch
            {
                null => null,
                { ExitCode: ExitCode.Recorded } => "recorded",
                { IsKept: true } => "kept",
                _ => "nothing",
            },
        };
    }

    // An entry changes while it is being keyed, and a prompt changes when a key cuts it off.
    private IEnumerable<Placed<EntryView>> Entries()
    {
        var shown = live.Call.Gather?.NumDigits is not null;
        var now = live.Call.Transcript.Entries.Select(entry => EntryView.Of(entry, shown)).ToList();
        for (var place = 0; place < now.Count; place++)
        {
            if (place < _entries.Count && _entries[place] == now[place]) continue;
            if (place < _entries.Count) _entries[place] = now[place];
            else _entries.Add(now[place]);
            yield return new(place, now[place]);
        }
    }

    private IEnumerable<Placed<WebhookView>> Webhooks()
    {
        for (; _webhooks < live.Call.Exchanges.Count; _webhooks++)
            yield return new(_webhooks, WebhookView.Of(live.Call.Exchanges[_webhooks], stateHeader, keysHeader));
    }
}

/// <summary>One update for the page, serialized as JSON.</summary>
internal sealed record CallUpdate
{
    public required IReadOnlyList<Placed<EntryView>> Entries { get; init; }

    public required IReadOnlyList<Placed<WebhookView>> Webhooks { get; init; }

    public required TurnView? Turn { get; init; }

    public required CallEnding? Ending { get; init; }

    public required string? Verdict { get; init; }

    /// <summary><c>recorded</c>, <c>kept</c> (in an emergency) or <c>nothing</c>; null during the call.</summary>
    public required string? Outcome { get; init; }
}

/// <summary>An item with its index in the list. The item is new or has changed.</summary>
internal sealed record Placed<T>(int Place, T Item);

/// <summary>The reason why no call is made, sent to the page.</summary>
internal sealed record Refusal(string Refused);
