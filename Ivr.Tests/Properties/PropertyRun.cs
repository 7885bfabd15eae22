using FsCheck;
using FsCheck.Fluent;
using Ivr.Tests.Host;
using Ivr.Tests.Properties.Plans;
using Microsoft.FSharp.Core;

namespace Ivr.Tests.Properties;

/// <summary>
/// The number of generated calls, rounded up to whole scenarios, and the seed; null for a random seed. Both are fixed unless the
/// environment sets them.
/// </summary>
internal sealed record PropertyRun(int Calls, Replay? Seed)
{
    /// <summary>Environment variable: the number of calls, for example <c>100000</c>.</summary>
    public const string CallsVariable = "IVR_PROPERTY_CALLS";

    /// <summary>
    /// Environment variable: <c>random</c>, any number, or <c>seed,gamma,size</c>, which a failed run prints to replay its smallest calls.
    /// </summary>
    public const string SeedVariable = "IVR_PROPERTY_SEED";

    private const ulong DefaultSeed = 20260312;

    private static readonly int DefaultCalls = LongRuns.Of(1_000, full: 10_000);

    /// <summary>Reads the environment variables.</summary>
    public static PropertyRun FromEnvironment() =>
        From(Environment.GetEnvironmentVariable(CallsVariable), Environment.GetEnvironmentVariable(SeedVariable));

    /// <summary>Parses the values of the environment variables; null or empty means the default.</summary>
    public static PropertyRun From(string? calls, string? seed) => new(
        string.IsNullOrEmpty(calls) ? DefaultCalls : int.Parse(calls),
        seed switch
        {
            null or "" => new Replay(new Rnd(DefaultSeed), FSharpOption<int>.None),
            "random" => null,
            var text => Read(text),
        });

    /// <summary>Whether the run replays one failure.</summary>
    public bool IsReplay => Seed is { Size: not null };

    /// <summary>
    /// Generates and plays scenarios until one fails or there are enough. <paramref name="play"/> throws when a property does not hold.
    /// <paramref name="lanes"/> runs share the work; <paramref name="lane"/>, from 0, gives each its own scenarios.
    /// </summary>
    public void Check(Func<Scenario, Task> play, int lane, int lanes)
    {
        var config = Config.Quick
            .WithMaxTest(IsReplay ? 1 : (Calls + lanes * Scenarios.Calls - 1) / (lanes * Scenarios.Calls))
            .WithRunner(new CounterExample());
        var seed = IsReplay || Seed is null ? Seed : new Replay(new Rnd(Seed.Rnd.Seed + (ulong)lane, Seed.Rnd.Gamma), Seed.Size);
        if (seed is not null)
            config = config.WithReplay(FSharpOption<Replay>.Some(seed));
        FsCheck.Check.One(config, Prop.ForAll(Scenarios.Any, play));
    }

    private static Replay Read(string text)
    {
        var parts = text.Split(',');
        var seed = ulong.Parse(parts[0]);
        return parts.Length == 3
            ? new Replay(new Rnd(seed, ulong.Parse(parts[1])), FSharpOption<int>.Some(int.Parse(parts[2])))
            : new Replay(new Rnd(seed), FSharpOption<int>.None);
    }
}
