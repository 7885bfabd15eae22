namespace Ivr.Caller.Calls;

/// <summary>Converts telephone numbers as people write them.</summary>
internal static class PhoneNumber
{
    private const string Belgium = "+32";

    /// <summary>Converts a number to E.164, as Twilio writes it. Null when it is not a telephone number.</summary>
    /// <param name="written">E.164 (<c>+3280035530</c>), <c>00 32 …</c>, or national (<c>0800/355 30</c>, <c>02/547 54 97</c>).</param>
    public static string? Normalize(string written)
    {
        var compact = string.Concat(written.Where(c => !" /.-()".Contains(c)));
        var number = compact switch
        {
            ['+', ..] => compact,
            ['0', '0', ..] => "+" + compact[2..],
            ['0', ..] => Belgium + compact[1..],
            _ => "",
        };
        return number.Length is >= 8 and <= 16 && number[1] != '0' && number[1..].All(char.IsAsciiDigit) ? number : null;
    }
}
