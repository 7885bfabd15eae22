namespace Ivr.Tests.Faults.Injection;

/// <summary>What befalls the connection that a confirmation travels on.</summary>
internal enum CommitFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The statement arrives and is carried out, and the connection is cut before its COMMIT arrives.</summary>
    CutBefore,

    /// <summary>COMMIT is sent, and the connection is cut at once: nobody knows what came first.</summary>
    CutDuring,

    /// <summary>COMMIT is carried out, and the connection is cut before the answer is back.</summary>
    CutAfter,
}
