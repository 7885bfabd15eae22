using Ivr.Server.Database;
using Ivr.Server.Emergency;
using Ivr.Server.Emergency.Journals;
using Ivr.Server.Logins;
using Ivr.Server.Prestations;
using Ivr.Server.Voice.Settings;
using Ivr.Server.Words;
using Ivr.StateMachine;

namespace Ivr.Server.Voice;

/// <summary>
/// Decides: gives the caller's keys to the conversation, and does the one thing each state that does not speak asks for,
/// until a state speaks.
/// </summary>
internal sealed class CallDirector(
    Lines lines,
    LoginDesk logins,
    ClientDirectory clients,
    PrestationStore prestations,
    EmergencyDesk emergency,
    Incidents incidents,
    HelpDesk helpDesk,
    TimeProvider clock,
    ILogger<CallDirector> log)
{
    // No webhook takes over 5 seconds. A login asks the database two or three times, and hashes; a look-up in vain asks twice. Each
    // by itself would wait for as long as it takes to see that the database is away. So they all draw on one patience, and when it is
    // over they are left alone, not cancelled.
    private static readonly TimeSpan WholePatience = TimeSpan.FromSeconds(4.5);

    // What an entry in doubt still has to do within the webhook: be written to the journal, and flushed.
    private static readonly TimeSpan ForTheJournal = TimeSpan.FromSeconds(0.5);

    /// <summary>A new call on a line.</summary>
    public Call Begin(Line line)
    {
        var now = clock.GetUtcNow();
        return Conversation(line, callSid: "").Begin(BrusselsTime.DateOf(now), now);
    }

    /// <summary>The call after a webhook of it failed: the same question again, with an apology or, the second time, in an emergency.</summary>
    /// <param name="call">The call as it was when the question was put.</param>
    /// <param name="callSid">Its sid.</param>
    public Call Resume(Call call, string callSid) => Conversation(lines.Named(call.Line), callSid).Resume(call, clock.GetUtcNow()) switch
    {
        { IsEmergency: true } resumed => OfferHelpDesk(resumed),
        var resumed => resumed,
    };

    /// <summary>The call after the caller's answer.</summary>
    /// <param name="call">The call as it was when the question was put.</param>
    /// <param name="webhook">The answer.</param>
    /// <param name="hungUp">Nobody waits for the answer any more.</param>
    /// <exception cref="OperationCanceledException">The caller hung up before anything had come of the answer.</exception>
    public async Task<Call> HearAsync(Call call, VoiceWebhook webhook, CancellationToken hungUp)
    {
        var conversation = Conversation(lines.Named(call.Line), webhook.CallSid);
        var patience = new TimeBudget(WholePatience);
        call = conversation.Hear(call, webhook.Digits, clock.GetUtcNow());
        while (!call.State.Speaks())
            call = await WorkAsync(conversation, call, webhook, patience, hungUp);
        return call.IsEmergency ? OfferHelpDesk(call) : call;
    }

    // What is kept in the journal needs no database; in an emergency nothing else is done.
    private async Task<Call> WorkAsync(
        Conversation conversation, Call call, VoiceWebhook webhook, TimeBudget patience, CancellationToken hungUp)
    {
        if (call.State == CallState.Journaling)
            return conversation.Take(call, await emergency.LeaveAsync(EmergencyEntry.Of(webhook.CallSid, call, webhook.Dialled, webhook.Caller)));
        if (call.IsEmergency)
            return conversation.Unreachable(call);
        try
        {
            var next = await AskDatabaseAsync(conversation, call, webhook, patience, hungUp);
            if (next.IsEmergency)
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
        CallState.LookingUpClient => conversation.Take(call, await clients.FindAsync(webhook.CallSid, call).WaitAsync(patience.Left, hungUp)),
        CallState.Storing => conversation.Take(call, await prestations.StoreAsync(Entry(call, webhook), patience.Left - ForTheJournal)),
        _ => throw new InvalidOperationException($"{call.State} asks the database for nothing."),
    };

    // Offered with the question, and kept with it: who keys 6 to what was heard is put through.
    private Call OfferHelpDesk(Call call) => call with { HelpDeskOpen = helpDesk.IsOpen(clock.GetUtcNow()) };

    private Conversation Conversation(Line line, string callSid) => new(
        line,
        unexpected: (state, trigger) =>
            log.LogError("Call {CallSid}: {Trigger} has no place in {State}; the call ends with an apology", callSid, trigger, state),
        moved: (from, trigger, to) => log.LogDebug("Call {CallSid}: {Trigger} leads from {From} to {To}", callSid, trigger, from, to));

    private static LoginAttempt Attempt(Call call, VoiceWebhook webhook) => new(
        webhook.CallSid,
        // The same when this webhook is repeated, another when the question was put again after a webhook was lost.
        call.Webhooks,
        call.Login!,
        Password: webhook.Digits,
        call.TimesTurnedAway,
        call.LanguagePicked ? call.Language : null);

    private static Prestation Entry(Call call, VoiceWebhook webhook) => new(
        webhook.CallSid,
        call.EntryNumber,
        call.WorkerId!.Value,
        call.Draft.ClientId!.Value,
        call.Draft.Activity!.Value,
        call.Draft.Hours!.Value,
        call.Date,
        call.Line,
        webhook.Dialled,
        webhook.Caller);
}
