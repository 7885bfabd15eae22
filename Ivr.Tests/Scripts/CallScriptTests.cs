using Ivr.Tests.Host;

namespace Ivr.Tests.Scripts;

/// <summary>Every file in CallScripts is a test. A new file needs no code.</summary>
public sealed class CallScriptTests(TestCluster cluster, ScriptSuite suite)
{
    public static IEnumerable<TheoryDataRow<string>> Scripts =>
        ScriptSuite.Names.Select(name => new TheoryDataRow<string>(name) { TestDisplayName = name });

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task The_call_goes_as_written(string name)
    {
        if ((await suite.RunAsync(cluster, name)).Failure is { } failure)
            Assert.Fail(failure);
    }
}
