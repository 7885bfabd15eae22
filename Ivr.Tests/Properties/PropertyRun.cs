using FsCheck;
using FsCheck.Fluent;
using Ivr.Tests.Properties.Plans;
using Microsoft.FSharp.Core;

namespace Ivr.Tests.Properties;

/// <summary>How many calls are made up, and from which seed. The same every time, unless the environment says otherwise.</summary>
/// <param name="Calls">How many calls, or a few more.</param>
/// <param name="Seed">Where the making up begins; null for anywhere.</param>
internal sealed record PropertyRun(int Calls, Replay? Seed)
{
    /// <summary>How many calls, for example <c>100000</c>.</summary>
    public const string CallsVariable = "IVR_PROPERTY_CALLS";

    /// <summary><c>random</c>, any number, or what a failed run tells to play its smallest calls again: <c>seed,gamma,size</c>.</summary>
    public const string SeedVariable = "IVR_PROPERTY_SEED";

    private const int DefaultCalls = 10_000;
    private const ulong DefaultSeed = 20260312;

    /// <summary>What the environment asks for.</summary>
    public static PropertyRun FromEnvironment() =>
        From(Environment.GetEnvironmentVariable(CallsVariable), Environment.GetEnvironmentVariable(SeedVariable));

    /// <summary>What two texts ask for; the usual where there are none.</summary>
    public static PropertyRun From(string? calls, string? seed) => new(
        string.IsNullOrEmpty(calls) ? DefaultCalls : int.Parse(calls),
        seed switch
        {
            null or "" => new Replay(new Rnd(DefaultSeed), FSharpOption<int>.None),
            "random" => null,
            var text => Read(text),
        });

    /// <summary>Whether one failure is played again.</summary>
    public bool IsReplay => Seed is { Size: not null };

    /// <summary>Makes up scenarios and plays them, until one fails or there are enough.</summary>
    /// <param name="play">Plays one, and throws when a property does not hold.</param>
    /// <param name="lane">Which of several that share the work, each with its own scenarios.</param>
    /// <param name="lanes">How many share it.</param>
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
