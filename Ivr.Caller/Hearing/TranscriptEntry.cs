namespace Ivr.Caller.Hearing;

/// <summary>One event on the line.</summary>
/// <param name="At">When it began, from the start of the call, in virtual time.</param>
/// <param name="Duration">How long it took.</param>
internal abstract record TranscriptEntry(TimeSpan At, TimeSpan Duration);

/// <summary>The server spoke.</summary>
/// <param name="At">When it began.</param>
/// <param name="Duration">How much of it was heard. It is shorter when a key cut it off.</param>
/// <param name="Text">All words, including those that were cut off.</param>
/// <param name="Language">A locale such as <c>nl-BE</c>; null when the TwiML names none.</param>
/// <param name="Voice">The voice; null when the TwiML names none.</param>
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
/// <param name="Duration">The time from the first key to the last.</param>
/// <param name="Keys">All keys, including the key that ended the entry.</param>
/// <param name="End">What ended the entry.</param>
internal sealed record Keyed(TimeSpan At, TimeSpan Duration, string Keys, GatherEnd End) : TranscriptEntry(At, Duration);

/// <summary>Silence: a Pause, or a caller who let a Gather time out.</summary>
/// <param name="At">When it began.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="ByCaller">Whether it was the caller's turn.</param>
internal sealed record Silence(TimeSpan At, TimeSpan Duration, bool ByCaller) : TranscriptEntry(At, Duration);

/// <summary>An event of the line itself, such as dialled or hung up.</summary>
internal sealed record Note(TimeSpan At, string Text) : TranscriptEntry(At, TimeSpan.Zero);

/// <summary>A webhook failed. The text names the webhook, the reason and Twilio's error code.</summary>
internal sealed record Fault(TimeSpan At, string Text) : TranscriptEntry(At, TimeSpan.Zero);

/// <summary>What ended an entry at a Gather.</summary>
internal enum GatherEnd
{
    /// <summary>Nothing yet: the Gather still waits.</summary>
    None,

    /// <summary>The number of digits in numDigits.</summary>
    NumDigits,

    FinishKey,

    Timeout,

    /// <summary>The caller hung up, so the keys are never sent.</summary>
    HangUp,
}
