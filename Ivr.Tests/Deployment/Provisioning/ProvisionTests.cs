using Ivr.Server.Commands;
using Ivr.Server.Commands.Provisioning;
using Ivr.Server.Voice.Settings;
using Ivr.Tests.Host;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Ivr.Tests.Deployment.Provisioning;

/// <summary>The command compares the numbers at Twilio with their expected settings, and changes them on request.</summary>
public sealed class ProvisionTests : IAsyncLifetime
{
    private readonly StringWriter _printed = new();
    private TwilioAccount _account = null!;

    private string Printed => _printed.ToString();

    public async ValueTask InitializeAsync()
    {
        _account = await TwilioAccount.StartAsync();
        foreach (var number in new[] { TestData.FlandersLandline, TestData.FlandersMobile, TestData.Wallonia })
            _account.Buy(number);
    }

    public async ValueTask DisposeAsync()
    {
        Assert.DoesNotContain(TwilioAccount.Token, Printed, StringComparison.Ordinal);
        await _account.DisposeAsync();
        await _printed.DisposeAsync();
    }

    [Fact]
    public async Task What_differs_is_shown_and_nothing_is_changed()
    {
        Assert.Equal(Provisioner.Differs, await RunAsync());

        Assert.Equal("""
            +3280035530 (flanders-brussels)
              A call comes in        - https://demo.twilio.com/welcome/voice/
                                     + https://voice.example/voice/incoming
              Primary handler fails  - nothing
                                     + https://voice.example/voice/fallback
              Call status changes    - nothing
                                     + https://voice.example/voice/status
            """, string.Join('\n', Printed.Split('\n').Take(7)));
        Assert.EndsWith("3 of 3 numbers differ; nothing was changed. --apply changes them.\n", Printed, StringComparison.Ordinal);
        Assert.Empty(_account.Changes);
    }

