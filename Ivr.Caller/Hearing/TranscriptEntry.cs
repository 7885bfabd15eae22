namespace Ivr.Caller.Hearing;

/// <summary>One thing that happened on the line.</summary>
/// <param name="At">When it began, from the start of the call, in virtual time.</param>
/// <param name="Duration">How long it took.</param>
internal abstract record TranscriptEntry(TimeSpan At, TimeSpan Duration);

/// <summary>The server spoke.</summary>
/// <param name="At">When it began.</param>
/// <param name="Duration">How much of it was heard: shorter when a key cut it off.</param>
/// <param name="Text">All its words, also those that were cut off.</param>
/// <param name="Language">A locale such as <c>nl-BE</c>; null when TwiML named none.</param>
/// <param name="Voice">The voice; null when TwiML named none.</param>
internal sealed record Spoken(TimeSpan At, TimeSpan Duration, string Text, string? Language, string? Voice) : TranscriptEntry(At, Duration)
{
    /// <summary>Whether a key stopped it before its end.</summary>
    public bool CutShort { get; init; }
}

/// <summary>The server played a file or key tones.</summary>
/// <param name="At">When it began.</param>
/// <param name="Duration">How much of it was heard.</param>
/// <param name="Source">The URL as written, or the tones.</param>
internal sealed record Played(TimeSpan At, TimeSpan Duration, string Source) : TranscriptEntry(At, Duration);

/// <summary>The caller pressed keys at one Gather.</summary>
/// <param name="At">When the first key was pressed.</param>
/// <param name="Duration">From the first key to the last.</param>
/// <param name="Keys">All keys, the one that ended the entry too.</param>
/// <param name="End">What ended the entry.</param>
internal sealed record Keyed(TimeSpan At, TimeSpan Duration, string Keys, GatherEnd End) : TranscriptEntry(At, Duration);

/// <summary>Nobody spoke: a Pause, or a caller who let a Gather time out.</summary>
/// <param name="At">When it began.</param>
/// <param name="Duration">How long.</param>
/// <param name="ByCaller">Whether it was the caller's turn.</param>
internal sealed record Silence(TimeSpan At, TimeSpan Duration, bool ByCaller) : TranscriptEntry(At, Duration);

/// <summary>Something about the line itself: dialled, hung up.</summary>
/// <param name="At">When.</param>
/// <param name="Text">In words.</param>
internal sealed record Note(TimeSpan At, string Text) : TranscriptEntry(At, TimeSpan.Zero);

/// <summary>A webhook failed.</summary>
/// <param name="At">When.</param>
/// <param name="Text">Which one, why, and Twilio's error code.</param>
internal sealed record Fault(TimeSpan At, string Text) : TranscriptEntry(At, TimeSpan.Zero);

/// <summary>What ends an entry at a Gather.</summary>
internal enum GatherEnd
{
    /// <summary>Nothing yet: the Gather still waits.</summary>
    None,

    /// <summary>As many digits as numDigits asks for.</summary>
    NumDigits,

    /// <summary>The finish key.</summary>
    FinishKey,

    /// <summary>The time-out.</summary>
    Timeout,

    /// <summary>The caller hung up, so that the keys are never sent.</summary>
    HangUp,
}
