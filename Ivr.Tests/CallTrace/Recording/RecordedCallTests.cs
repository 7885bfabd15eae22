using System.Text.RegularExpressions;
using Ivr.Caller.Scripts.Model;
using Ivr.Tests.CallScripts.Running;
using Ivr.Tests.Host;

namespace Ivr.Tests.CallTrace.Recording;

/// <summary>What a recorded script contains of a call, and what it must not contain.</summary>
public sealed partial class RecordedCallTests(TestCluster cluster)
{
    private const string Login = "980317264855";
    private const string Password = "8291746";
    private const string WrongPassword = "66053918247";
    private const string PasswordForLogin = "739164";
    private const string Client = "364918275070";
    private const string Mistyped = "364918725070";
    private const string TooShort = "36491827502";
    private const string Caller = "+32475918273";

    [Fact]
    public async Task The_script_says_what_was_done_and_what_came_of_it()
    {
        await using var server = await StartAsync();
        await using (var call = await server.Phone.DialAsync(TestData.FlandersLandline, Caller))
            await call.Presses($"2#{Login}#{WrongPassword}#{Login}#{Password}#{Mistyped}{Client}#95" + "2#7" + "0" + "1");

        var script = Assert.Single(await server.StopAsync());

        Assert.Matches(Expected(), script);
        await Replay.StatesAsync(cluster, script);
    }

    [Fact]
    public async Task What_was_taken_as_last_time_is_keyed_in_the_script()
    {
        await using var server = await StartAsync();
        var began = server.Server.Clock.GetUtcNow();
        foreach (var (week, keys) in new[] { $"{Client}111", $"{Client}111", "1#1" }.Index())
        {
            server.Server.Clock.Set(began + TimeSpan.FromDays(7 * week));
            await using var call = await server.Phone.DialAsync(TestData.FlandersLandline, Caller);
            await call.Presses($"{Login}#{Password}#{keys}");
            call.Hears("Ihre Leistung ist registriert.");
        }

        var offered = Assert.Single(await server.StopAsync(), script => script.Contains("1010\"", StringComparison.Ordinal));

        // The recording answers the questions that the offer answered, and asks for help in between.
        Assert.EndsWith("UserNumber Activity Hours Hours Summary Summary Recorded", Assert.Single(await Replay.StatesAsync(cluster, offered)), StringComparison.Ordinal);
    }

    // Started over late, the number is cut off, and its rest is no short key, though the client of before is offered.
    [Theory]
    [InlineData("1")]
    [InlineData("14")]
    public async Task The_rest_of_a_number_that_was_cut_off_is_no_short_key_in_the_script_either(string rest)
    {
        await using var server = await StartAsync();
        await using (var call = await server.Phone.DialAsync(TestData.FlandersLandline, Caller))
            await call.Presses($"{Login}#{Password}#{Client}131" + "1" + $"{Client[..11]}*" + $"{rest}#");

        var script = Assert.Single(await server.StopAsync());

        Assert.Matches("""- interrupt: "[0-9]{3}#"\n""", script);
        Assert.Equal(server.Heard.Lines, await Replay.StatesAsync(cluster, script));
    }

    [Fact]
    public async Task Nothing_of_the_caller_is_in_any_file_or_log()
    {
        await using var server = await StartAsync();
        await using var call = await server.Phone.DialAsync(TestData.FlandersLandline, Caller);
        // The password keyed as login, the login keyed as user number, a user number one digit short, a mistyped one, and the right one.
        await call.Presses($"{PasswordForLogin}#{Password}#{Login}#{WrongPassword}#{Login}#{Password}#");
        await call.Presses($"{Login}{TooShort}#{Client}#131" + "1" + $"{Mistyped}{Client}#13");
        await call.HangsUp();

        var script = Assert.Single(await server.StopAsync());

        string[] canaries =
        [
            Login[3..], Password, WrongPassword, PasswordForLogin, Client[..10], Mistyped[..10], TooShort[..10], Caller[5..], call.CallSid,
            Login[3..9], Password[..5], WrongPassword[..6], Client[..6], Client[6..],
        ];
        var written = Grouping().Replace(server.Everything(), "");
        Assert.All(canaries, canary => Assert.DoesNotContain(canary, written, StringComparison.Ordinal));
        Assert.NotEmpty(server.Server.Log.Lines);
        Assert.All(server.Server.Log.Lines, line => Assert.DoesNotContain(RecordingServer.Key, line, StringComparison.Ordinal));
        Assert.Equal(server.Heard.Lines, await Replay.StatesAsync(cluster, script));
    }

