using Ivr.StateMachine;
using Ivr.StateMachine.Answers;

namespace Ivr.Server.CallTrace.Recording;

/// <summary>
/// The keys that the caller presses in a script. They have the same effect as the real keys, and reveal nothing about a person. A single
/// key reveals nothing. More keys are a login, a password, a user number, or one of these at the wrong question.
/// </summary>
internal sealed class KeysToWrite(Pseudonyms madeUp)
{
    private const string EndKey = "#";
    private const string HelpKey = "0";
    private const string OfferKey = "1";
    private const string NobodysShortNumber = "99";
    private const string NoAnswer = "*";
    private const string StartOver = "*";
    private const char NoDigitHere = '9';
    private const char NoDigitAfterRecorded = '8';
    private const string UndoKey = "9";
    // One or two digits may be a short key at the user number.
    private const string TooShort = "123";
    private const int LongestSlip = 3;
    private const int TooLong = 21;

    /// <summary>
    /// The keys, with the end key where it must be pressed; empty for silence. <paramref name="digits"/> was keyed at the question of
    /// <paramref name="before"/>. <paramref name="isRight"/> is used at the password only: whether it was right. <paramref name="after"/> is
    /// the call after them.
    /// </summary>
    public string For(Call before, string digits, bool isRight, Call after) => (digits, before.State) switch
    {
        ("", _) => "",
        (EndKey, CallState.Login or CallState.Password or CallState.UserNumber) => EndKey,
        (_, CallState.Login or CallState.Password or CallState.UserNumber) when StarKey.Since(digits) == "" => StartOver + EndKey,
        (_, CallState.UserNumber) when UserNumber.IsCutOff(before, digits) => StartOver + EndKey,
        (_, CallState.Password) => ForPassword(before.Login!, StarKey.Since(digits), isRight) + EndKey,
        (_, CallState.UserNumber) when ShortKey.OfferTaken(before, digits) is { } offer => ForOffer(offer, before, after),
        (_, CallState.UserNumber) when ShortKey.IsShortNumber(before, digits) => ForShortNumber(before, after),
        ({ Length: 1 }, CallState.Login or CallState.UserNumber) when before.KeyedSoFar is null => Key(digits[0]) + EndKey,
        (_, CallState.Login) => ForLogin(StarKey.Since(digits)) + EndKey,
        (_, CallState.UserNumber) => ForUserNumber(UserNumber.Keyed(before, digits), before.Login, EndOf(before)),
        (UndoKey, CallState.Recorded) => UndoKey,
        ({ Length: 1 }, _) => KeyAt(before, digits[0]),
        _ => NoAnswer,
    };

    // No script has the entries that made the short numbers.
    private string ForShortNumber(Call before, Call after) => after.State is CallState.Activity or CallState.Summary
        ? ForUserNumber(after.Draft.UserNumber!, before.Login, EndOf(before))
        : NobodysShortNumber + EndKey;

    // No script has the client's telephone, or the entries of the weeks before. So it keys what was offered. Key 0 between the answers: the
    // same key at once would be a doubled one.
    private string ForOffer(Offer offer, Call before, Call after) => offer switch
    {
        { Reason: OfferReason.SameClient } => OfferKey + EndKey,
        { Activity: { } activity, Hours: { } hours } when after.State == CallState.Summary =>
            $"{NumberOf(offer, before)}{activity}{HelpKey}{hours}{HelpKey}",
        _ => NumberOf(offer, before),
    };

    private string NumberOf(Offer offer, Call before) => ForUserNumber(offer.UserNumber, before.Login, EndOf(before));

    private string ForLogin(string digits) => digits switch
    {
        _ when KeyedSecret.IsValid(digits) => madeUp.Login(digits),
        _ when !digits.All(char.IsAsciiDigit) => TooShort,
        _ => madeUp.Slip(digits, digits.Length <= LongestSlip ? digits.Length : TooLong),
    };

    // The result uses none of the keyed digits, only their effect.
    private string ForPassword(string login, string digits, bool isRight) => digits switch
    {
        HelpKey => HelpKey,
        _ when !KeyedSecret.IsValid(digits) => TooShort,
        _ when isRight => madeUp.Password(madeUp.Login(login)),
        _ => madeUp.WrongPassword(madeUp.Login(login)),
    };

    // From the second try on, twelve digits do not end the entry.
    private static string EndOf(Call before) => before.Tries == 0 ? "" : EndKey;

    private string ForUserNumber(string digits, string? login, string end) => digits switch
    {
        _ when !digits.All(char.IsAsciiDigit) => TooShort + EndKey,
        { Length: UserNumber.Length } => madeUp.UserNumber(digits, login) + end,
        _ when UserNumber.WithoutDoubledKey(digits) is { } number => madeUp.UserNumber(number, login) + end,
        _ => madeUp.Slip(digits, digits.Length <= LongestSlip ? LongestSlip : UserNumber.Length - 1) + EndKey,
    };

    // A digit that is not an answer always becomes the same digit: three real ones in a row could be the beginning of a number.
    private static string KeyAt(Call before, char key)
    {
        var most = before.State switch
        {
            CallState.Activity => '0' + Draft.Activities,
            CallState.Hours => '0' + Draft.MaxHours,
            CallState.Summary => '2',
            CallState.MainMenu => '3',
            CallState.Recorded when before.RememberOffered => '4',
            CallState.Undo => '2',
            // Up to the key for the help desk.
            CallState.LeftInJournal => '6',
            _ => '1',
        };
        if (key is not (>= '0' and <= '9') || key <= most)
            return Key(key);
        return $"{(before.State == CallState.Recorded ? NoDigitAfterRecorded : NoDigitHere)}";
    }

    private static string Key(char key) => key is (>= '0' and <= '9') or '#' or '*' ? $"{key}" : NoAnswer;
}
