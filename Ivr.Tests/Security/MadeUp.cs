namespace Ivr.Tests.Security;

/// <summary>Values that look like secrets but are none: each is made up, or published by its owner.</summary>
internal static class MadeUp
{
    private static readonly HashSet<string> Values =
    [
        // Twilio's own example of a signature, and three misspellings of it.
        "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "RSOYDt4T1cUTdK1PDd93/VVr8B9=",
        "RSOYDt4T1cUTdK1PDd93/VVr8B8",
        "rsoydt4t1cutdk1pdd93/vvr8b8=",
        // An auth token for the tests of the signature filter.
        "0123456789abcdef0123456789abcdef",
        // User and password in a URL; signatures do not cover them.
        "https://user:pass@",
        "https://user:word@",
        // A password that no message may repeat.
        "Password=not-to-be-seen",
    ];

    public static bool Contains(string token) => Values.Contains(token);
}
