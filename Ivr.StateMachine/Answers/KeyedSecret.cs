namespace Ivr.StateMachine.Answers;

/// <summary>
/// A login or a password: both are digits, and have no fixed length. Anything shorter is a slip of the fingers, anything longer does
/// not fit the worker's record. What is imported is held to the same, or it could never be keyed.
/// </summary>
public static class KeyedSecret
{
    private const int Shortest = 4;
    private const int Longest = 20;

    /// <summary>True for 4 to 20 digits.</summary>
    public static bool IsValid(string keys) => keys.Length is >= Shortest and <= Longest && keys.All(char.IsAsciiDigit);
}
