namespace Ivr.Tests.Faults.Injection;

/// <summary>What happens to the connection of a confirmation.</summary>
internal enum CommitFault
{
    None,

    /// <summary>The statement arrives and runs. The connection is cut before its COMMIT arrives.</summary>
    CutBefore,

    /// <summary>COMMIT is sent and the connection is cut immediately. Which of the two comes first is not known.</summary>
    CutDuring,

    /// <summary>COMMIT runs. The connection is cut before the response arrives.</summary>
    CutAfter,
}
