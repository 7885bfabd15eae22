using System.Globalization;
using System.Text.RegularExpressions;
using Ivr.Tests.Host;

namespace Ivr.Tests.Security.Fuzzing;

/// <summary>
/// No request to any endpoint, signed or not, causes an internal error or reveals internals, and callers are not affected.
/// FUZZ_SEED and FUZZ_REQUESTS change the requests and their number.
/// </summary>
public sealed partial class FuzzingTests(TestCluster cluster)
{
    private const int AtOnce = 8;

    private static readonly int Seed = Setting("FUZZ_SEED", 20260312);
    private static readonly int Requests = Setting("FUZZ_REQUESTS", 4000);

    [Fact]
    public async Task Nothing_that_is_sent_makes_the_server_fail_or_talk()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Interrupts(TestData.Nl.Keys + TestData.InFlanders + "13");
        string[] states = [.. call.Exchanges.Skip(1).Select(step => StateIn(step.Request.Url.Query)), StateIn(call.Gather!.Action!)];
        var requests = new FuzzedRequests(Seed, server.Url, call.CallSid, states);
        var statuses = new int[6];

        await Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            var (request, isWhole) = requests.Make(number);
            var answer = await AnswerAsync(server, request, isWhole);
            var status = answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? answer[9] - '0' : 0;
            Interlocked.Increment(ref statuses[status]);
            // 505 is the HTTP response to an unknown HTTP version, a refusal like 400.
            if ((status == 5 && !answer.StartsWith("HTTP/1.1 505 ", StringComparison.Ordinal)) || Insides().IsMatch(answer))
                Assert.Fail($"Seed {Seed}, request {number}:\n{Readable(request)}\n\nwas answered:\n{Readable(answer)}");
        });

        // Otherwise too few requests reached the code under test.
        Assert.InRange(statuses[2], Requests / 10, Requests);
        Assert.InRange(statuses[4], Requests / 10, Requests);
        Assert.DoesNotContain(server.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal));
        await using var after = await server.DialAsync(TestData.FlandersLandline);
        await after.Interrupts(TestData.Fr.Keys + TestData.InFlanders + "131");
        after.HearsIn("fr", "Votre référence est");
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_requests()
    {
        await using var server = await TestServer.StartAsync(cluster);
        var (one, other) = (Make(), Make());
        Assert.Equal(Enumerable.Range(0, 200).Select(one.Make), Enumerable.Range(0, 200).Select(other.Make));

        FuzzedRequests Make() => new(Seed, server.Url, "CA00000000000000000000000000000001", ["a", "b"]);
    }

    private static async Task<string> AnswerAsync(TestServer server, string request, bool isWhole)
    {
        await using var connection = await RawConnection.OpenAsync(server);
        try
        {
            await connection.SendAsync(request);
            // After a complete request the sending side stays open: the server would treat its end as a lost client and abort the request.
            if (!isWhole)
                connection.Finish();
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            // The server already responded and closed the connection.
        }

        return await connection.ReadToEndAsync();
    }

    private static string StateIn(string url) => url.Split("call=")[1];

    private static string Readable(string bytes) => string.Concat(bytes.Take(4000).Select(character =>
        character is >= ' ' and < '\u007f' or '\n' ? $"{character}" : $"\\x{(int)character:x2}"));

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    [GeneratedRegex(@"Exception|Stack ?Trace|   at [A-Z]|\bIvr\.|\bSystem\.|Microsoft\.|Npgsql|\.cs:line|password_hash", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Insides();
}
