using Ivr.Caller.Calls;
using Ivr.Tests.Host;

namespace Ivr.Tests.Properties.Plans;

/// <summary>Shrinks a failing scenario: fewer calls, fewer acts, simpler acts. The largest reductions come first.</summary>
internal static class Simpler
{
    /// <summary>Scenarios that are one step simpler.</summary>
    public static IEnumerable<Scenario> Than(Scenario scenario) =>
        FewerCalls(scenario)
            .Concat(scenario.Start == TestServer.Afternoon ? [] : [scenario with { Start = TestServer.Afternoon }])
            .Concat(PlainerCalls(scenario));

    private static IEnumerable<Scenario> FewerCalls(Scenario scenario)
    {
        var waves = scenario.Waves;
        foreach (var fewer in Without(waves))
            yield return scenario with { Waves = fewer };
        if (waves.Any(wave => wave.Count > 1))
            yield return scenario with { Waves = [.. waves.SelectMany(wave => wave).Select(IReadOnlyList<PlannedCall> (call) => [call])] };
        for (var i = 0; i < waves.Count; i++)
        {
            if (waves[i].Count == 1)
                continue;
            foreach (var fewer in Without(waves[i]))
                yield return scenario with { Waves = With(waves, i, fewer) };
        }
    }

    private static IEnumerable<Scenario> PlainerCalls(Scenario scenario) =>
        from wave in Enumerable.Range(0, scenario.Waves.Count)
        from place in Enumerable.Range(0, scenario.Waves[wave].Count)
        from call in Than(scenario.Waves[wave][place])
        select scenario with { Waves = With(scenario.Waves, wave, With(scenario.Waves[wave], place, call)) };

    private static IEnumerable<PlannedCall> Than(PlannedCall call)
    {
        foreach (var fewer in Without(call.Acts))
            yield return call with { Acts = fewer };
        for (var i = 0; i < call.Acts.Count; i++)
        {
            foreach (var act in Than(call.Acts[i]))
                yield return call with { Acts = With(call.Acts, i, act) };
        }

        if (call.IsHasty)
            yield return call with { IsHasty = false };
        if (call.Dialled != TestData.FlandersLandline)
            yield return call with { Dialled = TestData.FlandersLandline };
        if (call.Caller != Phone.DefaultCaller)
            yield return call with { Caller = Phone.DefaultCaller };
        // Most readers of a failed test can read English.
        var plain = new Job(TestData.En, TestData.InFlanders, Activity: 1, Hours: 3);
        if (call.Job != plain)
            yield return call with { Job = plain };
    }

    private static IEnumerable<Act> Than(Act act) => act switch
    {
        Act.Answers => [],
        Act.AsksForHelp { Times: > 1 and var times } =>
            [new Act.AsksForHelp(1), new Act.AsksForHelp(times / 2), new Act.AsksForHelp(times - 1)],
        Act.Mashes { Keys: { Length: > 1 } keys } =>
            [new Act.Answers(), .. Without<char>([.. keys]).Select(fewer => new Act.Mashes(string.Concat(fewer)))],
        Act.Repeats { Back: > 0 } repeat => [new Act.Repeats(0), new Act.Repeats(repeat.Back - 1)],
        Act.Suffers => [],
        _ => [new Act.Answers()],
    };

    // Each half of the items, then all items but one; never an empty list.
    private static IEnumerable<IReadOnlyList<T>> Without<T>(IReadOnlyList<T> items)
    {
        var half = items.Count / 2;
        if (half > 1)
        {
            yield return [.. items.Take(half)];
            yield return [.. items.Skip(half)];
        }

        for (var i = items.Count - 1; i >= 0 && items.Count > 1; i--)
            yield return [.. items.Where((_, place) => place != i)];
    }

    private static IReadOnlyList<T> With<T>(IReadOnlyList<T> items, int place, T item) =>
        [.. items.Select((other, i) => i == place ? item : other)];
}
