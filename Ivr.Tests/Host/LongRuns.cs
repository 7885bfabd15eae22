namespace Ivr.Tests.Host;

/// <summary>The sizes of tests that generate, measure or break many times. <c>./test --long</c> asks for the full ones.</summary>
internal static class LongRuns
{
    /// <summary>Environment variable: not empty when the full sizes are asked for.</summary>
    public const string Variable = "IVR_LONG";

    public static bool AreAsked => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    /// <summary>Returns the usual size, or the full one when it is asked for.</summary>
    public static T Of<T>(T usual, T full) => AreAsked ? full : usual;
}
