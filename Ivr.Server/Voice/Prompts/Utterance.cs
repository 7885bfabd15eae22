using Ivr.StateMachine;

namespace Ivr.Server.Voice.Prompts;

/// <summary>One text in one language. The language also selects the voice.</summary>
internal readonly record struct Utterance(Language Language, string Text);
