namespace Ivr.StateMachine.Answers;

/// <summary>
/// The keys at the user number that # ends before there are 12 digits. An emergency has none of them, because the database is not asked.
/// </summary>
internal static class ShortKey
{
    /// <summary>Interprets the keys of an entry at the main menu.</summary>
    /// <param name="call">The call at the main menu.</param>
    /// <param name="keyed">The keys since the last *.</param>
    /// <returns>Null when they are no short key of this call.</returns>
    public static Answer? Read(Call call, string keyed) => keyed switch
    {
        _ when call.IsEmergency => null,
        "1" when call.Offer is { } offer => Answer.Matched(call with
        {
            KeyedUserNumber = offer.UserNumber,
            Draft = call.Draft with { Activity = offer.Activity, Hours = offer.Hours },
        }),
        "4" when !call.IsPractice => new(CallTrigger.ForgetAsked, call),
        "8" => new(CallTrigger.PracticeAsked, call with { IsPractice = true, Draft = new(), Offer = null, Notice = Notice.Practice }),
        "9" => new(CallTrigger.EntriesAsked, call),
        [>= '1' and <= '9', >= '0' and <= '9'] when !call.IsPractice => Answer.Matched(call with { KeyedShortNumber = int.Parse(keyed) }),
        _ => null,
    };
}
