using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Database;

public sealed class ReferenceTests(TestCluster cluster) : IAsyncLifetime
{
    private const int Many = 10_000;

    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await cluster.TakeDatabaseAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Ten_thousand_references_are_all_different_and_right()
    {
        var references = await TakeAsync(Many);

        Assert.Equal(Many, references.Distinct().Count());
        Assert.All(references, IsRight);
    }

    [Fact]
    public async Task Two_references_in_a_row_differ_in_more_than_two_places()
    {
        var references = await TakeAsync(Many);

        Assert.All(
            references.Zip(references.Skip(1)),
            pair => Assert.True(pair.First.Zip(pair.Second).Count(digits => digits.First != digits.Second) > 2, $"{pair}"));
    }

    [Fact]
    public async Task The_last_references_are_right_too_and_after_them_there_are_none()
    {
        await _database.ExecuteAsync("select setval('reference_number', 89999999 - 10)");

        var last = await TakeAsync(10);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => TakeAsync(1));

        Assert.Equal(10, last.Distinct().Count());
        Assert.All(last, IsRight);
        Assert.Equal("2200H", refused.SqlState);
    }

    [Theory]
    [InlineData("0794", "5")] // the example in the standard
    [InlineData("6943515153", "0")] // a Croatian OIB, which uses the same check digit
    [InlineData("8609574271", "9")] // a German tax number, which uses it too
    public async Task The_check_digit_is_ISO_7064_MOD_11_10(string digits, string expected) =>
        Assert.Equal(expected, await _database.SingleAsync<string>($"select check_digit('{digits}')"));

    [Fact]
    public async Task Every_wrong_digit_is_found()
    {
        foreach (var reference in await TakeAsync(200))
        {
            foreach (var place in Enumerable.Range(0, reference.Length))
            {
                foreach (var digit in "0123456789".Where(digit => digit != reference[place]))
                {
                    var slip = $"{reference[..place]}{digit}{reference[(place + 1)..]}";
                    Assert.NotEqual(slip[8], Mod11Mod10(slip[..8]));
                }
            }
        }
    }

    private Task<IReadOnlyList<string>> TakeAsync(int count) =>
        _database.QueryAsync<string>($"select next_reference() from generate_series(1, {count})");

    private static void IsRight(string reference)
    {
        Assert.Matches("^[0-8][0-9]{8}$", reference);
        Assert.Equal(Mod11Mod10(reference[..8]), reference[8]);
    }

    // Written from the standard, not from the SQL script.
    private static char Mod11Mod10(string digits)
    {
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (product + digit - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (char)('0' + ((11 - product) % 10));
    }
}
