using Ivr.Server.Configuration;
using Ivr.Server.Database;
using Ivr.Server.Emergency;
using Ivr.Server.Emergency.Journals;
using Ivr.Server.Logins;
using Ivr.Server.Mobiles;
using Ivr.Server.Prestations;
using Ivr.Server.Voice.Settings;
using Ivr.Server.Words;
using Ivr.StateMachine;
using Ivr.StateMachine.Answers;
using Ivr.StateMachine.Flow;
using Ivr.StateMachine.Results;

namespace Ivr.Server.Voice;

/// <summary>
/// Runs a call: passes the caller's keys to the conversation, then does the work of each silent state (login check, look-up, store,
/// journal) until the call reaches a state that speaks.
/// </summary>
internal sealed class CallDirector(
    Lines lines,
    LoginDesk logins,
    MobileDesk mobiles,
    MobileMark marks,
    ClientDirectory clients,
    ShortNumbers shortNumbers,
    PrestationStore prestations,
    PrestationUndo undo,
    EntriesOfToday entries,
    EmergencyDesk emergency,
    LockedLogins lockedLogins,
    Incidents incidents,
    HelpDesk helpDesk,
    TimeProvider clock,
    ILogger<CallDirector> log)
{
    // A webhook must answer within 5 seconds. A login runs two or three database queries and one hash; a failed look-up runs two queries.
    // Each of them has its own timeout, and the timeouts would add up. So they share this budget. When it is used up the server stops
    // waiting, but does not cancel the work.
    private static readonly TimeSpan WholePatience = TimeSpan.FromSeconds(4.5);

    // Time reserved to write an entry in doubt to the journal and flush it, still within the webhook.
    private static readonly TimeSpan ForTheJournal = TimeSpan.FromSeconds(0.5);

    private readonly Dictionary<string, CallFlows> _flows = lines.All.ToDictionary(line => line.Name, line => new CallFlows(line));

    public Call Begin(Line line)
    {
        var now = clock.GetUtcNow();
        return ConversationOn(line, callSid: "").Begin(BrusselsTime.DateOf(now), now);
    }

    /// <summary>Begins a call: at the password, if a login is remembered on the caller's number.</summary>
    public async Task<Call> BeginAsync(Line line, string caller)
    {
        var now = clock.GetUtcNow();
        var today = BrusselsTime.DateOf(now);
        var conversation = ConversationOn(line, callSid: "");
        return await mobiles.FindAsync(caller, today) is { } remembered ? conversation.Begin(today, now, remembered) : conversation.Begin(today, now);
    }

    /// <summary>Begins a call whose earlier state is lost.</summary>
    public Call BeginAnew(Line line)
    {
        var now = clock.GetUtcNow();
        return ConversationOn(line, callSid: "").BeginAnew(BrusselsTime.DateOf(now), now);
    }

    /// <summary>
    /// Returns the call after one of its webhooks failed: the same question with an apology. After the second failure the call continues as
    /// an emergency. <paramref name="call"/> is the call as it was when the question was asked.
    /// </summary>
    public Call Resume(Call call, string callSid) => ConversationOn(lines.Named(call.Line), callSid).Resume(call, clock.GetUtcNow()) switch
    {
        { IsOutage: true } resumed => OfferHelpDesk(resumed),
        var resumed => resumed,
    };

    /// <summary>Returns the call after the caller's answer.</summary>
    /// <param name="call">The call as it was when the question was asked.</param>
    /// <param name="webhook">The answer.</param>
    /// <param name="hungUp">Cancelled when the caller hangs up.</param>
    /// <exception cref="OperationCanceledException">The caller hung up before the answer had any effect.</exception>
    public async Task<Call> HearAsync(Call call, VoiceWebhook webhook, CancellationToken hungUp)
    {
        var conversation = ConversationOn(lines.Named(call.Line), webhook.CallSid);
        var patience = new TimeBudget(WholePatience);
        var next = conversation.Hear(call, webhook.Answer, clock.GetUtcNow());
        while (!next.State.Speaks())
            next = await WorkAsync(conversation, next, webhook, patience, hungUp);
        next = Conversation.Put(call, webhook.Answer, next, clock.GetUtcNow());
        return next.IsOutage ? OfferHelpDesk(next) : next;
    }

    // The journal needs no database. In an emergency the server uses nothing but the journal. A locked login needs a place for each entry.
    private async Task<Call> WorkAsync(
        Conversation conversation, Call call, VoiceWebhook webhook, TimeBudget patience, CancellationToken hungUp)
    {
        if (call.State == CallState.Journaling)
            return conversation.Take(call, await emergency.LeaveAsync(EmergencyEntry.Of(webhook.CallSid, call, webhook.Dialled, webhook.Caller)));
        if (call is { IsPractice: true, State: CallState.LookingUpClient })
            return conversation.Practise(call);
        if (call.IsEmergency && call is not { IsLockedOut: true, State: CallState.LookingUpClient })
            return conversation.Unreachable(call);
        try
        {
            var next = await AskDatabaseAsync(conversation, call, webhook, patience, hungUp);
            if (next.IsOutage)
                incidents.RecordImpact(webhook.CallSid, call.Line, call.State, why: null);
            return next;
        }
        catch (Exception e) when (Db.IsFault(e))
        {
            incidents.RecordImpact(webhook.CallSid, call.Line, call.State, e);
            return conversation.Unreachable(call);
        }
    }

    private async Task<Call> AskDatabaseAsync(
        Conversation conversation, Call call, VoiceWebhook webhook, TimeBudget patience, CancellationToken hungUp) => call.State switch
    {
        CallState.CheckingLogin => conversation.Take(call, await logins.CheckAsync(Attempt(call, webhook), hungUp).WaitAsync(patience.Left, hungUp)),
        CallState.ForgettingPhone => conversation.Take(call, await mobiles.ForgetAsync(webhook.Caller).WaitAsync(patience.Left, hungUp)),
        CallState.RememberingPhone => conversation.Take(
            call, await mobiles.RememberAsync(webhook.Caller, call.WorkerId!.Value).WaitAsync(patience.Left, hungUp)),
        CallState.LookingUpClient when call.IsLockedOut => await lockedLogins.TakePlaceAsync(webhook.CallSid, call).WaitAsync(patience.Left, hungUp) is { } place
            ? conversation.Unreachable(call with { IsLastEntry = place.IsLast })
            : conversation.Take(call, new ClientResult.UsedUp()),
        CallState.LookingUpClient when call.KeyedShortNumber is not null =>
            conversation.Take(call, await shortNumbers.FindAsync(webhook.CallSid, call).WaitAsync(patience.Left, hungUp)),
        CallState.LookingUpClient => conversation.Take(call, await clients.FindAsync(webhook.CallSid, call).WaitAsync(patience.Left, hungUp)),
        CallState.Storing => conversation.Take(call, await prestations.StoreAsync(Entry(call, webhook), patience.Left - ForTheJournal)),
        CallState.ListingEntries => conversation.Take(call, await entries.NextAsync(call).WaitAsync(patience.Left, hungUp)),
        CallState.Undoing => conversation.Take(call, await undo.UndoAsync(webhook.CallSid, call, webhook.AskedAt, patience.Left)),
        _ => throw new InvalidOperationException($"{call.State} asks the database for nothing."),
    };

    // The offer is stored in the call's state with the question. A caller who heard it and presses 6 is connected, even if the desk has
    // closed since.
    private Call OfferHelpDesk(Call call) => call with { HelpDeskOpen = helpDesk.IsOpen(clock.GetUtcNow()) };

    private Conversation ConversationOn(Line line, string callSid) => new(line, _flows[line.Name], new(
        Unexpected: (state, trigger) =>
            log.LogError("Call {CallSid}: {Trigger} has no place in {State}; the call ends with an apology", callSid, trigger, state),
        Moved: (from, trigger, to) =>
        {
            if (log.IsEnabled(LogLevel.Debug))
                log.LogDebug("Call {CallSid}: {Trigger} leads from {From} to {To}", callSid, trigger, from, to);
        }));

    private static LoginAttempt Attempt(Call call, VoiceWebhook webhook) => new(
        webhook.CallSid,
        // The number is the same when Twilio repeats this webhook, and different when the question was asked again after a lost webhook.
        call.Webhooks,
        call.Date,
        WithheldNumber.Is(webhook.Caller) ? null : webhook.Caller,
        call.Login!,
        Password: StarKey.Since(webhook.Digits),
        call.TimesTurnedAway,
        call.LanguagePicked ? call.Language : null);

    private Prestation Entry(Call call, VoiceWebhook webhook) => new(
        webhook.CallSid,
        call.EntryNumber,
        call.WorkerId!.Value,
        call.Draft.ClientId!.Value,
        call.Draft.IsKnownClient,
        call.Draft.Activity!.Value,
        call.Draft.Hours!.Value,
        call.Date,
        call.Line,
        webhook.Dialled,
        webhook.Caller,
        webhook.AskedAt,
        marks.Of(webhook.Caller));
}