    [Fact]
    public async Task The_same_person_is_the_same_on_every_node_and_another_with_another_key()
    {
        await using var first = await StartAsync();
        await using var second = await first.StartNodeAsync();
        await using var other = await first.StartNodeAsync(key: "another key for the made-up values");
        foreach (var server in new[] { first, first, second, other })
        {
            await using var call = await server.Phone.DialAsync(TestData.FlandersLandline, Caller);
            await call.Presses($"{Login}#{Password}#{Client}");
        }

        await second.StopAsync();
        await other.StopAsync();
        var people = (await first.StopAsync()).Select(script => Made().Matches(script).Select(made => made.Value).ToList()).ToList();

        Assert.Equal(4, people.Count);
        Assert.All(people, person => Assert.Equal(4, person.Count));
        Assert.Equal([1, 3], people.GroupBy(person => string.Join(' ', person)).Select(group => group.Count()).Order());
        Assert.Equal(8, people.SelectMany(person => person).Distinct().Count());
    }

    [Fact]
    public async Task Its_files_are_closed_to_other_users_in_an_open_folder_too()
    {
        await using var server = await StartAsync();
        File.SetUnixFileMode(server.Folder, (UnixFileMode)Convert.ToInt32("755", 8));
        await using var call = await server.Phone.DialAsync(TestData.FlandersLandline, Caller);

        await server.StopAsync();

        var files = Directory.GetFiles(server.Folder, "*", SearchOption.AllDirectories);
        Assert.Equal(2, files.Length);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task A_call_that_goes_on_is_a_script_already()
    {
        await using var server = await StartAsync();
        await using var call = await server.Phone.DialAsync(TestData.FlandersLandline, Caller);
        await call.Presses($"{Login}#{Password}#");

        var script = Assert.Single(await server.StopAsync());

        Assert.EndsWith("- state: UserNumber\n", script, StringComparison.Ordinal);
        Assert.Equal(["Login Password UserNumber"], await Replay.StatesAsync(cluster, script));
    }

    [Theory]
    [InlineData($"{Password}#4#", "Password UserNumber UserNumber")]
    [InlineData($"{WrongPassword}#*#", "Password Password Login")]
    public async Task A_mobile_on_which_a_login_is_remembered_is_in_the_data(string keys, string states)
    {
        await using var server = await StartAsync();
        await new ScriptDataLoader(server.Server).LoadAsync(new() { Mobiles = [new MobileRow { Caller = Caller, Login = Login }] });
        await using (var call = await server.Phone.DialAsync(TestData.FlandersMobile, Caller))
            await call.Presses(keys);

        var script = Assert.Single(await server.StopAsync());

        Assert.Matches(@"  mobiles:\n  - \{caller: ""\+3247[0-9]{7}"", login: 980[0-9]{9}\}\n", script);
        Assert.DoesNotContain(Login[3..], server.Everything(), StringComparison.Ordinal);
        Assert.Equal([states], await Replay.StatesAsync(cluster, script));
    }

    [Fact]
    public async Task A_mobile_from_which_the_worker_recorded_before_is_in_the_data_when_remembering_was_offered()
    {
        await using var server = await StartAsync();
        await new ScriptDataLoader(server.Server).LoadAsync(new() { Mobiles = [new MobileRow { Caller = Caller, Login = Login, Entries = 2 }] });
        await using (var call = await server.Phone.DialAsync(TestData.FlandersMobile, Caller))
            await call.Presses($"{Login}#{Password}#{Client}131" + "4");

        var script = Assert.Single(await server.StopAsync());

        Assert.Matches(@"login: 980[0-9]{9}, entries: 2\}\n", script);
        Assert.Contains("- interrupt: \"4\"\n", script, StringComparison.Ordinal);
        Assert.Equal(server.Heard.Lines, await Replay.StatesAsync(cluster, script));
    }

    [Fact]
    public async Task Without_a_folder_nothing_is_written()
    {
        await using var server = await TestServer.StartAsync(cluster, settings: $"Recording:Key={RecordingServer.Key}");
        await using (var call = await server.DialAsync(TestData.FlandersLandline))
            await call.Presses(TestData.Nl.Keys);

        await server.StopAsync();

        Assert.False(Directory.Exists("steps"));
        Assert.Empty(Directory.GetFiles(".", "call-*"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_once_and_disturbs_no_call()
    {
        using var folder = new TemporaryFolder();
        var file = await folder.WriteAsync("file", "in the way");
        await using var server = await TestServer.StartAsync(
            cluster, settings: [$"Recording:Folder={file}", $"Recording:Key={RecordingServer.Key}"]);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        call.Hears("Uw prestatie is geregistreerd.");

        await server.StopAsync();

        Assert.Single(server.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.Single(server.Log.Lines, line => line.Contains("Call scripts cannot be written", StringComparison.Ordinal));
    }

    private async Task<RecordingServer> StartAsync()
    {
        var server = await RecordingServer.StartAsync(cluster);
        await new ScriptDataLoader(server.Server).LoadAsync(new()
        {
            Workers = [new WorkerRow { Login = Login, Password = Password, CompanyCode = "ALFA", Language = "de" }],
            Clients = [new ClientRow { UserNumber = Client, Region = "brussels" }],
        });
        return server;
    }

    [GeneratedRegex(@"(?<=from: "")\+[0-9]+|(?<=login: )[0-9]+(?=, p)|(?<=password: )[0-9]+|(?<=user_number: )[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Made();

    [GeneratedRegex("(?<=[0-9])[ ._/-]+(?=[0-9])", RegexOptions.None, 1000)]
    private static partial Regex Grouping();

    [GeneratedRegex("""
        \A# Written from a real call of 2026-03-12 15:30\. .*
        title: Recorded call-[0-9a-f]{16}
        moment: 2026-03-12 15:30
        dial: "\+3280035530"
        from: "(?<caller>\+3247[0-9]{7})"
        data:
          companies:
          - \{company_code: RECORDED\}
          workers:
          - \{login: (?<login>980[0-9]{9}), password: (?<password>[0-9]{6}), company_code: RECORDED, language: fr\}
          clients:
          - \{user_number: (?<client>[0-9]{12}), region: flanders\}
        steps:
        - state: Login
        - interrupt: "2#"
        - state: Login
        - interrupt: "\k<login>#"
        - state: Password
        - interrupt: "(?!\k<password>)[0-9]{6}#"
        - state: Login
        - interrupt: "\k<login>#"
        - state: Password
        - interrupt: "\k<password>#"
        - state: UserNumber
        - interrupt: "(?!\k<client>)[0-9]{12}"
        - state: UserNumber
        - interrupt: "\k<client>#"
        - state: Activity
        - interrupt: "9"
        - state: Activity
        - wait: 1 s
        - interrupt: "9"
        - state: Activity
        - interrupt: "2"
        - state: Hours
        - interrupt: "#"
        - state: Hours
        - interrupt: "7"
        - state: Summary
        - interrupt: "0"
        - state: Summary
        - interrupt: "1"
        - state: Recorded
        - hang up
        ends: caller hung up
        then:
          prestations:
          - \{reference: heard, worker_login: \k<login>, user_number: \k<client>, activity: 2, hours: 7, entry_no: 1\}
        \z
        """, RegexOptions.None, 1000)]
    private static partial Regex Expected();
}
