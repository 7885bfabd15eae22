
namespace Ivr.Server.People.Import;

/// <summary>A file was refused as a whole; the message names file, line and column of what is wrong.</summary>
internal sealed class ImportException(IReadOnlyList<string> errors) : Exception(string.Join(Environment.NewLine, errors));
