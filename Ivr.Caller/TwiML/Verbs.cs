namespace Ivr.Caller.TwiML;

/// <summary>One verb of a TwiML document, with Twilio's defaults filled in.</summary>
internal abstract record Verb;

/// <summary>A verb that the caller hears, and that may stand inside a <c>Gather</c>.</summary>
internal abstract record Prompt : Verb;

/// <summary>Spoken text.</summary>
/// <param name="Text">The words, white space collapsed; 1 to 3000 characters.</param>
/// <param name="Voice">For example <c>Polly.Lisa-Neural</c>; null when not given.</param>
/// <param name="Language">A locale such as <c>nl-BE</c>; null when not given.</param>
/// <param name="Loop">How often it is said; 0 is until the call ends.</param>
internal sealed record Say(string Text, string? Voice, string? Language, int Loop) : Prompt;

/// <summary>A sound file, or key tones.</summary>
/// <param name="Source">The file's URL as written, absolute or relative; null when <paramref name="Digits"/> is played.</param>
/// <param name="Digits">Tones to play, <c>w</c> being half a second of silence; null when a file is played.</param>
/// <param name="Loop">How often it is played; 0 is until the call ends.</param>
internal sealed record Play(string? Source, string? Digits, int Loop) : Prompt;

/// <summary>Silence on the server's side.</summary>
/// <param name="Length">How long; whole seconds in TwiML.</param>
internal sealed record Pause(TimeSpan Length) : Prompt;

/// <summary>Waits for keys.</summary>
internal sealed record Gather : Verb
{
    /// <summary>Where the keys are sent, as written; null is the current document's own URL.</summary>
    public string? Action { get; init; }

    /// <summary>GET or POST.</summary>
    public HttpMethod Method { get; init; } = HttpMethod.Post;

    /// <summary>How long the caller may be silent after the prompts, and after each key.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The key that ends the entry; null when none does, and <c>#</c> and <c>*</c> are digits like any other.</summary>
    public char? FinishOnKey { get; init; } = '#';

    /// <summary>The number of digits that ends the entry; null when unlimited.</summary>
    public int? NumDigits { get; init; }

    /// <summary>Whether the action is requested although nothing was keyed.</summary>
    public bool ActionOnEmptyResult { get; init; }

    /// <summary>What is heard while waiting, in order.</summary>
    public IReadOnlyList<Prompt> Prompts { get; init; } = [];
}

/// <summary>Connects the caller to another number, and goes on with the document when that is over.</summary>
/// <param name="Number">The number, E.164.</param>
/// <param name="Timeout">How long it rings at most.</param>
internal sealed record Dial(string Number, TimeSpan Timeout) : Verb;

/// <summary>Goes on with another document.</summary>
/// <param name="Target">Its URL as written, absolute or relative.</param>
/// <param name="Method">GET or POST.</param>
internal sealed record Redirect(string Target, HttpMethod Method) : Verb;

/// <summary>Ends the call.</summary>
internal sealed record Hangup : Verb;

/// <summary>Refuses the call without answering it.</summary>
/// <param name="Reason"><c>rejected</c> or <c>busy</c>.</param>
internal sealed record Reject(string Reason) : Verb;
