using Ivr.Server.CallTrace.Recording;
using Ivr.StateMachine.Answers;
using Microsoft.Extensions.Options;

namespace Ivr.Tests.CallTrace.Recording;

/// <summary>The made-up values that replace real ones in recorded scripts.</summary>
public sealed class PseudonymsTests
{
    private readonly Pseudonyms _madeUp = With(RecordingServer.Key);

    [Theory]
    [InlineData("980317264855", 12)]
    [InlineData("123456789012", 12)]
    [InlineData("98031726485531726485", 20)]
    [InlineData("980317264", 9)]
    // A short value may be a password keyed at the wrong question, so its length is not kept.
    [InlineData("98031", 8)]
    [InlineData("4711", 8)]
    public void A_login_begins_with_980(string login, int length)
    {
        var madeUp = _madeUp.Login(login);

        Assert.Matches($"^980[0-9]{{{length - 3}}}$", madeUp);
        Assert.NotEqual(login, madeUp);
        Assert.Equal(madeUp, With(RecordingServer.Key).Login(login));
        Assert.NotEqual(madeUp, With("another key for the made-up values").Login(login));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(99)]
    public void Check_digits_stay_as_right_or_wrong_as_they_were(int off)
    {
        for (var i = 0; i < 500; i++)
        {
            var ten = $"{1_000_000_000L + (i * 7_654_321L)}";
            var number = $"{ten}{(UserNumber.CheckDigitsOf(ten) + off) % 100:00}";
            var madeUp = _madeUp.UserNumber(number, login: null);

            Assert.Matches("^[0-9]{12}$", madeUp);
            Assert.False(madeUp.StartsWith("980", StringComparison.Ordinal));
            Assert.Equal(off == 0, UserNumber.HasRightCheckDigits(madeUp));
        }
    }

    [Theory]
    [InlineData("980317264855", null)]
    [InlineData("123456789012", "123456789012")]
    public void A_login_that_is_keyed_for_a_user_number_is_that_login(string number, string? login) =>
        Assert.Equal(_madeUp.Login(number), _madeUp.UserNumber(number, login));

    [Theory]
    [InlineData("+32475918273", "^[+]3247[0-9]{7}$")]
    [InlineData("+3225918273", "^[+]322[0-9]{7}$")]
    [InlineData("+33612918273", "^[+]3361[0-9]{7}$")]
    [InlineData("+3259182", "^[+]32[0-9]{5}$")]
    [InlineData("+266696687", "^withheld$")]
    [InlineData("", "^withheld$")]
    [InlineData("sip:somebody@example.com", "^withheld$")]
    public void A_caller_keeps_country_and_kind(string caller, string expected)
    {
        var madeUp = _madeUp.Caller(caller);

        Assert.Matches(expected, madeUp);
        Assert.NotEqual(caller, madeUp);
        Assert.Equal(madeUp, With(RecordingServer.Key).Caller(caller));
    }

    [Fact]
    public void None_of_a_callers_own_seven_digits_stays()
    {
        var callers = Enumerable.Range(0, 100).Select(i => $"+3247{5_918_273 + (i * 31_337):0000000}").ToList();

        for (var digit = 1; digit <= 7; digit++)
            Assert.InRange(callers.Count(caller => _madeUp.Caller(caller)[^digit] == caller[^digit]), 0, 30);
    }

    [Fact]
    public void A_wrong_password_is_never_the_right_one()
    {
        for (var i = 0; i < 500; i++)
            Assert.NotEqual(_madeUp.Password($"980{i}"), _madeUp.WrongPassword($"980{i}"));
    }

    private static Pseudonyms With(string key) => new(Options.Create(new RecordingOptions { Folder = "scripts", Key = key }));
}
