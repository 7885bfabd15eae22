namespace Ivr.Caller.TwiML;

/// <summary>One verb of a TwiML document, with Twilio's defaults filled in.</summary>
internal abstract record Verb;

/// <summary>A verb that the caller hears. It may stand inside a <c>Gather</c>.</summary>
internal abstract record Prompt : Verb;

/// <summary>Spoken text.</summary>
/// <param name="Text">The words, with white space collapsed; 1 to 3000 characters.</param>
/// <param name="Voice">For example <c>Polly.Lisa-Neural</c>; null when not given.</param>
/// <param name="Language">A locale such as <c>nl-BE</c>; null when not given.</param>
/// <param name="Loop">How many times it is said; 0 means until the call ends.</param>
internal sealed record Say(string Text, string? Voice, string? Language, int Loop) : Prompt;

/// <summary>A sound file, or key tones.</summary>
/// <param name="Source">The URL of the file as written, absolute or relative; null when <paramref name="Digits"/> is played.</param>
/// <param name="Digits">The tones to play. <c>w</c> is half a second of silence. Null when a file is played.</param>
/// <param name="Loop">How many times it is played; 0 means until the call ends.</param>
internal sealed record Play(string? Source, string? Digits, int Loop) : Prompt;

/// <summary>Silence on the server's side. The length in TwiML is in whole seconds.</summary>
internal sealed record Pause(TimeSpan Length) : Prompt;

/// <summary>Waits for keys.</summary>
internal sealed record Gather : Verb
{
    /// <summary>The URL that receives the keys, as written; null means the document's own URL.</summary>
    public string? Action { get; init; }

    /// <summary>GET or POST.</summary>
    public HttpMethod Method { get; init; } = HttpMethod.Post;

    /// <summary>How long the caller may be silent after the prompts, and after each key.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The key that ends the entry. Null means that no key does, and that <c>#</c> and <c>*</c> are digits like any other.
    /// </summary>
    public char? FinishOnKey { get; init; } = '#';

    /// <summary>The number of digits that ends the entry; null when it is not limited.</summary>
    public int? NumDigits { get; init; }

    /// <summary>Whether the action is requested although nothing was keyed.</summary>
    public bool ActionOnEmptyResult { get; init; }

    /// <summary>The prompts that play while the Gather waits, in order.</summary>
    public IReadOnlyList<Prompt> Prompts { get; init; } = [];
}

/// <summary>Connects the caller to another number, and continues with the document afterwards.</summary>
/// <param name="Number">The number, E.164.</param>
/// <param name="Timeout">The maximum time that it rings.</param>
internal sealed record Dial(string Number, TimeSpan Timeout) : Verb;

/// <summary>Continues with another document.</summary>
/// <param name="Target">The URL of that document as written, absolute or relative.</param>
/// <param name="Method">GET or POST.</param>
internal sealed record Redirect(string Target, HttpMethod Method) : Verb;

internal sealed record Hangup : Verb;

/// <summary>Refuses the call without answering it.</summary>
/// <param name="Reason"><c>rejected</c> or <c>busy</c>.</param>
internal sealed record Reject(string Reason) : Verb;
