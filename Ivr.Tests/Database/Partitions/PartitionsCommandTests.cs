using Ivr.Tests.Host;

namespace Ivr.Tests.Database.Partitions;

public sealed class PartitionsCommandTests(TestCluster cluster)
{
    [Fact]
    public async Task It_says_what_it_made_and_then_that_there_is_nothing_to_do()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        using var folder = new TemporaryFolder();

        var first = await RunAsync("2");
        var second = await RunAsync("2");

        Assert.Equal(0, first.ExitCode);
        Assert.Equal(3, first.Output.Split('\n').Length);
        Assert.All(first.Output.Split('\n'), line => Assert.Matches(@"^Made the partition of \d{4}-\d\d\.$", line));
        Assert.Equal((0, "Nothing to do: all partitions are there."), (second.ExitCode, second.Output));
        Assert.NotEqual(0, (await RunAsync("121")).ExitCode);

        Task<(int ExitCode, string Output, IReadOnlyList<string> Errors)> RunAsync(string months) => ServerProgram.RunAsync(
            folder.Path, "Production", "partitions", "--months", months, $"--ConnectionStrings:Ivr={database.ConnectionString}");
    }
}
