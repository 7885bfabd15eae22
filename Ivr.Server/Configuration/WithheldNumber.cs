namespace Ivr.Server.Configuration;

/// <summary>A withheld number. Twilio sends digits that spell a word instead, the same for many callers.</summary>
internal static class WithheldNumber
{
    // ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE.
    private static readonly string[] Words = ["+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253"];

    /// <summary>Whether the caller withholds the number.</summary>
    public static bool Is(string caller) => Words.Contains(caller);
}
