namespace Ivr.Caller.Calls;

/// <summary>What a command says to the shell.</summary>
internal static class ExitCode
{
    /// <summary>A reference was heard: something is recorded.</summary>
    public const int Recorded = 0;

    /// <summary>A command that records nothing by itself did what it was asked.</summary>
    public const int Done = 0;

    /// <summary>The call went its way, and nothing was recorded.</summary>
    public const int NotRecorded = 1;

    /// <summary>At least one script failed, or not all were played.</summary>
    public const int ScriptFailed = 1;

    /// <summary>A call failed under load, the rows are not the confirmed calls, or not all calls were made.</summary>
    public const int LoadFailed = 1;

    /// <summary>The command line makes no sense, no auth token was found, or a script cannot be read.</summary>
    public const int WrongUsage = 2;

    /// <summary>The server was not there, refused, or sent no TwiML.</summary>
    public const int LineFailed = 3;
}
