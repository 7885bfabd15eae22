namespace Ivr.Caller;

/// <summary>The command cannot be done as it was given; the message is for the person who gave it.</summary>
internal sealed class UsageException(string message) : Exception(message);
