namespace Ivr.Caller.Calls.Engine;

/// <summary>How a call came to its end.</summary>
internal enum CallEnding
{
    /// <summary>The caller hung up.</summary>
    CallerHungUp,

    /// <summary>The caller hung up before the call was answered.</summary>
    CallerGaveUp,

    /// <summary>The server hung up with Hangup.</summary>
    ServerHungUp,

    /// <summary>The last document had nothing more to do, so Twilio hung up.</summary>
    EndOfDocument,

    /// <summary>Reject.</summary>
    Rejected,

    /// <summary>Reject with the reason busy.</summary>
    Busy,

    /// <summary>No document could be had: the caller heard Twilio's "application error".</summary>
    ApplicationError,
}
