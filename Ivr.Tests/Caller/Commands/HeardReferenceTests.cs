using Ivr.Caller.Hearing;

namespace Ivr.Tests.Caller;

public sealed class HeardReferenceTests
{
    [Theory]
    [InlineData("0794", '5')] // the example in ISO/IEC 7064
    [InlineData("8609574271", '9')] // a published German tax number
    public void The_check_digit_is_that_of_MOD_11_10(string digits, char check) =>
        Assert.Equal(check, HeardReference.CheckDigit(digits));

    [Theory]
    [InlineData("Genoteerd. Uw referentie is 1 2 3, 4 5 6, 7 8 8. Tot ziens.", "123 456 788")]
    [InlineData("1 2 3, 4 5 6, 7 8 8", "123 456 788")]
    [InlineData("Your reference is 1 2 3, 4 5 6, 7 8 9, 7.", "123 456 789 7")]
    public void A_reference_is_three_groups_of_three_digits_and_perhaps_one_more(string heard, string reference) =>
        Assert.Equal(reference, HeardReference.In(heard));

    [Theory]
    [InlineData("")]
    [InlineData("Your reference is 1 2 3, 4 5 6, 7 8 9.")] // wrong check digit
    [InlineData("Your reference is 9 2 3, 4 5 6, 7 8 7.")] // a reference of the emergency procedure
    [InlineData("Your reference is 1 2 3, 4 5 6, 7 8 9, 8.")] // ten digits with a wrong check digit
    [InlineData("Your reference is 123 456 788.")] // hundreds, not digits
    [InlineData("The client is 1 2 3, 4 5 6, 7 8 8, 0 0 1.")] // a user number
    [InlineData("The client is 0 0 1, 1 2 3, 4 5 6, 7 8 8.")] // the last three groups of a user number
    [InlineData("Hours: 4. 1 2 3, 4 5 6, 7 8.")]
    public void Anything_else_is_none(string heard) =>
        Assert.Null(HeardReference.In(heard));

    [Fact]
    public void The_emergency_series_is_refused_although_its_check_digit_is_right() =>
        Assert.Equal('7', HeardReference.CheckDigit("92345678"));
}
