using Ivr.Caller.Calls;
using Ivr.Caller.Calls.Engine;
using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>Silence, a wrong answer and a request for help at each question, on both lines.</summary>
public sealed class QuestionTests(TestCluster cluster)
{
    public static TheoryData<AskedQuestion> Questions { get; } = new(AskedQuestions.All);

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Silence_is_asked_again_twice_each_time_in_other_words_and_then_ends_the_call(AskedQuestion question)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await ReachAsync(server, question);

        await call.StaysSilent();
        call.Hears(question.Second);
        await call.StaysSilent();
        call.Hears(question.Third);
        await call.StaysSilent();
        AssertEndedWithoutRecord(call);
        Assert.Empty(await server.Database.FeedAsync());
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_wrong_answer_is_asked_again_twice_each_time_in_other_words_and_then_ends_the_call(AskedQuestion question)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await ReachAsync(server, question);

        await call.Presses(question.Wrong);
        call.Hears(question.Second);
        await call.Presses(question.Wrong);
        call.Hears(question.Third);
        await call.Presses(question.Wrong);
        AssertEndedWithoutRecord(call);
        Assert.Empty(await server.Database.FeedAsync());
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Help_explains_puts_the_question_again_and_costs_no_try(AskedQuestion question)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await ReachAsync(server, question);

        for (var i = 0; i < 4; i++)
        {
            await call.Presses(question.Help);
            call.Hears(question.Explanation).Hears(question.First);
        }

        await call.Presses(question.Wrong);
        call.Hears(question.Second);
        await call.Presses(question.Help);
        call.Hears(question.Explanation).Hears(question.First);
        await call.StaysSilent();
        call.Hears(question.Third);
        Assert.False(call.IsOver);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task The_right_answer_on_the_last_try_is_as_good_as_on_the_first(AskedQuestion question)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await ReachAsync(server, question);
        await call.StaysSilent();
        await call.Presses(question.Wrong);

        await call.Presses(question.Rest);
        Assert.Single(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task Seven_digits_and_then_silence_are_a_wrong_answer_and_not_a_call_that_waits_for_ever()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + "1000000");
        await call.StaysSilent();
        call.Hears("Dat hebben we niet begrepen.").Hears("Wat is het gebruikersnummer");
    }

    [Fact]
    public async Task A_login_without_hash_is_taken_when_the_caller_stops_keying()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Login);
        await call.StaysSilent();
        call.Hears("wachtwoord");
    }

    [Fact]
    public async Task A_hundred_keys_in_a_row_are_a_wrong_answer_like_any_other()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(new string('8', 100) + "#");
        call.Hears("Wat is uw login?");
    }

    private static async Task<PhoneCall> ReachAsync(TestServer server, AskedQuestion question)
    {
        var call = await server.DialAsync(question.Number);
        if (question.Before != "")
            await call.Presses(question.Before);
        return call.Hears(question.First);
    }

    private static void AssertEndedWithoutRecord(PhoneCall call)
    {
        Assert.Equal(CallEnding.ServerHungUp, call.Ending);
        Assert.True(
            call.Heard.Contains("niet geregistreerd", StringComparison.Ordinal) || call.Heard.Contains("pas enregistrée", StringComparison.Ordinal),
            call.Transcript.ToString());
    }
}
