
namespace Ivr.Server.People.Import;

/// <summary>Collects the mistakes of a file, so that one run reports more than the first mistake.</summary>
internal sealed class CsvErrors(string file)
{
    private const int MaxErrors = 20;
    private const int Shown = 40;

    private readonly List<string> _errors = [];

    public bool IsFull => _errors.Count >= MaxErrors;

    /// <summary>Adds a mistake in one field.</summary>
    public void Add(int line, int place, CsvColumn column, string value, string what) =>
        Note(line, $"column {place + 1} ({column.Name})", $"{(column.IsSecret ? "the value" : $"'{Printable(value)}'")} {what}");

    /// <summary>Adds a mistake in the format of the file.</summary>
    public void Add(int line, int place, string what) => Note(line, $"column {place + 1}", what);

    /// <summary>Rejects the file when there was a mistake.</summary>
    /// <exception cref="ImportException">There was at least one mistake.</exception>
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

    private void Note(int line, string where, string what) => _errors.Add($"{file}, line {line}, {where}: {what}.");

    // A terminal would interpret control characters of the file as commands.
    private static string Printable(string value)
    {
        var start = value.Length <= Shown ? value : $"{value[..Shown]}...";
        return new([.. start.Select(character => char.IsControl(character) ? '?' : character)]);
    }
}
