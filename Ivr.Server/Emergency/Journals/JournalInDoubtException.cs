namespace Ivr.Server.Emergency.Journals;

/// <summary>A write to the journal failed and could not be undone. It is not known whether a line of it is on disk.</summary>
internal sealed class JournalInDoubtException(Exception inner) : IOException(inner.Message, inner);
