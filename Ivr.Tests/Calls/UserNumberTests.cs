using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>The client's user number: known, mistyped, unknown, or a number of another kind.</summary>
public sealed class UserNumberTests(TestCluster cluster)
{
    [Theory]
    [InlineData(TestData.Mistyped, "Misschien is er een cijfer verkeerd doorgekomen.")]
    [InlineData(TestData.NotKnown, "Dat gebruikersnummer is hier niet bekend.")]
    [InlineData("980000000011", "Dat nummer lijkt op een login.")]
    [InlineData("980000000099", "Dat nummer lijkt op een login.")]
    [InlineData(TestData.NoLongerActive, "Neem contact op met uw onderneming.")]
    public async Task A_number_that_cannot_be_used_gets_its_own_words_and_another_try(string number, string words)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + number);
        call.Hears(words).Hears("Wat is het gebruikersnummer");
        await call.Presses(TestData.InFlanders + "1 3 1");
        call.Hears("Geregistreerd. Uw referentie is");
    }

    [Fact]
    public async Task The_look_up_decides_and_not_the_check_digits()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await server.Database.ExecuteAsync("update client set user_number = '123456789012' where region = 'flanders' and active");
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + "123456789012");
        call.Hears("Voor huishoudelijke hulp, druk 1.");
    }

    [Fact]
    public async Task Three_numbers_that_cannot_be_used_end_the_call()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.Mistyped + TestData.NotKnown);
        call.Hears("niet uw eigen login");
        await call.Presses(TestData.NoLongerActive);
        call.HearsGoodbye("niet geregistreerd");
    }

    [Fact]
    public async Task Silence_and_unknown_numbers_count_together()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.NotKnown);
        await call.StaysSilent();
        await call.Presses("123#");
        call.HearsGoodbye("niet geregistreerd");
    }

    [Fact]
    public async Task A_hash_out_of_habit_after_the_twelfth_digit_costs_nothing()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "#");
        call.Hears("Voor huishoudelijke hulp").DoesNotHear("niet begrepen").DoesNotHear("Wat hebt u gedaan?");
        await call.Presses("131");
        call.Hears("Geregistreerd. Uw referentie is");
    }

    [Fact]
    public async Task A_hash_before_the_twelfth_digit_ends_the_entry()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + "10000000013#");
        call.Hears("Dat hebben we niet begrepen.");
        await call.Presses(TestData.InFlanders);
        call.Hears("Voor huishoudelijke hulp");
    }
}
