using Ivr.Caller.Calls;
using Ivr.Tests.Faults.History;
using Ivr.Tests.Properties.Plans;
using Ivr.Tests.Properties.Playing;
using Ivr.Tests.Properties.Witness;

namespace Ivr.Tests.Faults.Calling;

/// <summary>
/// A caller who wants to record one or two entries and reacts to what happens: it follows the state that the server reports, and the words.
/// </summary>
/// <remarks>
/// <c>call</c> was just answered. <c>fault</c> names the current fault for the history. All <c>jobs</c> are of one worker. <c>hangsUpAt</c>
/// is the number of the question before which the caller hangs up; negative to hang up at the summary, immediately after key 1; null for
/// never.
/// </remarks>
internal sealed class FaultyCaller(PhoneCall call, string fault, IReadOnlyList<Job> jobs, int? hangsUpAt, OperationHistory history)
{
    // A call without mistakes has 7 questions, and 5 more for a second entry. Each may have to be repeated.
    private const int MaxSteps = 40;

    private int _entryNo = 1;
    private bool _isOpen;

    private Job Job => jobs[Math.Min(_entryNo, jobs.Count) - 1];

    /// <summary>Continues the call until its end.</summary>
    public async Task CarryOnAsync()
    {
        for (var step = 0; !call.IsOver && step < MaxSteps && step != hangsUpAt; step++)
            await StepAsync(State);
        if (!call.IsOver)
            await call.HangsUp();
        if (_isOpen)
            Close(CallerKnowledge.Unknown, reference: null);
    }

    private string State => call.Exchanges
        .Select(exchange => exchange.Headers.GetValueOrDefault("X-Ivr-State"))
        .LastOrDefault(state => state is not null) ?? "";

    private async Task StepAsync(string state)
    {
        switch (state)
        {
            case "Summary":
                await ConfirmAsync();
                break;
            case "Recorded" or "LeftInJournal" when _entryNo >= jobs.Count:
                await call.HangsUp();
                break;
            case "Recorded" or "LeftInJournal":
                await PressAsync("1");
                if (State == "UserNumber")
                    _entryNo++;
                break;
            default:
                await PressAsync(DrawnAnswers.Right(state, Job));
                break;
        }
    }

    private async Task ConfirmAsync()
    {
        if (!_isOpen)
        {
            var summary = HeardSummary.In(call.Heard);
            Assert.True(summary is not null, $"No summary is heard: {call.Heard}");
            Start(KeyedEntry.From(Job.Worker.Login, Job.UserNumber, summary));
        }

        if (hangsUpAt < 0)
        {
            await call.PressesAndHangsUp("1");
            return;
        }

        await PressAsync("1");
        // If the summary is repeated, the outcome is still open.
        if (State == "Summary" && !call.IsOver)
            return;
        var (outcome, reference) = Words.Of(call.Heard);
        Close(outcome, reference);
    }

    private void Start(KeyedEntry entry)
    {
        history.Started(fault, call.CallSid, _entryNo, entry);
        _isOpen = true;
    }

    private void Close(CallerKnowledge outcome, string? reference)
    {
        history.Came(fault, call.CallSid, _entryNo, outcome, reference, call.Heard);
        _isOpen = false;
    }

    private async Task PressAsync(string keys)
    {
        try
        {
            await call.Interrupts(keys);
        }
        catch (LineFailedException)
        {
            // Neither the webhook nor the fallback got a response. The caller hears that, and the call is over.
        }
        catch (KeysLeftOverException)
        {
            // The call was over before the last key.
        }
    }
}
