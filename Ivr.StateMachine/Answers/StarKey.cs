namespace Ivr.StateMachine.Answers;

/// <summary>The key * in a number. On many lines it starts the number over, and callers expect it here too.</summary>
public static class StarKey
{
    /// <summary>Returns the keys after the last *.</summary>
    public static string Since(string keys) => keys[(keys.LastIndexOf('*') + 1)..];
}