    [Fact]
    public async Task Apply_changes_what_differs_and_then_nothing_does()
    {
        Assert.Equal(Provisioner.AsItShouldBe, await RunAsync(apply: true));

        Assert.Equal(3, _account.Changes.Count);
        Assert.All(_account.Numbers.Values, number =>
        {
            Assert.Equal("https://voice.example/voice/incoming", number["voice_url"]);
            Assert.Equal("https://voice.example/voice/fallback", number["voice_fallback_url"]);
            Assert.Equal("https://voice.example/voice/status", number["status_callback"]);
            Assert.All(["voice_method", "voice_fallback_method", "status_callback_method"], method => Assert.Equal("POST", number[method]));
        });

        _printed.GetStringBuilder().Clear();
        Assert.Equal(Provisioner.AsItShouldBe, await RunAsync());
        Assert.Equal(["+3280035530 (flanders-brussels): as it should be", "+3225475497 (flanders-brussels): as it should be", "+3280035180 (wallonia): as it should be"],
            Printed.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("voice_method", "GET", "its method", "- GET")]
    [InlineData("voice_fallback_method", "GET", "its method", "- GET")]
    [InlineData("status_callback_method", "GET", "its method", "- GET")]
    [InlineData("voice_fallback_url", "", "Primary handler fails", "- nothing")]
    [InlineData("status_callback", "https://voice.example/voice/status/", "Call status changes", "- https://voice.example/voice/status/")]
    [InlineData("voice_application_sid", "AP00000000000000000000000000000001", "TwiML app", "- AP00000000000000000000000000000001")]
    [InlineData("trunk_sid", "TK00000000000000000000000000000001", "SIP trunk", "- TK00000000000000000000000000000001")]
    public async Task Any_setting_that_is_wrong_is_found_and_only_its_number_is_changed(string setting, string value, string name, string shown)
    {
        await RunAsync(apply: true);
        var wallonia = _account.Numbers.Values.Last();
        var right = new Dictionary<string, string?>(wallonia);
        wallonia[setting] = value;
        _printed.GetStringBuilder().Clear();

        Assert.Equal(Provisioner.Differs, await RunAsync());
        Assert.Contains($"  {name,-22} {shown}\n", Printed, StringComparison.Ordinal);
        Assert.EndsWith("1 of 3 numbers differ; nothing was changed. --apply changes them.\n", Printed, StringComparison.Ordinal);

        Assert.Equal(Provisioner.AsItShouldBe, await RunAsync(apply: true));
        Assert.Equal(4, _account.Changes.Count);
        Assert.Equal(right.Select(Empty), wallonia.Select(Empty));

        static string Empty(KeyValuePair<string, string?> setting) => $"{setting.Key}={setting.Value}";
    }

    [Fact]
    public async Task An_address_is_set_as_it_was_configured()
    {
        string[] settings = ["Twilio:RequestValidation:BaseUrlOverride=https://Voice.Example:443/lines%20of%20ours"];
        Assert.Equal(Provisioner.AsItShouldBe, await RunAsync(apply: true, settings));

        Assert.Equal(3, _account.Numbers.Count);
        Assert.All(_account.Numbers.Values, number => Assert.Equal("https://Voice.Example:443/lines%20of%20ours/voice/incoming", number["voice_url"]));
        Assert.Equal(Provisioner.AsItShouldBe, await RunAsync(apply: false, settings));
    }

    [Fact]
    public async Task A_number_that_is_not_in_the_account_stops_all_changes()
    {
        _account.Numbers.Remove(_account.Numbers.Keys.Last());
        // Another number that contains the missing one.
        _account.Buy($"{TestData.Wallonia}9");

        Assert.Equal(Provisioner.Failed, await RunAsync(apply: true));

        Assert.Contains("+3280035180 (wallonia): not in this account\n", Printed, StringComparison.Ordinal);
        Assert.Contains("1 of 3 numbers are not in this account; nothing was changed.", Printed, StringComparison.Ordinal);
        Assert.Empty(_account.Changes);
    }

    [Fact]
    public async Task An_account_that_is_ready_for_workers_is_not_warned_of()
    {
        await RunAsync();
        Assert.DoesNotContain("Warning", Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_the_way_of_real_calls_is_warned_of()
    {
        _account.Type = "Trial";
        _account.Status = "suspended";
        _account.Profiles.Clear();

        await RunAsync(settings: ["Twilio:PciMode=false", "Twilio:RequestValidation:BaseUrlOverride=http://voice.example"]);

        Assert.Contains("Warning: This is a trial account", Printed, StringComparison.Ordinal);
        Assert.Contains("Warning: This account is suspended", Printed, StringComparison.Ordinal);
        Assert.Contains("Warning: PCI mode", Printed, StringComparison.Ordinal);
        Assert.Contains("Warning: The public address is not https", Printed, StringComparison.Ordinal);
        Assert.Contains("Warning: No customer profile is approved", Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_of_one_person_is_too_little()
    {
        _account.Profiles[0] = "RN806dd6cd175f314e" + "1f96a9727ee271f4";
        await RunAsync();
        Assert.Contains("3 calls at once", Printed, StringComparison.Ordinal);

        _account.Profiles.Add("RN00000000000000000000000000000001");
        _printed.GetStringBuilder().Clear();
        await RunAsync();
        Assert.DoesNotContain("Warning", Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Twilio_refuses_is_told()
    {
        _account.RefusesChange = (400, """{"code":21402,"message":"VoiceUrl is not valid","more_info":"https://www.twilio.com/docs/errors/21402","status":400}""");

        Assert.Equal(Provisioner.Failed, await RunAsync(apply: true));

        Assert.EndsWith("Twilio refused: VoiceUrl is not valid (21402)\n", Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_wrong_is_told_and_not_repeated()
    {
        Assert.Equal(Provisioner.Failed, await RunAsync(settings: "Twilio:AuthToken=the-token-of-another-account"));

        Assert.Equal("Twilio refused: Authenticate (20003)\n", Printed);
    }

    [Fact]
    public async Task An_API_that_does_not_answer_is_told()
    {
        await _account.DisposeAsync();

        Assert.Equal(Provisioner.Failed, await RunAsync());

        Assert.StartsWith("Twilio cannot be reached: ", Printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Twilio:AccountSid=", "Twilio:AccountSid is missing: the account that the numbers are in.")]
    [InlineData("Twilio:RequestValidation:BaseUrlOverride=", "Twilio:RequestValidation:BaseUrlOverride is missing: the public address of the server, such as https://voice.example.")]
    public async Task Without_account_or_address_nothing_is_asked(string setting, string message)
    {
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => RunAsync(settings: setting));

        Assert.Equal(message, Assert.Single(wrong.Failures));
    }

    [Fact]
    public async Task The_command_asks_for_its_configuration()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, _, errors) = await ServerProgram.RunAsync(folder.Path, "Production", "provision", $"--Twilio:AuthToken={TwilioAccount.Token}");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("The configuration is wrong: Twilio:RequestValidation:BaseUrlOverride is missing", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_command_asks_another_server_with_the_same_API(bool hasProfiles)
    {
        using var folder = new TemporaryFolder();
        _account.HasProfiles = hasProfiles;

        var (exitCode, output, errors) = await CommandAsync(folder, "Development", _account.Url, "--apply");

        Assert.Empty(errors);
        Assert.Equal(Provisioner.AsItShouldBe, exitCode);
        Assert.Equal(3, _account.Changes.Count);
        Assert.Equal(!hasProfiles, output.Contains("The API has no customer profiles", StringComparison.Ordinal));
        Assert.DoesNotContain(TwilioAccount.Token, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "http://127.0.0.1:9", "Twilio:ApiBaseUrl is not https")]
    [InlineData("Production", "HTTP://emulator", "Twilio:ApiBaseUrl is not https")]
    [InlineData("Development", "ftp://emulator", "Twilio:ApiBaseUrl is no http or https URL")]
    [InlineData("Development", "https://user@emulator", "Twilio:ApiBaseUrl is no http or https URL")]
    public async Task A_token_goes_in_the_open_nowhere_in_production(string environment, string url, string message)
    {
        using var folder = new TemporaryFolder();

        var (exitCode, _, errors) = await CommandAsync(folder, environment, url);

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"The configuration is wrong: {message}", Assert.Single(errors), StringComparison.Ordinal);
        Assert.DoesNotContain(TwilioAccount.Token, errors[0], StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, IReadOnlyList<string> Errors)> CommandAsync(
        TemporaryFolder folder, string environment, string url, params string[] more) =>
        ServerProgram.RunAsync(
            folder.Path,
            environment,
            [
                "provision", $"--Twilio:AccountSid={TwilioAccount.Sid}", $"--Twilio:AuthToken={TwilioAccount.Token}",
                "--Twilio:RequestValidation:BaseUrlOverride=https://voice.example", $"--Twilio:ApiBaseUrl={url}", .. more,
            ]);

    private Task<int> RunAsync(bool apply = false, params string[] settings)
    {
        var configuration = VoiceServer.CreateBuilder(
        [
            $"--Twilio:AccountSid={TwilioAccount.Sid}",
            $"--Twilio:AuthToken={TwilioAccount.Token}",
            "--Twilio:RequestValidation:BaseUrlOverride=https://voice.example",
            "--Twilio:PciMode=true",
            .. settings.Select(setting => $"--{setting}"),
        ]).Configuration;
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(_printed) });
        console.Profile.Width = 400;
        return new Provisioner(configuration.GetSection(TwilioSettings.Section).Get<TwilioSettings>()!, new Lines(configuration), console, _account.Handler).RunAsync(apply);
    }
}
