using System.Text.Json.Nodes;
using Ivr.Caller.Scripts.Schema;
using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Scripts;

/// <summary>The schema that editors use is the schema that the code generates.</summary>
public class SchemaTests(TestCluster cluster)
{
    [Fact]
    public async Task The_committed_schema_is_that_of_the_code()
    {
        var file = Repository.In("docs", "call-script.schema.json");
        var committed = File.Exists(file) ? await File.ReadAllTextAsync(file) : "";

        if (committed.ReplaceLineEndings("\n") != ScriptSchema.Text())
            Assert.Fail($"docs/call-script.schema.json differs from the code. It must be:\n{ScriptSchema.Text()}");
    }

    [Fact]
    public async Task A_script_can_name_every_column_of_the_feed_and_no_other()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        var columns = await database.QueryAsync<string>(
            "select column_name::text from information_schema.columns where table_name = 'prestation_feed' order by ordinal_position");

        var rows = JsonNode.Parse(ScriptSchema.Text())!["properties"]!["then"]!["properties"]!["prestations"]!["anyOf"]![1]!["items"]!;

        Assert.Equal(columns, rows["properties"]!.AsObject().Select(column => column.Key));
    }
}
