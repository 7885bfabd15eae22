using Ivr.StateMachine.Answers;

namespace Ivr.Tests.StateMachine;

/// <summary>The check digits of Belgian structured communications: the first ten digits modulo 97, with 97 instead of 0.</summary>
public class UserNumberTests
{
    [Theory]
    [InlineData("100000000135")]
    [InlineData("100000000236")]
    [InlineData("000000000101")]
    [InlineData("000000009696")]
    [InlineData("999999999948")]
    public void Right_check_digits_are_right(string number) => Assert.True(UserNumber.HasRightCheckDigits(number));

    [Theory]
    [InlineData("000000000097")]
    [InlineData("000000009797")]
    [InlineData("999999995197")]
    public void No_remainder_is_written_97(string number)
    {
        Assert.True(UserNumber.HasRightCheckDigits(number));
        Assert.False(UserNumber.HasRightCheckDigits(number[..10] + "00"));
    }

    [Theory]
    [InlineData("000000000198")]
    [InlineData("000000000299")]
    public void What_is_above_97_is_never_right(string number) => Assert.False(UserNumber.HasRightCheckDigits(number));

    [Fact]
    public void Of_all_check_digits_exactly_one_pair_is_right()
    {
        var random = new Random(97);
        for (var i = 0; i < 200; i++)
        {
            var start = $"{random.NextInt64(10_000_000_000):D10}";
            Assert.Single(Enumerable.Range(0, 100), check => UserNumber.HasRightCheckDigits($"{start}{check:D2}"));
        }
    }

    [Fact]
    public void Every_slip_in_a_single_digit_is_noticed()
    {
        var random = new Random(12);
        for (var i = 0; i < 1000; i++)
        {
            var number = RandomNumber(random);
            Assert.True(UserNumber.HasRightCheckDigits(number), number);
            Assert.All(SingleSlips(number), slip => Assert.False(UserNumber.HasRightCheckDigits(slip), $"{slip} for {number}"));
        }
    }

    [Fact]
    public void Two_neighbours_swapped_among_the_first_ten_are_noticed()
    {
        var random = new Random(21);
        for (var i = 0; i < 1000; i++)
        {
            var number = RandomNumber(random);
            var swaps = Enumerable.Range(0, 9).Where(at => number[at] != number[at + 1])
                .Select(at => $"{number[..at]}{number[at + 1]}{number[at]}{number[(at + 2)..]}");
            Assert.All(swaps, swap => Assert.False(UserNumber.HasRightCheckDigits(swap), $"{swap} for {number}"));
        }
    }

    private static IEnumerable<string> SingleSlips(string number) =>
        from at in Enumerable.Range(0, number.Length)
        from digit in "0123456789"
        where digit != number[at]
        select $"{number[..at]}{digit}{number[(at + 1)..]}";

    // Computes the remainder without the operator for it, so that test and code cannot share an error.
    private static string RandomNumber(Random random)
    {
        var start = random.NextInt64(10_000_000_000);
        var check = start - (97 * (start / 97));
        return $"{start:D10}{(check == 0 ? 97 : check):D2}";
    }
}
