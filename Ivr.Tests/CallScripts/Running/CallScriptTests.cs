using Ivr.Tests.Host;

namespace Ivr.Tests.CallScripts.Running;

/// <summary>Every file in CallScripts is a test case; a new file needs no code.</summary>
public sealed class CallScriptTests(TestCluster cluster, ScriptSuite suite)
{
    /// <summary>Runs only the scripts whose path contains this text, for the author of a script.</summary>
    private static readonly string Wanted = Environment.GetEnvironmentVariable("CALL_SCRIPTS") ?? "";

    public static IEnumerable<TheoryDataRow<string>> Scripts => ScriptSuite.Names
        .Where(name => name.Contains(Wanted, StringComparison.Ordinal))
        .Select(name => new TheoryDataRow<string>(name) { TestDisplayName = name, Label = "" });

    /// <summary>The scripts of callers' habits, which must end alike whether Twilio keeps the keys between two Gathers or not.</summary>
    public static IEnumerable<TheoryDataRow<string>> Habits => ScriptSuite.Names
        .Where(name => name.StartsWith("habits/", StringComparison.Ordinal))
        .Select(name => new TheoryDataRow<string>(name) { TestDisplayName = $"{name}, keys lost", Label = "" });

    [Theory]
    [MemberData(nameof(Habits))]
    public async Task The_call_goes_as_written_where_keys_between_two_Gathers_are_lost(string name)
    {
        if ((await suite.RunWithLostKeysAsync(cluster, name)).Failure is { } failure)
            Assert.Fail(failure);
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task The_call_goes_as_written(string name)
    {
        if ((await suite.RunAsync(cluster, name)).Failure is { } failure)
            Assert.Fail(failure);
    }
}
