namespace Ivr.Caller.Calls;

/// <summary>The exit codes of the commands.</summary>
internal static class ExitCode
{
    /// <summary>The caller heard a reference, so a prestation is recorded.</summary>
    public const int Recorded = 0;

    /// <summary>A command that records nothing itself succeeded.</summary>
    public const int Done = 0;

    /// <summary>The call had no failure, but nothing was recorded.</summary>
    public const int NotRecorded = 1;

    /// <summary>At least one script failed, or not all scripts were played.</summary>
    public const int ScriptFailed = 1;

    /// <summary>A call failed under load, the recorded rows are not the confirmed calls, or not all calls were made.</summary>
    public const int LoadFailed = 1;

    /// <summary>The command line is invalid, there is no auth token, or a script cannot be read.</summary>
    public const int WrongUsage = 2;

    /// <summary>The server was not reachable, refused the request, or sent no TwiML.</summary>
    public const int LineFailed = 3;
}
