using Ivr.StateMachine;

namespace Ivr.Server.Voice.Prompts;

/// <summary>Something said in one language.</summary>
/// <param name="Language">The language, and so the voice.</param>
/// <param name="Text">The words.</param>
internal readonly record struct Utterance(Language Language, string Text);
