using Ivr.StateMachine;
using Ivr.StateMachine.Answers;

namespace Ivr.Server.CallTrace.Recording;

/// <summary>
/// The keys that a script has a caller press: they do the same as the real ones, and say nothing that these said about anybody. A single
/// key says nothing; more of them are a login, a password, a user number, or one of these at the wrong question.
/// </summary>
internal sealed class KeysToWrite(Pseudonyms madeUp)
{
    private const string EndKey = "#";
    private const string HelpKey = "0";
    private const string NoAnswer = "*";
    private const char NoDigitHere = '9';
    private const string TooShort = "12";
    private const int LongestSlip = 3;
    private const int TooLong = 21;

    /// <summary>The keys, with the one that ended the entry where that has to be pressed; empty for silence.</summary>
    /// <param name="before">The call at the question.</param>
    /// <param name="digits">What was keyed.</param>
    /// <param name="isRight">At the password: whether it was right.</param>
    public string For(Call before, string digits, bool isRight) => (digits, before.State) switch
    {
        ("", _) => "",
        (_, CallState.Password) => ForPassword(before.Login!, digits, isRight) + EndKey,
        ({ Length: 1 }, CallState.Login or CallState.MainMenu) => Key(digits[0]) + EndKey,
        (_, CallState.Login) => ForLogin(digits) + EndKey,
        (_, CallState.MainMenu) => ForUserNumber(digits, before.Login),
        ({ Length: 1 }, _) => KeyAt(before.State, digits[0]),
        _ => NoAnswer,
    };

    private string ForLogin(string digits) => digits switch
    {
        _ when KeyedSecret.IsValid(digits) => madeUp.Login(digits),
        _ when !digits.All(char.IsAsciiDigit) => NoAnswer,
        _ => madeUp.Slip(digits, digits.Length <= LongestSlip ? digits.Length : TooLong),
    };

    // Nothing of what was keyed is used: what it did is all there is to write.
    private string ForPassword(string login, string digits, bool isRight) => digits switch
    {
        HelpKey => HelpKey,
        _ when !KeyedSecret.IsValid(digits) => TooShort,
        _ when isRight => madeUp.Password(madeUp.Login(login)),
        _ => madeUp.WrongPassword(madeUp.Login(login)),
    };

    private string ForUserNumber(string digits, string? login) => digits switch
    {
        _ when !digits.All(char.IsAsciiDigit) => NoAnswer + EndKey,
        { Length: UserNumber.Length } => madeUp.UserNumber(digits, login),
        _ => madeUp.Slip(digits, digits.Length <= LongestSlip ? digits.Length : UserNumber.Length - 1) + EndKey,
    };

    // A digit that is no answer is always the same one: three of them in a row could be the beginning of a number.
    private static string KeyAt(CallState state, char key)
    {
        var most = state switch
        {
            CallState.Activity => '4',
            CallState.Hours => '9',
            CallState.Summary => '2',
            // The help desk.
            CallState.Noted => '6',
            _ => '1',
        };
        return key is >= '0' and <= '9' && key > most ? $"{NoDigitHere}" : Key(key);
    }

    private static string Key(char key) => key is (>= '0' and <= '9') or '#' or '*' ? $"{key}" : NoAnswer;
}
