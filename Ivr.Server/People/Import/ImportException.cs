
namespace Ivr.Server.People.Import;

/// <summary>A file was rejected as a whole. The message names file, line and column of each mistake.</summary>
internal sealed class ImportException(IReadOnlyList<string> errors) : Exception(string.Join(Environment.NewLine, errors));
