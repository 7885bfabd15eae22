namespace Ivr.Caller.Calls.Engine;

internal enum CallEnding
{
    CallerHungUp,

    /// <summary>The caller hung up before the call was answered.</summary>
    CallerGaveUp,

    /// <summary>The server hung up with Hangup, or with Reject after the call was answered.</summary>
    ServerHungUp,

    /// <summary>The last document had no more verbs, so Twilio hung up.</summary>
    EndOfDocument,

    /// <summary>The server refused the call with Reject.</summary>
    Rejected,

    /// <summary>The server refused the call with Reject and the reason busy.</summary>
    Busy,

    /// <summary>There was no usable document. The caller heard Twilio's "application error".</summary>
    ApplicationError,
}
