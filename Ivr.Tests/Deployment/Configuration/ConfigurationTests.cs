using Ivr.Server.Commands;
using Ivr.Tests.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ivr.Tests.Deployment.Configuration;

public sealed class ConfigurationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Key, value (null removes the key), and the start of the error message, which is the full name of the key.</summary>
    public static TheoryData<string, string?, string> Mistakes => new()
    {
        { "ConnectionStrings:Ivr", null, "ConnectionStrings:Ivr is missing." },
        { "ConnectionStrings:Ivr", "", "ConnectionStrings:Ivr is missing." },
        { "ConnectionStrings:Ivr", "secret", "ConnectionStrings:Ivr cannot be read" },
        { "ConnectionStrings:Ivr", "Host=db;Port=secret", "ConnectionStrings:Ivr cannot be read" },
        { "Twilio:AuthToken", null, "Twilio:AuthToken is missing" },
        { "Twilio:AuthToken", "", "Twilio:AuthToken is missing" },
        { "Twilio:AccountSid", "AC123", "Twilio:AccountSid is not AC followed by 32 hexadecimal digits." },
        { "Twilio:RequestValidation:BaseUrlOverride", "ivr.example.com", "Twilio:RequestValidation:BaseUrlOverride is 'ivr.example.com'" },
        { "Twilio:RequestValidation:BaseUrlOverride", "ftp://ivr.example.com", "Twilio:RequestValidation:BaseUrlOverride is 'ftp:" },
        { "Twilio:RequestValidation:BaseUrlOverride", "https://ivr.example.com?a=1", "Twilio:RequestValidation:BaseUrlOverride is 'https:" },
        { "Twilio:RequestValidation:AllowLocal", "true", "Twilio:RequestValidation:AllowLocal must stay off" },
        { "Passwords:Pepper", null, "Passwords:Pepper is missing." },
        { "Passwords:Pepper", "fifteen letters", "Passwords:Pepper is too short" },
        { "Twilio:AuthToken", "fifteen letters", "Twilio:AuthToken is too short" },
        { "Secured:Proxies:0", "proxy.example.be", "Secured:Proxies has 'proxy.example.be'" },
        { "Passwords:Iterations", "0", "Passwords:Iterations must be between 1 and 10000000." },
        { "Passwords:Iterations", "999", "Passwords:Iterations is 999, too few to protect anybody: at least 1000 in Production." },
        { "Passwords:Iterations", "many", "Failed to convert configuration value 'many' at 'Passwords:Iterations'" },
        { "Passwords:Hashing:LongestWait", "soon", "Failed to convert configuration value 'soon' at 'Passwords:Hashing:LongestWait'" },
        { "Twilio:RequestValidation:AllowLocal", "perhaps", "Failed to convert configuration value 'perhaps' at 'Twilio:RequestValidation:AllowLocal'" },
        { "Recording:Key", null, "Recording:Key is missing" },
        { "Recording:Key", "secret", "Recording:Key is too short: at least 32 characters." },
        { "Lines:wallonia:Numbers:0", null, "Lines:wallonia:Numbers is empty" },
        { "Lines:wallonia:Languages:0", null, "Lines:wallonia:Languages is empty" },
        { "Lines:wallonia:Numbers:0", "+3280035530", "Lines:wallonia:Numbers:0 is +3280035530, which rings on line flanders-brussels already." },
        { "Lines:wallonia:Numbers:1", "+3280035180", "Lines:wallonia:Numbers:1 is +3280035180, which rings on line wallonia already." },
        { "Lines:wallonia:Numbers:0", "080035180", "Lines:wallonia:Numbers:0 is '080035180', which is no E.164 number" },
        { "Lines:wallonia:Numbers:0", "+32 800 351 80", "Lines:wallonia:Numbers:0 is '+32 800 351 80', which is no E.164 number" },
        { "Lines:brussels:Numbers:0", "+3280035999", "Lines:brussels is not a line: the lines are flanders-brussels and wallonia." },
        { "Lines:wallonia:Languages:0", "it", "Lines:wallonia:Languages:0 is 'it': the languages are nl, fr, de and en." },
        { "Lines:flanders-brussels:Languages:1", "nl", "Lines:flanders-brussels:Languages names a language twice." },
        { "Voices:de:Voice", null, "Voices:de:Voice is missing." },
        { "Voices:de:Language", "", "Voices:de:Language is missing." },
        { "Voices:de:Language", "nl-BE", "Voices:de:Language is 'nl-BE', which is no locale of de." },
        { "Voices:nl:Language", "nl-LU", "Voices:nl:Language is 'nl-LU', which Twilio does not speak." },
        { "Voices:nl:Voice", "Google.nl-BE-Wavenet-Z", "Voices:nl:Voice is 'Google.nl-BE-Wavenet-Z', which Twilio does not have for nl-BE." },
        { "Voices:nl:Voice", "Polly.Nobody", "Voices:nl:Voice is 'Polly.Nobody', which Twilio does not have for nl-BE." },
        { "Voices:nl:Voice", "Polly.Lisa", "Voices:nl:Voice is 'Polly.Lisa', which Twilio does not have for nl-BE." },
        { "Voices:nl:Voice", "Polly.Vicki-Neural", "Voices:nl:Voice is 'Polly.Vicki-Neural', which Twilio does not have for nl-BE." },
        { "Voices:nl:Voice", "Google.de-DE-Wavenet-A", "Voices:nl:Voice is 'Google.de-DE-Wavenet-A', which Twilio does not have for nl-BE." },
        { "Voices:nl:Voice", "Lisa", "Voices:nl:Voice is 'Lisa', which Twilio does not have for nl-BE." },
        { "Voices:es:Voice", "Polly.Lucia", "Voices:es is not spoken: the languages are nl, fr, de and en." },
        { "PathBase", "ivr", "PathBase is 'ivr', which is no path such as /ivr." },
        { "PathBase", "/ivr/", "PathBase is '/ivr/', which is no path such as /ivr." },
        { "PathBase", "/../ivr", "PathBase is '/../ivr', which is no path such as /ivr." },
        { "Emergency:JournalFolder", null, "Emergency:JournalFolder is missing" },
        { "Emergency:JournalFolder", "/dev/null/journal", "Emergency:JournalFolder is /dev/null/journal, which cannot be used" },
        { "Emergency:KeepLoadedDays", "-1", "Emergency:KeepLoadedDays must be between 0 and 3650." },
        { "HelpDesk:Number", "1234", "HelpDesk:Number is '1234', which is no E.164 number" },
        { "HelpDesk:Number", "+3225550006", "HelpDesk:Hours is empty" },
        { "HelpDesk:Hours:Funday", "08:00-17:00", "HelpDesk:Hours:Funday is no weekday" },
        { "HelpDesk:Hours:1", "08:00-17:00", "HelpDesk:Hours:1 is no weekday" },
        { "HelpDesk:Hours:Monday", "8-17", "HelpDesk:Hours:Monday is '8-17', which are no hours" },
        { "HelpDesk:Hours:Monday", "17:00-08:00", "HelpDesk:Hours:Monday is '17:00-08:00', which are no hours" },
    };

    /// <summary>The same for addresses, connections, and names as environment variables have them.</summary>
    public static TheoryData<string, string?, string> MistakesOfAddresses => new()
    {
        { "Twilio:RequestValidation:BaseUrlOverride", "https://ivr.example.com/a b", "Twilio:RequestValidation:BaseUrlOverride is 'https:" },
        { "Twilio:RequestValidation:BaseUrlOverride", "https://ivr.example.com/a\nb", "Twilio:RequestValidation:BaseUrlOverride is 'https:" },
        { "Twilio:AuthToken", "0123456789\nabcdefghij", "Twilio:AuthToken contains a line break" },
        { "Connections:IdleTimeout", "00:00:00", "Connections:IdleTimeout must be between" },
        { "HTTP_PORTS", "8080;http", "HTTP_PORTS has 'http', which is no port" },
        { "HTTPS_PORTS", "99999", "HTTPS_PORTS has '99999', which is no port" },
        { "Lines:flanders_brussels:Numbers:0", "0800", "Lines:flanders_brussels:Numbers:0 is '0800', which is no E.164 number" },
        { "Urls", "http://localhost:99999", "Urls has 'http://localhost:99999', which is no address" },
        { "Urls", " ", "Urls is empty" },
        { "Urls", "localhost", "Urls has 'localhost', which is no address" },
        { "Urls", "http://127.0.0.1:0;http://127.0.0.1:0/voice", "Urls has 'http://127.0.0.1:0/voice', which is no address" },
    };

    public void Dispose() => _folder.Dispose();

    private Dictionary<string, string?> Right() => new()
    {
        ["Emergency:JournalFolder"] = _folder.In("journal"),
        ["Urls"] = "http://127.0.0.1:0",
        ["ConnectionStrings:Ivr"] = "Host=/nowhere;Username=ivr;Database=ivr",
        ["Twilio:AuthToken"] = "sixteen letters!",
        ["Passwords:Pepper"] = "sixteen letters!",
        ["Recording:Folder"] = "scripts",
        ["Recording:Key"] = "thirty-two letters are a good key",
        ["Lines:flanders-brussels:Numbers:0"] = "+3280035530",
        ["Lines:flanders-brussels:Languages:0"] = "nl",
        ["Lines:wallonia:Numbers:0"] = "+3280035180",
        ["Lines:wallonia:Languages:0"] = "fr",
        ["Voices:nl:Voice"] = "Polly.Lisa-Neural",
        ["Voices:nl:Language"] = "nl-BE",
        ["Voices:fr:Voice"] = "Polly.Isabelle-Neural",
        ["Voices:fr:Language"] = "fr-BE",
        ["Voices:de:Voice"] = "Polly.Vicki-Neural",
        ["Voices:de:Language"] = "de-DE",
        ["Voices:en:Voice"] = "Polly.Amy-Neural",
        ["Voices:en:Language"] = "en-GB",
    };

    [Fact]
    public async Task What_is_right_starts()
    {
        await using var server = Build(Right());

        await server.StartAsync();

        Assert.Single(server.Urls);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    [MemberData(nameof(MistakesOfAddresses))]
    public async Task A_mistake_stops_the_start_and_names_its_key(string key, string? value, string told)
    {
        var settings = Right();
        settings.Remove(key);
        if (value is not null)
            settings[key] = value;

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(async () =>
        {
            await using var server = Build(settings);
            await server.StartAsync();
        });

        Assert.StartsWith(told, Assert.Single(refused.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Passwords:Iterations", "1000")]
    [InlineData("Voices:nl:Voice", "Google.nl-BE-Wavenet-C")]
    [InlineData("Voices:nl:Voice", "alice")]
    public async Task What_is_right_too_starts(string key, string value)
    {
        var settings = Right();
        settings[key] = value;

        await using var server = Build(settings);
    }

    [Theory]
    [InlineData(null, null, "http://localhost:5080")]
    [InlineData("HTTP_PORTS", "8080", null)]
    [InlineData("HTTPS_PORTS", "8443", null)]
    [InlineData("Kestrel:Endpoints:One:Url", "http://127.0.0.1:0", null)]
    [InlineData("Urls", "http://127.0.0.1:0", "http://127.0.0.1:0")]
    public async Task The_default_address_is_there_only_when_no_other_is_configured(string? key, string? value, string? urls)
    {
        var settings = Right();
        settings.Remove("Urls");
        if (key is not null)
            settings[key] = value;

        await using var server = Build(settings);

        Assert.Equal(urls, server.Configuration["Urls"]);
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        var settings = Right();
        settings["Urls"] = "here;there";
        settings["ConnectionStrings:Ivr"] = "x";
        settings["Twilio:AuthToken"] = "";
        settings["Twilio:RequestValidation:AllowLocal"] = "true";
        settings["Passwords:Pepper"] = "";
        settings["Passwords:Iterations"] = "abc";
        settings["Passwords:Hashing:Threads"] = "0";
        settings["Lines:brussels:Numbers:0"] = "+3280035999";
        settings["Lines:flanders-brussels:Numbers:0"] = "0800";
        settings["Lines:wallonia:Languages:0"] = "it";
        settings["Voices:nl:Voice"] = "Polly.Nobody";
        settings["Voices:de:Language"] = "";
        settings["HelpDesk:Number"] = "1234";
        settings["HelpDesk:Hours:Funday"] = "8-17";

        var refused = Assert.Throws<OptionsValidationException>(() => Build(settings));

        Assert.Equal(
            [
                "Urls has 'here'", "Urls has 'there'", "ConnectionStrings:Ivr cannot", "Twilio:AuthToken is missing", "Twilio:RequestValidation:AllowLocal must",
                "Failed to convert configuration value 'abc' at 'Passwords:Iterations'", "Passwords:Pepper is missing", "Passwords:Hashing:Threads must",
                "Lines:brussels is not", "Lines:flanders-brussels:Numbers:0 is", "Lines:wallonia:Languages:0 is", "Voices:nl:Voice is", "Voices:de:Language is missing",
                "HelpDesk:Number is", "HelpDesk:Hours:Funday is",
            ],
            refused.Failures,
            (told, failure) => failure.StartsWith(told, StringComparison.Ordinal));
    }

    private static WebApplication Build(Dictionary<string, string?> settings)
    {
        var builder = VoiceServer.CreateBuilder([]);
        builder.Logging.ClearProviders();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        return VoiceServer.Build(builder);
    }
}
