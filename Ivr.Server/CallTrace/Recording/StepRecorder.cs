using Ivr.Server.Configuration;
using Ivr.Server.Voice;
using Ivr.Server.Voice.Settings;
using Ivr.Server.Words;
using Ivr.StateMachine;
using Ivr.StateMachine.Answers;

namespace Ivr.Server.CallTrace.Recording;

/// <summary>Creates the step of a webhook from its content and its effect on the call.</summary>
internal sealed class StepRecorder(Pseudonyms madeUp, Lines lines, TimeProvider clock)
{
    private static readonly string[] Unanswered = ["no-answer", "canceled", "busy", "failed"];

    // The third entry from a number.
    private const int EntriesToOffer = 3;

    private readonly KeysToWrite _keys = new(madeUp);

    /// <summary>
    /// The step that may be written. <paramref name="before"/> is null when the webhook found no call. <paramref name="after"/> is null
    /// when the call could not go on, or is over.
    /// </summary>
    /// <returns>Null when no script can express it: the dialled value is not a telephone number, or the call is not over yet.</returns>
    public RecordedStep? Take(RecordedStepKind kind, VoiceWebhook webhook, Call? before, Call? after)
    {
        if (!E164.IsNumber(webhook.Dialled))
            return null;
        var isUnanswered = Unanswered.Contains(webhook.CallStatus);
        if (kind == RecordedStepKind.Over && !isUnanswered && webhook.CallStatus != "completed")
            return null;

        var now = clock.GetUtcNow();
        var step = new RecordedStep
        {
            Call = madeUp.CallName(webhook.CallSid),
            Kind = kind,
            Dialled = webhook.Dialled,
            Caller = madeUp.Caller(webhook.Caller),
            Moment = BrusselsTime.Wall(after?.StartedAt ?? now),
            Line = lines.Dialled(webhook.Dialled)?.Name,
            IsFirst = kind is RecordedStepKind.Began or RecordedStepKind.Resumed && before is null,
            Number = after?.Webhooks ?? 0,
            Seconds = after is null ? 0 : Math.Round((now - after.StartedAt).TotalSeconds, 1),
            State = after?.State,
            EndedBy = after?.EndedBy,
            IsTooLong = after is { EndedBy: CallTrigger.TimeUp } && now - after.StartedAt > lines.Named(after.Line).MaxTime,
            IsUnanswered = kind == RecordedStepKind.Over && isUnanswered,
            Remembered = before is null && after is { IsRemembered: true } ? Worker(after) : null,
        };
        return kind == RecordedStepKind.Answered && before is not null && after is not null ? Answered(step, webhook.Answer, before, after) : step;
    }

    private RecordedStep Answered(RecordedStep step, string digits, Call before, Call after)
    {
        var isRight = before.State == CallState.Password
            && (after is { State: CallState.UserNumber, IsLockedOut: false } || after.EndedBy == CallTrigger.WorkerInactive);
        step = step with { IsDoubledKey = (before.State, before.Tries, before.Notice) == (after.State, after.Tries, after.Notice) && digits == $"{before.Put?.Key}" };
        step = step with
        {
            Keys = _keys.For(before, digits, isRight, after),
            Trouble = TroubleIn(before, digits, after),
            InDoubt = after.InDoubt,
            IsBeyondScript = IsBeyondScript(after),
        };
        return before.State switch
        {
            CallState.Password when KeyedSecret.IsValid(StarKey.Since(digits)) => step with
            {
                Login = madeUp.Login(before.Login!),
                Language = isRight ? after.Language.Code() : null,
                LockedMinutes = after.LockedMinutes,
            },
            CallState.UserNumber when Meant(before, digits, after) is { } number => step with
            {
                Client = madeUp.UserNumber(number, before.Login),
                IsActive = after.Notice != Notice.ClientInactive,
                MayBeDuplicate = IsDuplicate(after),
            },
            CallState.Activity or CallState.Hours => step with { MayBeDuplicate = IsDuplicate(after) },
            CallState.Summary when after.State == CallState.Recorded => step with
            {
                Entry = Entry(after),
                EntriesBefore = after.RememberOffered ? EntriesToOffer - after.EntryNumber : null,
            },
            _ => step,
        };
    }

    // Null when no client was found, or one by a short number who is not active: the call does not have the user number.
    private static string? Meant(Call before, string digits, Call after) => (after.State, after.Notice) switch
    {
        (CallState.Activity or CallState.Summary, _) when ShortKey.IsShortNumber(before, digits) => after.Draft.UserNumber,
        (CallState.Activity or CallState.Summary, _) or (_, Notice.ClientInactive) when !ShortKey.IsShortNumber(before, digits) =>
            ShortKey.OfferTaken(before, digits)?.UserNumber ?? Keyed(before, digits),
        _ => null,
    };

    private static string Keyed(Call before, string digits)
    {
        var keyed = UserNumber.Keyed(before, digits);
        return UserNumber.WithoutDoubledKey(keyed) ?? keyed;
    }

    private static bool IsDuplicate(Call after) => after.State == CallState.Summary && after.Draft.MayBeDuplicate;

    private static bool IsBeyondScript(Call after) =>
        after.IsCorrectedByCompany || (after.State == CallState.OwnEntries && after.Entries!.Count >= after.EntryNumber);

    private static bool IsNotUndone(Call before, string digits, Call after) =>
        (before.State, digits, after.State) == (CallState.Undo, "1", CallState.Recorded) && !before.IsEmergency && !after.IsCorrectedByCompany;

    private static Trouble TroubleIn(Call before, string digits, Call after) =>
        ((after.IsOutage && !before.IsEmergency) || IsNotUndone(before, digits, after) ? Trouble.Database : Trouble.None)
        | (after.EndedBy == CallTrigger.Failed ? Trouble.Disk : Trouble.None)
        | (after.Notice == Notice.Busy ? Trouble.Crowd : Trouble.None);

    private RememberedWorker Worker(Call call)
    {
        var login = madeUp.Login(call.Login!);
        return new(login, madeUp.Password(login), call.Language.Code());
    }

    private RecordedEntry Entry(Call call) => new(
        call.EntryNumber,
        madeUp.Login(call.Login!),
        madeUp.UserNumber(call.Draft.UserNumber!, call.Login),
        call.Draft.Activity!.Value,
        call.Draft.Hours!.Value);
}
