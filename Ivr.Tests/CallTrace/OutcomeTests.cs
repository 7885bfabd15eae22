using System.Reflection;
using Ivr.Server.CallTrace;
using Ivr.Server.Secured.Words;
using Ivr.Tests.Documentation;
using Ivr.Tests.Host;

namespace Ivr.Tests.CallTrace;

/// <summary>The outcomes of a call have one list, and the table, the pages and the documentation have the same ones.</summary>
public sealed class OutcomeTests(TestCluster cluster)
{
    private static readonly string[] Outcomes = [.. typeof(CallOutcome).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!)
        .Order(StringComparer.Ordinal)];

    [Fact]
    public async Task The_table_has_the_same_outcomes()
    {
        await using var database = await cluster.TakeDatabaseAsync();

        Assert.Equal(Outcomes, await database.QueryAsync<string>("""
            select distinct quoted[1] collate "C"
            from (select pg_get_constraintdef(oid) from pg_constraint where conname = 'call_ending_check'
                  union all
                  select pg_get_expr(adbin, adrelid) from pg_attrdef where adrelid = 'call'::regclass) as definition (text),
                 regexp_matches(text, '''([a-z_]+)''', 'g') as quoted
            order by 1
            """));
    }

    [Fact]
    public void The_operators_page_has_words_for_each() => Assert.Equal(Outcomes, OperatorWords.AllOutcomes.Order(StringComparer.Ordinal));

    [Fact]
    public void The_documentation_says_what_each_means() => Assert.Equal(
        Outcomes,
        Page.RowsOf(Page.Of("operator.md").Sections(2)["The trace of calls"]).Select(row => row[0].Trim('`')).Order(StringComparer.Ordinal));
}
