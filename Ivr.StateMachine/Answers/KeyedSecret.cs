namespace Ivr.StateMachine.Answers;

/// <summary>
/// A login or a password. Both are digits without a fixed length. Shorter input is a typing error, longer input does not fit the worker's
/// record. The import uses the same rule, because other values could not be entered on the phone.
/// </summary>
public static class KeyedSecret
{
    private const int Shortest = 4;
    private const int Longest = 20;

    /// <summary>True for 4 to 20 digits.</summary>
    public static bool IsValid(string keys) => keys.Length is >= Shortest and <= Longest && keys.All(char.IsAsciiDigit);
}
