using FsCheck;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace Ivr.Tests.Properties;

/// <summary>Fails the test with the smallest calls that break a property, and prints how to replay them.</summary>
internal sealed class CounterExample : IRunner
{
    public void OnStartFixture(Type t)
    {
    }

    public void OnArguments(
        int ntest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
    {
    }

    public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
    {
    }

    public void OnFinished(string name, FsCheck.TestResult result)
    {
        if (result is not FsCheck.TestResult.Failed failed)
        {
            Assert.True(result.IsPassed, "FsCheck ran out of scenarios.");
            return;
        }

        var (seed, size) = (failed.Item6, failed.Item7);
        var reason = failed.Item4 is Outcome.Failed { Item: var exception } ? Reason(exception) : "";
        Assert.Fail($"""
            {reason}

            Found in scenario {failed.Item1.NumberOfTests} and made smaller {failed.Item1.NumberOfShrinks} times.
            To play it again: {PropertyRun.SeedVariable}={seed.Seed},{seed.Gamma},{size}
            """);
    }

    private static string Reason(Exception exception)
    {
        var inner = exception.GetBaseException();
        return inner is Witness.BrokenException ? inner.Message : inner.ToString();
    }
}
