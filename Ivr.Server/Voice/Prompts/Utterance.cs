using Ivr.StateMachine;

namespace Ivr.Server.Voice.Prompts;

/// <summary>
/// One text in one language. The language also selects the voice. A key stops the text, unless <c>IsWhole</c>: the caller must hear it.
/// </summary>
internal readonly record struct Utterance(Language Language, string Text, bool IsWhole = false);
