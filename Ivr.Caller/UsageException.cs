namespace Ivr.Caller;

/// <summary>The command cannot be executed as it was given. The message is for the user.</summary>
internal sealed class UsageException(string message) : Exception(message);
