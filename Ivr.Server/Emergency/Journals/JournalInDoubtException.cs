namespace Ivr.Server.Emergency.Journals;

/// <summary>A write to the journal failed, and what it left there could not be taken back: whether a line of it stands is not known.</summary>
internal sealed class JournalInDoubtException(Exception inner) : IOException(inner.Message, inner);
