namespace Ivr.Server.Import;

/// <summary>Collects what is wrong with a file, so that one reading shows more than the first mistake.</summary>
internal sealed class CsvErrors(string file)
{
    private const int Most = 20;

    private readonly List<string> _errors = [];

    public bool IsFull => _errors.Count >= Most;

    /// <summary>Notes a mistake in one field.</summary>
    public void Add(int line, int place, CsvColumn column, string value, string what) =>
        Add(line, $"column {place + 1} ({column.Name}): {(column.IsSecret ? "the value" : $"'{Shorten(value)}'")} {what}.");

    /// <summary>Notes a mistake in a line.</summary>
    public void Add(int line, string what) => _errors.Add($"{file}, line {line}, {what}");

    /// <summary>Refuses the file if there was a mistake.</summary>
    /// <exception cref="ImportException">There was.</exception>
    public void Throw()
    {
        if (_errors.Count == 0)
            return;
        if (IsFull)
            _errors.Add("... and perhaps more. Nothing was imported.");
        else
            _errors.Add("Nothing was imported.");
        throw new ImportException(_errors);
    }

    private static string Shorten(string value) => value.Length <= 40 ? value : $"{value[..40]}...";
}
