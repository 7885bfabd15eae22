
namespace Ivr.Tests.Documentation.Architecture;

/// <summary>
/// Dependencies between the folders of a project have one direction: down the list of its folders in docs/architecture.md.
/// </summary>
public sealed class FolderOrderTests
{
    /// <summary>The folders of each project. A folder may use only the folders after it.</summary>
    public static TheoryData<string, string[]> Projects => new()
    {
        {
            "Ivr.Server",
            [
                "Commands", "Development", "Monitoring", "People", "Secured", "CallTrace", "Voice", "Prestations", "Mobiles", "Emergency", "Logins", "Database",
                "Words", "Configuration",
            ]
        },
        {
            "Ivr.Caller",
            ["Commands", "BrowserPhone", "Load", "Live", "Replay", "Scripts", "Calls", "Webhooks", "Hearing", "TwiML", "Clock", ""]
        },
        { "Ivr.StateMachine", ["Flow", "Answers", "Results", ""] },
        { "Ivr.Bench", ["", "Cluster", "Growth", "National", "Peer", "Reports", "Steps", "HighAvailability", "Rounds"] },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_folder_uses_only_what_stands_below_it(string project, string[] order)
    {
        var arrows = Read(project).Select(arrow => (Arrow: arrow, From: Top(arrow.From), To: Top(arrow.To))).Where(ends => ends.From != ends.To).ToList();

        Assert.NotEmpty(arrows);
        Assert.Equal(order.Order(StringComparer.Ordinal), arrows.SelectMany(ends => new[] { ends.From, ends.To }).Distinct().Order(StringComparer.Ordinal));
        None(arrows.Where(ends => Array.IndexOf(order, ends.From) > Array.IndexOf(order, ends.To)).Select(ends => ends.Arrow));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_inside_a_folder_make_no_circle(string project, string[] order)
    {
        Assert.NotEmpty(order);
        foreach (var inside in Read(project).Where(arrow => Top(arrow.From) == Top(arrow.To)).GroupBy(arrow => Top(arrow.From)))
            None(Circle([.. inside]));
    }

    private static IReadOnlyList<FolderArrow> Read(string project) => FolderArrows.Read(Path.Combine(AppContext.BaseDirectory, $"{project}.dll"));

    private static void None(IEnumerable<FolderArrow> wrong) => Assert.True(!wrong.Any(), string.Join('\n', wrong));

    private static string Top(string folder) => folder.Split('/')[0];

    // Repeatedly removes folders without incoming or without outgoing dependencies. The dependencies that are left contain a cycle.
    private static List<FolderArrow> Circle(List<FolderArrow> arrows)
    {
        while (true)
        {
            var (from, to) = (arrows.Select(arrow => arrow.From).ToHashSet(), arrows.Select(arrow => arrow.To).ToHashSet());
            var rest = arrows.Where(arrow => to.Contains(arrow.From) && from.Contains(arrow.To)).ToList();
            if (rest.Count == arrows.Count)
                return rest;
            arrows = rest;
        }
    }
}
