using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Replay;

/// <summary>With an import each run has its own people, so that runs on one server do not disturb each other.</summary>
public sealed class OwnPeopleTests(TestCluster cluster) : ReplayTest(cluster)
{
    private const string Script = """
        title: Fails to log in, then records for a client of its own
        data:
          companies:
          - {company_code: GAMMA}
          workers:
          - {login: "0012", password: "0034", company_code: GAMMA, language: en}
          clients:
          - {user_number: 500000000073, region: brussels, name: "Client, \"own\""}
        calls:
        - dial: "+3280035530"
          steps:
          - press: 980999999999#11111#980999999999#11111#980999999999#11111#
          ends: server hung up
        - dial: "+3280035530"
          steps:
          - press: 0012#0034#
          - press: 500000000073 43
          - hear: 5 0 0, 0 0 0, 0 0 0, 0 7 3
          - press: 1
          - state: Recorded
        then:
          prestations:
          - {worker_login: "0012", user_number: 500000000073, region: brussels, company_code: GAMMA, possible_duplicate: false}
        """;

    [Fact]
    public async Task Runs_in_parallel_share_nobody_and_numbers_keep_their_kind()
    {
        await Desk.WriteAsync("scripts/a.yaml", ReplayDesk.Standard);
        await Desk.WriteAsync("scripts/b.yaml", Script);

        Assert.True(await Desk.ReplayAsync([.. Desk.Import, .. Desk.Database, "--repeat", "20"]) == 0, Desk.Output + Desk.Errors);

        var feed = await Server.Database.FeedAsync();
        Assert.Equal(40, feed.Select(row => row.WorkerLogin).Distinct().Count());
        Assert.Equal(40, feed.Select(row => row.UserNumber).Distinct().Count());
        Assert.All(feed, row => Assert.Matches(row.CompanyCode == "GAMMA" ? "^00[1-9][0-9]$" : "^980[0-9]{9}$", row.WorkerLogin));
        Assert.All(feed, row => Assert.Matches(row.CompanyCode == "GAMMA" ? "^500.{6}073$" : "^100.{6}135$", row.UserNumber));
        Assert.All(feed, row => Assert.Equal(CheckDigits(row.UserNumber), int.Parse(row.UserNumber[10..])));
    }

    [Fact]
    public async Task A_company_alone_is_imported_too()
    {
        await Desk.WriteAsync("scripts/a.yaml", "title: A company\ndata:\n  companies:\n  - {company_code: GAMMA}\ndial: \"+3280035530\"\n");

        Assert.Equal(0, await Desk.ReplayAsync(Desk.Import));

        Assert.True(await Server.Database.SingleAsync<bool>("select exists (select from company where company_code = 'GAMMA')"));
    }

    [Fact]
    public async Task The_failing_line_is_the_one_in_the_file()
    {
        await Desk.WriteAsync("scripts/b.yaml", Script.Replace("- state: Recorded", "- state: Summary", StringComparison.Ordinal));

        Assert.Equal(1, await Desk.ReplayAsync(Desk.Import));

        Assert.Contains("scripts/b.yaml:20:5: ", Desk.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_are_the_users_alone_and_gone_afterwards_and_no_shell_reads_the_command()
    {
        await Desk.WriteAsync("scripts/a.yaml", ReplayDesk.Standard);
        await Desk.WriteAsync("spy.sh", "for file; do :; done\nstat -c '%a %n' \"$file\" \"$(dirname \"$file\")\" >>seen\necho \"$*\" >>words\n");

        await Desk.ReplayAsync("--people", TestData.Folder, "--import", "sh spy.sh 'a b' \"c d\" ; touch pwned $(touch pwned)");

        var seen = await File.ReadAllLinesAsync(Desk.In("seen"), TestContext.Current.CancellationToken);
        Assert.Equal(6, seen.Length);
        Assert.All(seen, line => Assert.Matches(line.EndsWith(".csv", StringComparison.Ordinal) ? "^600 " : "^700 ", line));
        Assert.All(seen, line => Assert.False(Path.Exists(line[4..])));
        Assert.False(File.Exists(Desk.In("pwned")));
        Assert.Contains("; touch pwned $(touch pwned) companies ", await File.ReadAllTextAsync(Desk.In("words"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static int CheckDigits(string number) => (int)(long.Parse(number[..10]) % 97) is var rest and not 0 ? rest : 97;
}
