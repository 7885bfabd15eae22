namespace Ivr.StateMachine.Answers;

/// <summary>
/// The keys at the user number that # ends before there are 12 digits. An emergency has none of them, because the database is not asked.
/// Silence ends them too, because Twilio does not say which of the two it was. So what any of them does can be left again.
/// </summary>
public static class ShortKey
{
    private const string OfferKey = "1";

    /// <summary>The offer that the keys of an entry at the main menu take; null when they take none.</summary>
    /// <param name="call">The call at the main menu.</param>
    /// <param name="digits">The keys of this entry.</param>
    public static Offer? OfferTaken(Call call, string digits) => Keyed(call, digits) == OfferKey ? call.Offer : null;

    /// <summary>True when the keys of an entry at the main menu are a client's short number. Practice looks up none.</summary>
    /// <param name="call">The call at the main menu.</param>
    /// <param name="digits">The keys of this entry.</param>
    public static bool IsShortNumber(Call call, string digits) =>
        !call.IsPractice && Keyed(call, digits) is [>= '1' and <= '9', >= '0' and <= '9'];

    /// <summary>The keys that do something now, besides twelve digits; <c>nn#</c> is any short number.</summary>
    /// <param name="call">The call at the main menu.</param>
    public static string Possible(Call call) => call switch
    {
        { KeyedSoFar: not null } => "",
        { IsEmergency: true } => "0#",
        { IsPractice: true } => "8# 9# 0#",
        { Offer: not null } => "1# nn# 4# 8# 9# 0#",
        _ => "nn# 4# 8# 9# 0#",
    };

    /// <summary>Interprets the keys of an entry at the main menu.</summary>
    /// <param name="call">The call at the main menu.</param>
    /// <param name="digits">The keys of this entry.</param>
    /// <returns>Null when they are no short key of this call.</returns>
    internal static Answer? Read(Call call, string digits) => Keyed(call, digits) switch
    {
        null => null,
        _ when OfferTaken(call, digits) is { } offer => Answer.Matched(call with
        {
            KeyedUserNumber = offer.UserNumber,
            Draft = call.Draft with { Activity = offer.Activity, Hours = offer.Hours },
        }),
        "4" when !call.IsPractice => new(CallTrigger.ForgetAsked, call),
        "8" when call.IsPractice => new(CallTrigger.PracticeAsked, call with { IsPractice = false, Failures = 0, Draft = new(), Notice = Notice.PracticeOver }),
        "8" => new(CallTrigger.PracticeAsked, call with { IsPractice = true, Draft = new(), Offer = null, Notice = Notice.Practice }),
        "9" => new(CallTrigger.EntriesAsked, call),
        var keyed when IsShortNumber(call, digits) => Answer.Matched(call with { KeyedShortNumber = int.Parse(keyed) }),
        _ => null,
    };

    // What was cut off is the beginning of something longer, and what comes after it is the rest.
    private static string? Keyed(Call call, string digits) =>
        call.IsEmergency || call.KeyedSoFar is not null || UserNumber.IsCutOff(call, digits) ? null : StarKey.Since(digits);
}
