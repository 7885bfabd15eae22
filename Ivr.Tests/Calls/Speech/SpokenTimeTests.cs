using System.Globalization;
using System.Text;
using Ivr.StateMachine;

namespace Ivr.Tests.Calls.Speech;

/// <summary>A call is short: <c>./test --words</c> prints the seconds.</summary>
public class SpokenTimeTests(ITestOutputHelper output)
{
    /// <summary>Environment variable: prints the table on the console. The test runner hides the output of a test that passes.</summary>
    private const string PrintVariable = "IVR_WORDS";

    private const double LongestPrompt = 20;

    private static readonly Language[] Languages = Enum.GetValues<Language>();

    private static readonly (string Name, double Goal, Func<SpokenCall, double> Seconds)[] Rows =
    [
        ("the first question begins after", 3, call => call.BeforeFirstQuestion),
        ("plain call, to \"you may hang up\"", 50, call => call.ToHangingUp),
        ("the same, with the reference and the offer of another entry", 60, call => call.ToTheEnd),
        ("known worker, the client's telephone, with 0.35 s a key", 40, call => call.KnownWorker(OfferReason.Telephone)),
        ("known worker, as last time, with 0.35 s a key", 40, call => call.KnownWorker(OfferReason.LastTime)),
        ("summary, a client whom the worker had before", 12, call => call.KnownSummary(1)),
        ("the same with activity 4", 14, call => call.KnownSummary(4)),
        ("summary, a new client", 16, call => call.NewSummary(1)),
        ("correcting the hours: the menu and the question", 10, call => call.CorrectingHours),
        ("emergency call, with goodbye", 70, call => call.Emergency),
        ("the longest prompt of any path", LongestPrompt, call => call.AllPrompts.Max(prompt => prompt.Seconds)),
    ];

    [Fact]
    public void No_caller_listens_for_long()
    {
        var calls = Languages.Select(language => new SpokenCall(language)).ToList();
        // Each measurement is remembered.
        Parallel.ForEach(calls, call => Assert.NotEmpty(call.AllPrompts.ToList()));
        var measured = Rows.Select(row => (row.Name, row.Goal, Seconds: calls.Select(row.Seconds).ToList())).ToList();

        Action<string> say = Environment.GetEnvironmentVariable(PrintVariable) is null ? output.WriteLine : Console.WriteLine;
        say(Table(measured));
        var tooLong = calls.SelectMany(call => call.AllPrompts).Where(prompt => prompt.Seconds > LongestPrompt)
            .Select(prompt => string.Create(CultureInfo.InvariantCulture, $"{prompt.Seconds:0.0} {prompt.Said}"));
        Assert.Equal("", string.Join('\n', tooLong.Distinct()));
        Assert.All(measured, row => Assert.All(row.Seconds, seconds => Assert.True(seconds < row.Goal, row.Name)));
    }

    private static string Table(IEnumerable<(string Name, double Goal, List<double> Seconds)> rows)
    {
        var table = new StringBuilder().AppendJoin(" | ", ["| seconds", .. Languages.Select(language => language.Code()), "goal |"]).AppendLine();
        table.AppendLine("|---|---:|---:|---:|---:|---:|");
        foreach (var (name, goal, seconds) in rows)
        {
            var figures = seconds.Select(figure => figure.ToString("0.0", CultureInfo.InvariantCulture));
            table.AppendJoin(" | ", [$"| {name}", .. figures, $"{goal.ToString(CultureInfo.InvariantCulture)} |"]).AppendLine();
        }

        return table.ToString();
    }
}
