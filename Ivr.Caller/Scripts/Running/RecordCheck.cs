using System.Globalization;
using Ivr.Caller.Calls;
using Ivr.Caller.Hearing;
using Ivr.Caller.Scripts.Model;
using Ivr.Caller.Scripts.Reading;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Ivr.Caller.Scripts.Running;

/// <summary>
/// Compares the recorded rows with those that a script expects. It marks a row that differs in <paramref name="log"/>.
/// <paramref name="what"/> is the name of a row, for messages.
/// </summary>
internal sealed class RecordCheck<T>(ScriptLog log, string what)
    where T : ScriptPart
{
    private const string Reference = "reference";
    private static readonly IReadOnlyList<ScriptKey> Columns = ScriptKeys.Of(typeof(T));

    /// <summary>Compares row by row, column by column.</summary>
    /// <exception cref="StepFailedException">Something differs.</exception>
    public void Check(IReadOnlyList<T> rows, IReadOnlyList<Row> found, IEnumerable<PhoneCall> calls)
    {
        var heard = calls.SelectMany(call => call.Transcript.Entries.OfType<Spoken>())
            .SelectMany(spoken => HeardReference.AllIn(spoken.Text)).ToHashSet();
        var expected = rows.Select(Named).ToList();
        for (var i = 0; i < Math.Min(expected.Count, found.Count); i++)
        {
            var wrong = expected[i].Where(column => !Holds(column.Key, column.Value, found[i], heard)).ToList();
            if (wrong.Count == 0)
                continue;
            log.Begin(rows[i].At, call: null);
            throw new StepFailedException(Text(wrong), Text(wrong.Select(column => new KeyValuePair<string, string>(column.Key, found[i][column.Key]))));
        }

        if (expected.Count != found.Count)
            throw new StepFailedException(List(expected), List(found));
    }

    private static bool Holds(string column, string expected, Row found, HashSet<string> heard) =>
        (column, expected) is (Reference, "heard") ? heard.Contains(found[Reference]) : found[column] == expected;

    private static Dictionary<string, string> Named(T row) => Columns
        .Select(column => (column.Name, Value: column.Property.GetValue(row)))
        .Where(column => column.Value is not null)
        .ToDictionary(column => column.Name, column => Write(column.Value!));

    private static string Write(object value) => value switch
    {
        "withheld" => Phone.Withheld,
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment => BrusselsMoment.Write(moment),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private string List(IReadOnlyCollection<Row> rows) =>
        rows.Count == 0 ? $"no {what}" : $"{rows.Count} {what}(s):{string.Concat(rows.Select(row => "\n  " + Text(row)))}";

    private static string Text(IEnumerable<KeyValuePair<string, string>> row) =>
        string.Join(", ", row.Select(column => $"{column.Key}: {column.Value}"));
}
