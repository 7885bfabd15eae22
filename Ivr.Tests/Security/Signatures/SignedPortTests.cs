using Twilio.Security;

namespace Ivr.Tests.Security.Signatures;

public class SignedPortTests
{
    private static readonly Dictionary<string, string> Form = new(StringComparer.Ordinal) { ["Digits"] = "1234" };

    [Theory]
    [InlineData("https://voice.example.be:8443/voice?x=1", "https://voice.example.be/voice?x=1", "a port that the sender left out")]
    [InlineData("https://voice.example.be/voice?x=1", "https://voice.example.be:443/voice?x=1", "the default port of https")]
    [InlineData("http://voice.example.be/voice?x=1", "http://voice.example.be:80/voice?x=1", "the default port of http")]
    [InlineData("https://VOICE.Example.be/Voice?X=1", "https://VOICE.Example.be:443/Voice?X=1", "capitals")]
    [InlineData("HTTPS://voice.example.be:8443/voice", "HTTPS://voice.example.be/voice", "capitals in the scheme")]
    [InlineData("https://user:pass@voice.example.be:8443/voice", "https://user:pass@voice.example.be/voice", "credentials")]
    [InlineData("https://voice.example.be:8443/caf%C3%A9?q=%2B+", "https://voice.example.be/caf%C3%A9?q=%2B+", "percent-encoding")]
    [InlineData("https://voice.example.be:8443", "https://voice.example.be/", "no path")]
    public void A_port_may_come_and_go(string seen, string used, string because) => Assert.True(IsValid(seen, used), because);

    [Theory]
    [InlineData("https://voice.example.be/voice", "https://voice.example.be:8443/voice", "nobody can guess another port")]
    [InlineData("https://voice.example.be:443/voice", "https://voice.example.be/voice", "the official package keeps a default port")]
    [InlineData("http://voice.example.be:80/voice", "http://voice.example.be/voice", "the official package keeps a default port")]
    [InlineData("https://voice.example.be:8443/voice", "https://voice.example.be:8444/voice", "it is another port")]
    [InlineData("http://voice.example.be/voice", "https://voice.example.be/voice", "it is another scheme")]
    [InlineData("https://voice.example.be/voice", "https://voice.example.be/voice/", "it is another path")]
    public void Nothing_else_may_differ(string seen, string used, string because) => Assert.False(IsValid(seen, used), because);

    private static bool IsValid(string seen, string used) =>
        new RequestValidator("12345").Validate(seen, Form, PublishedAlgorithm.Sign("12345", used, Form));
}
