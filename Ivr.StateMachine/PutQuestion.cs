namespace Ivr.StateMachine;

/// <summary>How a question was put: the time at which the server sent it, and the key that led to it.</summary>
/// <param name="At">The server's time. Webhooks carry none.</param>
/// <param name="Key">The caller's key that completed the entry before.</param>
public sealed record PutQuestion(DateTimeOffset At, char Key);
