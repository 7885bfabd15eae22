using Ivr.Server.Commands;
using Ivr.Tests.Documentation;
using Ivr.Tests.Host;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ivr.Tests.Deployment.Configuration;

/// <summary>
/// Every setting with what files and shells add to a value: white space around it changes nothing; a value in quotes and an empty value start
/// the server or stop it with a message that names the setting.
/// </summary>
public sealed class EverySettingTests : IDisposable
{
    // Settings without a default, and some whose value must look a certain way.
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["ConnectionStrings:Ivr"] = "Host=/nowhere;Username=ivr;Database=ivr",
        ["Twilio:AuthToken"] = "sixteen letters!",
        ["Twilio:AccountSid"] = "AC00000000000000000000000000000000",
        ["Twilio:ApiBaseUrl"] = "https://api.example.be",
        ["Twilio:PciMode"] = "true",
        ["Twilio:RequestValidation:AllowLocal"] = "false",
        ["Twilio:RequestValidation:BaseUrlOverride"] = "https://ivr.example.be",
        ["Passwords:Pepper"] = "sixteen letters!",
        ["Passwords:Iterations"] = "1000",
        ["HelpDesk:Number"] = "+3225550006",
        ["HelpDesk:Hours:Monday"] = "08:00-17:00",
        ["ConnectionStrings:IvrDirect"] = "Host=/nowhere",
        ["ConnectionStrings:IvrRead"] = "Host=/nowhere",
        ["Lines:wallonia:Numbers:0"] = "+3280035180",
        ["Lines:wallonia:Languages:0"] = "fr",
        ["Voices:nl:Voice"] = "Polly.Lisa-Neural",
        ["Voices:nl:Language"] = "nl-BE",
        ["Secured:Proxies:0"] = "10.0.0.0/8",
        ["Recording:Key"] = "thirty-two letters are a good key",
        ["PathBase"] = "/ivr",
        ["Urls"] = "http://127.0.0.1:0",
        ["Node:Name"] = "one",
        ["Trace:Caller"] = "masked",
    };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Keys =>
    [
        .. ConfigurationKeys.All.Where(key => !key.EndsWith('*') && !key.StartsWith("Logging:", StringComparison.Ordinal))
            .Union(Values.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    public void Dispose() => _folder.Dispose();

    // These have names of their own below them, some of which are tried.
    [Fact]
    public void Every_other_setting_has_a_value_here() =>
        Assert.Equal(["HelpDesk:Hours", "Secured:Proxies", "Voices:Language", "Voices:Voice"], Keys.Select(row => row.Data).Where(key => ValueOf(key) is null));

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task White_space_around_a_value_changes_nothing(string key)
    {
        if (ValueOf(key) is not { } value)
            return;
        Assert.Null(await MistakeAsync(key, value));

        foreach (var spaced in new[] { $"{value}\n", $"{value}\r\n", $" {value} ", $"\t{value}" })
            Assert.Null(await MistakeAsync(key, spaced));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Quotes_and_nothing_at_all_start_the_server_or_are_told_with_the_name_of_the_setting(string key)
    {
        var section = key.Split(':')[0];
        foreach (var value in new[] { "", " ", "\n", $"\"{ValueOf(key) ?? "1"}\"", $"'{ValueOf(key) ?? "1"}'" })
        {
            // A mistake may concern the setting as a whole, such as a list that is empty.
            if (await MistakeAsync(key, value) is { } told)
                Assert.Contains(section, told, StringComparison.Ordinal);
        }
    }

    // Null for a setting that has no default and needs none.
    private string? ValueOf(string key) => key switch
    {
        "Emergency:JournalFolder" => _folder.In("journal"),
        "Recording:Folder" => _folder.In("scripts"),
        _ => Values.GetValueOrDefault(key) ?? ConfigurationKeys.Defaults.GetValueOrDefault(key),
    };

    // Null when the server builds with the value; otherwise the only mistake. Any other exception fails the test.
    private async Task<string?> MistakeAsync(string key, string value)
    {
        var builder = VoiceServer.CreateBuilder(
        [
            .. Values.Keys.Append("Emergency:JournalFolder").Append("Recording:Folder").Where(other => other != key).Select(other => $"--{other}={ValueOf(other)}"),
            $"--{key}={value}",
        ]);
        builder.Logging.ClearProviders();
        try
        {
            await using var server = VoiceServer.Build(builder);
            return null;
        }
        catch (OptionsValidationException e)
        {
            return string.Join('\n', e.Failures);
        }
    }
}
