using FsCheck;
using FsCheck.Fluent;
using Ivr.Caller.Calls;
using Ivr.Tests.Host;
using TestData = Ivr.Tests.Host.TestData;

namespace Ivr.Tests.Properties.Plans;

/// <summary>Generates calls that often get far: mostly right answers, with mistakes and noise between them.</summary>
internal static class Scenarios
{
    /// <summary>Number of calls in every scenario, to compute how many scenarios give a number of calls.</summary>
    public const int Calls = 5;

    private const string Mobile = "+32475123456";

    // A quiet afternoon, and the edges of days, months, years and summer time. At the last one Brussels and UTC have different dates.
    private static readonly DateTimeOffset[] Moments =
    [
        TestServer.Afternoon,
        TestServer.Afternoon,
        new(2026, 3, 28, 23, 57, 0, TimeSpan.FromHours(1)),
        new(2026, 3, 29, 1, 58, 0, TimeSpan.FromHours(1)),
        new(2026, 10, 25, 2, 55, 0, TimeSpan.FromHours(2)),
        new(2026, 12, 31, 23, 58, 0, TimeSpan.FromHours(1)),
        new(2028, 2, 28, 23, 56, 0, TimeSpan.FromHours(1)),
        new(2026, 8, 1, 0, 30, 0, TimeSpan.FromHours(2)),
    ];

    // Always the same worker keys a wrong password, so that failures add up and lock the login.
    private static readonly Worker Forgetful = TestData.Nl with { Password = "00000" };

    private static readonly Worker[] Workers =
        [TestData.Nl, TestData.Nl, Forgetful, TestData.Fr, TestData.Fr, TestData.De, TestData.En, TestData.AppBlocked, TestData.Inactive];

    private static readonly string[] Numbers = [TestData.FlandersLandline, TestData.FlandersMobile, TestData.Wallonia, TestData.Wallonia];

    private static readonly Gen<Job> Jobs =
        from worker in Gen.Elements(Workers)
        from client in Gen.Elements(TestData.InFlanders, TestData.InFlanders, TestData.InBrussels, TestData.InWallonia)
        from activity in Gen.Elements(1, 1, 1, 2, 3, 4)
        from hours in Gen.Choose(1, 9)
        select new Job(worker, client, activity, hours);

    private static readonly Gen<string> Noise =
        from length in Gen.Frequency((5, Gen.Choose(1, 3)), (1, Gen.Choose(4, 25)))
        from keys in Gen.Elements("0123456789*#".ToCharArray()).ListOf(length)
        select string.Concat(keys);

    private static readonly Gen<Mishap> Mishaps =
        Gen.Elements(Mishap.RequestLost, Mishap.AnswerLost, Mishap.AnswerLost, Mishap.Doubled);

    private static readonly Gen<Act> Acts = Gen.Frequency(
        (70, Gen.Constant<Act>(new Act.Answers())),
        (5, Gen.Choose(0, 35).Select(Act (choice) => new Act.AnswersOtherwise(choice))),
        (7, Gen.Choose(0, 11).Select(Act (choice) => new Act.Slips(choice))),
        (5, Gen.Constant<Act>(new Act.AnswersTwice())),
        (3, Gen.Frequency((40, Gen.Constant(1)), (1, Gen.Choose(20, 60))).Select(Act (times) => new Act.AsksForHelp(times))),
        (4, Noise.Select(Act (keys) => new Act.Mashes(keys))),
        (5, Gen.Constant<Act>(new Act.IsSilent())),
        (6, Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 12))).Select(Act (back) => new Act.Repeats(back))),
        (6, Mishaps.Select(Act (mishap) => new Act.Suffers(mishap))),
        (1, Gen.Elements<Act>(new Act.HangsUp(), new Act.AnswersAndHangsUp())));

    private static readonly Gen<List<Act>> Anything =
        from length in Gen.Choose(4, 16)
        from acts in Acts.ListOf(length)
        select acts;

    // Random acts alone almost never lose a confirmation and then change what was confirmed.
    private static readonly Gen<List<Act>> SecondThoughts =
        from mishap in Mishaps
        from choice in Gen.Choose(0, 35)
        from acts in Anything
        select (List<Act>)
        [
            .. Enumerable.Repeat(new Act.Answers(), 5), new Act.Suffers(mishap), new Act.Answers(),
            new Act.AnswersOtherwise(choice), new Act.AnswersOtherwise(choice), new Act.AnswersOtherwise(choice), new Act.Answers(),
            .. acts.Take(4),
        ];

    // Sometimes everybody has forgotten the same password: then the login is locked, and its entries are left.
    private static readonly Gen<List<PlannedCall>> AllCalls =
        from calls in Plans.ListOf(Calls)
        from areForgetful in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from areRegulars in Gen.Frequency((15, Gen.Constant(false)), (1, Gen.Constant(true)))
        select (areForgetful, areRegulars) switch
        {
            (true, _) => [.. calls.Select(call => call with { Job = call.Job with { Worker = Forgetful } })],
            (_, true) => Regulars(calls),
            _ => calls,
        };

    private static Gen<PlannedCall> Plans =>
        from dialled in Gen.Elements(Numbers)
        from caller in Gen.Elements(Phone.DefaultCaller, Phone.Withheld, Mobile, TestData.PhoneInFlanders)
        from job in Jobs
        from isHasty in Gen.Elements(true, false)
        from acts in Gen.Frequency((9, Anything), (1, SecondThoughts))
        select new PlannedCall(dialled, caller, job, isHasty, acts);

    /// <summary>Generates any scenario, and shrinks a given one.</summary>
    public static Arbitrary<Scenario> Any { get; } = Arb.From(
        from start in Gen.Elements(Moments)
        from calls in AllCalls
        // Mostly one after another: only then it is certain which rows each call must find.
        from sizes in Gen.Elements<int[]>([1, 1, 1, 1, 1], [1, 1, 1, 1, 1], [1, 2, 1, 1], [3, 2], [1, 1, 3])
        select new Scenario(start, InWaves(calls, sizes)),
        Simpler.Than);

    // All call from one mobile. With the third entry the login is remembered there, so the later calls begin at the password.
    private static List<PlannedCall> Regulars(List<PlannedCall> calls) =>
    [
        .. calls.Select((call, place) => call with
        {
            Caller = Mobile,
            IsHasty = false,
            Acts = place == 0 ? [.. Enumerable.Repeat(new Act.Answers(), 16), new Act.AnswersOtherwise(0), .. call.Acts.Take(4)] : call.Acts,
        }),
    ];

    private static List<IReadOnlyList<PlannedCall>> InWaves(List<PlannedCall> calls, int[] sizes)
    {
        var waves = new List<IReadOnlyList<PlannedCall>>();
        foreach (var size in sizes)
            waves.Add([.. calls.Skip(waves.Sum(wave => wave.Count)).Take(size)]);
        return waves;
    }
}
